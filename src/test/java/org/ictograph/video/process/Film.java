package org.ictograph.video.process;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.ictograph.video.Codec;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;

/** A short film whose frames have the brightness of their number but for a bar near the bottom, one key frame in ten. */
final class Film {
    static final int FRAMES = 100;
    static final int KEY_DISTANCE = 10;
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private static final byte BAR = (byte) 235;
    private static final Videos INSIDE = new FfmpegVideos();

    private Film() {}

    static Path write(Path file) throws Exception {
        YuvPicture picture = new YuvPicture(WIDTH, HEIGHT);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = INSIDE.create(file, new VideoSpec(WIDTH, HEIGHT, 25, KEY_DISTANCE, Codec.FFV1))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                Arrays.fill(picture.y(), brightness(frame));
                Arrays.fill(picture.y(), (HEIGHT - 4) * WIDTH, (HEIGHT - 3) * WIDTH, BAR);
                writer.write(picture, frame * 40_000L);
            }
            writer.finish();
        }
        return file;
    }

    static byte brightness(int frame) {
        return (byte) (20 + 2 * frame);
    }

    static Reel reel(Path file) throws Exception {
        return Reel.of(file, INSIDE.index(file, Optional.empty(), Progress.NONE));
    }

    static Picture picture() {
        return new Picture(WIDTH, HEIGHT);
    }

    /** Which frame a picture shows. */
    static int shown(Picture picture) {
        int luma = (picture.bgra()[1] & 0xff) * 219 / 255 + 16;
        return Math.round((luma - 20) / 2f);
    }
}
