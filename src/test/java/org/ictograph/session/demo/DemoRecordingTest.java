package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoRecordingTest {
    private static final double SECONDS = 3;

    private final Videos videos = new FfmpegVideos();

    @TempDir
    Path folder;

    @Test
    void everyFrameOfAnMp4CarriesItsNumberThroughH264() throws VideoException {
        assertNumbersAndTimes(recording(0), 50);
    }

    @Test
    void everyFrameOfAnAviCarriesItsNumberThroughMpeg4() throws VideoException {
        assertNumbersAndTimes(recording(2), 50);
    }

    @Test
    void aVariableRateIsKeptInMatroska() throws VideoException {
        DemoRecording variable = recording(3);
        assertTrue(variable.frames() < 90, "frames are lost");
        assertNumbersAndTimes(variable, 1);
    }

    @Test
    void cancellingLeavesNoFile() {
        Progress cancelled = new Progress() {
            private double reached;

            @Override
            public void report(double fraction, String what) {
                reached = fraction;
            }

            @Override
            public boolean cancelled() {
                return reached > 0.3;
            }
        };
        DemoRecording recording = recording(0);
        assertThrows(CancellationException.class, () -> recording.write(videos, folder, cancelled));
        assertFalse(Files.exists(folder.resolve(recording.fileName())));
    }

    /** @param tolerance microseconds that the container may round a time by */
    private void assertNumbersAndTimes(DemoRecording recording, long tolerance) throws VideoException {
        Path file = recording.write(videos, folder, Progress.NONE);
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        assertEquals(recording.frames(), index.frames());
        List<Integer> wrong = new ArrayList<>();
        try (FrameReader reader = videos.open(file, index)) {
            reader.scan(
                    0,
                    index.frames(),
                    (frame, micros, luma) -> {
                        boolean right = FrameBarCode.read(luma, 640).orElse(-1) == frame;
                        if (!right || Math.abs(micros - recording.microsOf(frame)) > tolerance) {
                            wrong.add(frame);
                        }
                    },
                    Progress.NONE);
        }
        assertEquals(List.of(), wrong);
    }

    private static DemoRecording recording(int number) {
        DemoRecording planned = DemoPlan.of(9, 4, 1).recordings().get(number);
        return new DemoRecording(number, planned.cages(), new Light(true, Light.NEVER), SECONDS, new Dice(9));
    }
}
