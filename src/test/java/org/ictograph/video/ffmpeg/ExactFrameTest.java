package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever way a frame is reached, it is the frame of that number in a sequential decode. */
class ExactFrameTest {
    private static final int FRAMES = 160;

    @TempDir
    Path folder;

    private final Videos videos = videos();

    /** The same must hold for video that comes another way. */
    Videos videos() {
        return new FfmpegVideos();
    }

    enum Kind {
        H264_IN_MP4("a.mp4", Codec.H264, false, 1),
        MPEG4_IN_AVI("a.avi", Codec.MPEG4, false, 1),
        FFV1_IN_MKV("a.mkv", Codec.FFV1, false, 500),
        VARIABLE_H264_IN_MKV("v.mkv", Codec.H264, true, 500),
        MPEG4_IN_MOV("a.mov", Codec.MPEG4, true, 500),
        H264_IN_AVI("h.avi", Codec.H264, false, 1),
        MPEG4_IN_ASF("a.asf", Codec.MPEG4, false, 500),
        // A program stream stamps its pieces, not its frames: one frame in twenty has no stamp or its neighbour's.
        H264_IN_MPG("a.mpg", Codec.H264, false, 17_000);

        final String name;
        final Codec codec;
        final boolean variable;
        /** What the container's time unit may move a stamp by. */
        final long rounding;

        Kind(String name, Codec codec, boolean variable, long rounding) {
            this.name = name;
            this.codec = codec;
            this.variable = variable;
            this.rounding = rounding;
        }

        long clock(int frame) {
            return variable ? Clips.variable(frame) : Clips.constant(frame);
        }
    }

    private Path written(Kind kind) throws VideoException {
        Path file = folder.resolve(kind.name);
        Clips.write(videos, file, kind.codec, FRAMES, kind::clock);
        return file;
    }

    private FrameIndex indexed(Path file) throws VideoException {
        return videos.index(file, Optional.empty(), Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void indexTellsWhenEachFrameIsShown(Kind kind) throws Exception {
        FrameIndex index = indexed(written(kind));
        assertEquals(FRAMES, index.frames());
        assertTrue(index.seekable(), "seeking gave the right frames");
        assertTrue(index.isKey(0));
        assertTrue(index.keys() >= FRAMES / Clips.KEY_DISTANCE);
        for (int frame = 0; frame < FRAMES; frame++) {
            long error = Math.abs(kind.clock(frame) - index.microsOf(frame));
            assertTrue(error <= 2 * kind.rounding, "frame " + frame + " is off by " + error);
        }
    }

    @ParameterizedTest
    @EnumSource
    void randomFramesEqualThoseOfASequentialDecode(Kind kind) throws Exception {
        Path file = written(kind);
        FrameIndex index = indexed(file);
        try (FrameReader reader = videos.open(file, index);
                FrameReader sequential = videos.open(file, withoutKeys(index))) {
            List<byte[]> truth = new ArrayList<>();
            Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
            for (int frame = 0; frame < FRAMES; frame++) {
                sequential.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
                truth.add(picture.bgra().clone());
            }
            Random random = new Random(1);
            for (int i = 0; i < 60; i++) {
                int frame = random.nextInt(FRAMES);
                // A fresh reader each few frames, since the cache of an old one would hold the whole clip.
                try (FrameReader fresh = videos.open(file, index)) {
                    fresh.read(frame, picture);
                    assertArrayEquals(truth.get(frame), picture.bgra(), "fresh, frame " + frame);
                }
                reader.read(frame, picture);
                assertArrayEquals(truth.get(frame), picture.bgra(), "frame " + frame);
            }
        }
    }

    /** An index that makes a reader decode from the start. */
    private static FrameIndex withoutKeys(FrameIndex index) {
        long[] micros = new long[FRAMES];
        Arrays.setAll(micros, index::microsOf);
        return new FrameIndex(micros, new boolean[FRAMES], index.duration());
    }

    @ParameterizedTest
    @EnumSource
    void steppingBackwardsAndAcrossKeyFramesIsExact(Kind kind) throws Exception {
        Path file = written(kind);
        FrameIndex index = indexed(file);
        try (FrameReader reader = videos.open(file, index)) {
            Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
            for (int frame = FRAMES - 1; frame >= 0; frame -= 3) {
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
                reader.read(Math.min(FRAMES - 1, frame + 1), picture);
                assertEquals(Math.min(FRAMES - 1, frame + 1), BarCode.read(picture));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void keyFramesComeAloneAndDoNotDisturbExactReading(Kind kind) throws Exception {
        Path file = written(kind);
        FrameIndex index = indexed(file);
        try (FrameReader reader = videos.open(file, index)) {
            Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
            for (int frame : new int[] {70, 3, 159, 70, 24, 25, 26}) {
                int key = reader.readKey(frame, picture);
                assertEquals(index.keyAtOrBefore(frame), key);
                assertEquals(key, BarCode.read(picture));
                reader.read(frame, picture);
                assertEquals(frame, BarCode.read(picture));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void scanningShowsEveryFrameOnce(Kind kind) throws Exception {
        Path file = written(kind);
        FrameIndex index = indexed(file);
        try (FrameReader reader = videos.open(file, index)) {
            List<Integer> seen = new ArrayList<>();
            reader.scan(
                    40,
                    120,
                    (frame, micros, luma) -> {
                        assertEquals(frame, BarCode.read(luma, Clips.WIDTH));
                        assertEquals(index.microsOf(frame), micros);
                        seen.add(frame);
                    },
                    Progress.NONE);
            assertEquals(IntStream.range(40, 120).boxed().toList(), seen);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameFramesGiveTheSameBytes(Kind kind) throws Exception {
        Path first = folder.resolve("1" + kind.name);
        Path second = folder.resolve("2" + kind.name);
        Clips.write(videos, first, kind.codec, 40, kind::clock);
        Clips.write(videos, second, kind.codec, 40, kind::clock);
        assertEquals(-1, Files.mismatch(first, second));
    }
}
