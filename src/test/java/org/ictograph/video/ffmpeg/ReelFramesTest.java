package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.Seam;
import org.ictograph.video.SeamCheck;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording of three real files: frames over their borders, and what is said about the borders. */
class ReelFramesTest {
    /** First and last + 1 bar code of each file; the third repeats five of the second. */
    private static final int[][] FILES = {{0, 60}, {60, 113}, {108, 170}};

    private static final long GAP = 2_000_000;

    @TempDir
    Path folder;

    private final Videos videos = new FfmpegVideos();

    private Reel reel(Codec codec, String ending) throws Exception {
        List<Reel.Part> parts = new ArrayList<>();
        long start = 0;
        for (int[] file : FILES) {
            Path path = folder.resolve(file[0] + "." + ending);
            VideoSpec spec = new VideoSpec(Clips.WIDTH, Clips.HEIGHT, Clips.RATE, Clips.KEY_DISTANCE, codec);
            try (VideoWriter writer = videos.create(path, spec)) {
                YuvPicture picture = new YuvPicture(Clips.WIDTH, Clips.HEIGHT);
                for (int number = file[0]; number < file[1]; number++) {
                    Clips.paint(picture, number);
                    writer.write(picture, Clips.constant(number - file[0]));
                }
                writer.finish();
            }
            var index = videos.index(path, Optional.empty(), Progress.NONE);
            start += parts.size() == 1 ? GAP : 0;
            parts.add(new Reel.Part(path, index, start));
            start += index.duration();
        }
        return Reel.of(parts);
    }

    @ParameterizedTest
    @CsvSource({"H264, mp4", "H264, mts", "MPEG4, avi", "H264, mpg", "FFV1, mkv"})
    void framesOverTheBordersAreEqualByEitherRoute(Codec codec, String ending) throws Exception {
        Reel reel = reel(codec, ending);
        int frames = reel.index().frames();
        assertEquals(60 + 53 + 62, frames);
        List<byte[]> sequential = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        try (FrameReader reader = videos.open(reel)) {
            for (int frame = 0; frame < frames; frame++) {
                Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
                reader.read(frame, picture);
                sequential.add(picture.bgra());
                numbers.add(BarCode.read(picture));
            }
        }
        List<Integer> wanted = Stream.of(FILES)
                .flatMap(file ->
                        java.util.stream.IntStream.range(file[0], file[1]).boxed())
                .toList();
        assertEquals(wanted, numbers);
        Random random = new Random(7);
        try (FrameReader reader = videos.open(reel)) {
            for (int i = 0; i < 60; i++) {
                int border = reel.pieces().get(1 + i % 2).firstFrame();
                int frame = i % 3 == 0 ? random.nextInt(frames) : border - 4 + random.nextInt(8);
                Picture picture = new Picture(Clips.WIDTH, Clips.HEIGHT);
                reader.read(frame, picture);
                assertArrayEquals(sequential.get(frame), picture.bgra(), "frame " + frame);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"H264, mp4", "MPEG4, avi"})
    void missingAndRepeatedFramesAreFoundInCodedVideo(Codec codec, String ending) throws Exception {
        Reel reel = reel(codec, ending);
        try (FrameReader reader = videos.open(reel)) {
            List<Seam> seams = SeamCheck.of(reel, reader, Progress.NONE);
            assertEquals(60, seams.get(0).dropped());
            assertEquals(0, seams.get(0).doubled());
            assertFalse(seams.get(0).still());
            assertEquals(0, seams.get(1).dropped());
            assertEquals(5, seams.get(1).doubled());
        }
    }
}
