package org.ictograph.video.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.CutClip;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.opencv.Drift;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clips of what changes, cut from a lossless film whose content moves 3 to the right and 2 up from frame to frame. */
class ClipModalitiesTest {
    private static final int SIDE = 96;
    private static final Box WHOLE = new Box(0, 0, SIDE, SIDE);

    private final Videos videos = new FfmpegVideos();

    @TempDir
    Path folder;

    private Path film = Path.of("");

    @BeforeEach
    void aDriftingFilm() throws Exception {
        film = folder.resolve("drift.mkv");
        YuvPicture picture = new YuvPicture(SIDE, SIDE);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = videos.create(film, new VideoSpec(SIDE, SIDE, 30, 10, Codec.FFV1))) {
            for (int frame = 0; frame < 20; frame++) {
                System.arraycopy(drift(frame), 0, picture.y(), 0, SIDE * SIDE);
                writer.write(picture, Math.round(frame * 1e6 / 30));
            }
            writer.finish();
        }
    }

    private static byte[] drift(int frame) {
        return Drift.picture(SIDE, SIDE, 3 * frame, -2 * frame);
    }

    private CutClip cut(Videos with, String name, List<Integer> frames, double rate, Codec codec, Modality modality)
            throws VideoException {
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        ClipOrder order = new ClipOrder(
                folder.resolve(name), frames, rate, WHOLE, Optional.empty(), Fit.NATIVE, SIDE, codec, modality);
        return with.cut(Reel.of(film, index), List.of(order), Progress.NONE).get(0);
    }

    private List<byte[]> brightness(Path clip) throws VideoException {
        FrameIndex index = videos.index(clip, Optional.empty(), Progress.NONE);
        List<byte[]> all = new ArrayList<>();
        try (FrameReader reader = videos.open(clip, index)) {
            reader.scan(0, index.frames(), (frame, micros, luma) -> all.add(luma.clone()), Progress.NONE);
        }
        return all;
    }

    @Test
    void differencesAreThoseOfTheSourceValueForValue() throws Exception {
        CutClip clip = cut(videos, "d.mkv", List.of(4, 5, 5, 7), 30, Codec.FFV1, Modality.DIFFERENCE);
        assertEquals(4, clip.frames());
        assertEquals(Double.POSITIVE_INFINITY, clip.lastPsnr());
        List<byte[]> found = brightness(folder.resolve("d.mkv"));
        assertArrayEquals(difference(4, 5), found.get(0), "the first shows what the second shows");
        assertArrayEquals(difference(4, 5), found.get(1));
        assertArrayEquals(difference(5, 5), found.get(2));
        assertArrayEquals(difference(5, 7), found.get(3));
    }

    private static byte[] difference(int before, int after) {
        byte[] one = drift(before);
        byte[] other = drift(after);
        byte[] difference = new byte[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = (byte) Math.min(235, 16 + Math.abs((one[i] & 0xff) - (other[i] & 0xff)));
        }
        return difference;
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void flowShowsTheWay(Modality modality) throws Exception {
        cut(videos, "f.mkv", List.of(4, 5, 5, 6), 30, Codec.FFV1, modality);
        Path clip = folder.resolve("f.mkv");
        FrameIndex index = videos.index(clip, Optional.empty(), Progress.NONE);
        Picture picture = new Picture(SIDE, SIDE);
        try (FrameReader reader = videos.open(clip, index)) {
            // 128 + 3 · 127/20, 128 − 2 · 127/20, √13 · 255/20; YCbCr of eight bits keeps colours to about two.
            for (int frame : new int[] {0, 1, 3}) {
                reader.read(frame, picture);
                assertEquals(147, middle(picture, 2), 4, "red of frame " + frame);
                assertEquals(115, middle(picture, 1), 4, "green of frame " + frame);
                assertEquals(46, middle(picture, 0), 5, "blue of frame " + frame);
            }
            reader.read(2, picture);
            assertEquals(128, middle(picture, 2), 3);
            assertEquals(128, middle(picture, 1), 3);
            assertEquals(0, middle(picture, 0), 3);
        }
    }

    /** The middle number of a channel (blue, green, red) over the inner quarter. */
    private static int middle(Picture picture, int channel) {
        int[] inside = new int[SIDE * SIDE / 4];
        int n = 0;
        for (int y = SIDE / 4; y < SIDE * 3 / 4; y++) {
            for (int x = SIDE / 4; x < SIDE * 3 / 4; x++) {
                inside[n++] = picture.bgra()[4 * (y * SIDE + x) + channel] & 0xff;
            }
        }
        Arrays.sort(inside);
        return inside[n / 2];
    }

    @ParameterizedTest
    @EnumSource
    void theSameOrderGivesTheSameBytes(Modality modality) throws Exception {
        cut(videos, "a.avi", List.of(0, 3, 6, 9), 0.8, Codec.MPEG4, modality);
        cut(videos, "b.avi", List.of(0, 3, 6, 9), 0.8, Codec.MPEG4, modality);
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.avi")), Files.readAllBytes(folder.resolve("b.avi")));
    }

    /** 8 and 32 frames in ten seconds, and 16 in three. */
    @ParameterizedTest
    @EnumSource
    void fewFramesKeepTheirTimes(Codec codec) throws Exception {
        for (double rate : new double[] {0.8, 3.2, 16 / 3.0}) {
            Path clip = folder.resolve("few-" + rate + (codec == Codec.H264 ? ".mp4" : ".avi"));
            CutClip cut = cut(
                    videos,
                    String.valueOf(clip.getFileName()),
                    List.of(0, 2, 4, 6, 8, 10, 12, 14),
                    rate,
                    codec,
                    Modality.PICTURE);
            assertEquals(8, cut.frames());
            assertTrue(cut.lastPsnr() > 25, cut.toString());
            FrameIndex index = videos.index(clip, Optional.empty(), Progress.NONE);
            assertEquals(8, index.frames());
            for (int i = 0; i < 8; i++) {
                assertEquals(i * 1e6 / rate, (double) index.microsOf(i), 1000, "frame " + i + " at " + rate);
            }
        }
    }

    @Test
    void whatCannotMeasureFlowSaysSoAndLeavesNothing() {
        Videos without = new FfmpegVideos(OpticalFlow.NONE);
        VideoException told = assertThrows(
                VideoException.class, () -> cut(without, "n.avi", List.of(0, 1), 30, Codec.MPEG4, Modality.FLOW_DIS));
        assertEquals("Nothing here measures optical flow.", told.getMessage());
        assertTrue(Files.notExists(folder.resolve("n.avi")));
        assertTrue(Files.notExists(folder.resolve(".n.avi.part")));
    }
}
