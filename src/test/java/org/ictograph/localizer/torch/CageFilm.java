package org.ictograph.localizer.torch;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.Footage;
import org.ictograph.localizer.Trainer;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.video.opencv.Drift;
import org.ictograph.work.Progress;

/**
 * A film of 128 × 48 points at 30 frames a second with two cages side by side. From 3 to 7 s of each 12 s both flash, at other
 * times a bar wanders.
 */
record CageFilm(Recording recording, Trainer.Films films) {
    private static final UUID ID = new UUID(0, 1);

    /** What one frame shows. */
    private interface Painter {
        void paint(int frame, byte[] luma);
    }

    static CageFilm write(Path folder, int seconds) throws Exception {
        return write(folder, seconds, (frame, luma) -> {
            for (int i = 0; i < luma.length; i++) {
                boolean bar = (i % 64 + 64 - frame % 64) % 64 < 8;
                luma[i] = (byte) (event(frame) && frame % 4 < 2 ? 220 : bar ? 150 : 40 + i / 128);
            }
        });
    }

    /** Instead of flashes all that is seen moves to the right by two points from frame to frame, and stands still else. */
    static CageFilm drifting(Path folder, int seconds) throws Exception {
        return write(folder, seconds, (frame, luma) -> {
            byte[] half = Drift.picture(64, 24, event(frame) ? frame % 360 - 90 : 0, 0);
            for (int i = 0; i < luma.length; i++) {
                luma[i] = half[i / 256 * 64 + i % 128 / 2];
            }
        });
    }

    private static boolean event(int frame) {
        return frame % 360 >= 90 && frame % 360 < 210;
    }

    private static CageFilm write(Path folder, int seconds, Painter painter) throws Exception {
        Videos videos = new FfmpegVideos();
        Path file = folder.resolve("film.mp4");
        YuvPicture picture = new YuvPicture(128, 48);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = videos.create(file, new VideoSpec(128, 48, 30, 30, Codec.MPEG4))) {
            for (int frame = 0; frame < seconds * 30; frame++) {
                painter.paint(frame, picture.y());
                writer.write(picture, Math.round(frame * 1_000_000.0 / 30));
            }
            writer.finish();
        }
        FrameIndex index = videos.index(file, Optional.empty(), Progress.NONE);
        return new CageFilm(Golden.recording(ID, videos, file, index), wanted -> videos.open(Reel.of(file, index)));
    }

    Cage cage(int number) {
        return new Cage(
                new UUID(1, number),
                ID,
                number + 1,
                new Box(64 * number, 0, 64, 48),
                Optional.empty(),
                Optional.empty());
    }

    List<Cage> cages() {
        return List.of(cage(0), cage(1));
    }

    SpanSet whole() {
        return SpanSet.of(new Span(0, recording.duration()));
    }

    /** Both cages. */
    List<Footage> footage() {
        return List.of(new Footage(recording, cage(0), "rat 0", whole()), new Footage(recording, cage(1), "", whole()));
    }
}
