package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToLongFunction;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;

/** Videos made for tests: a moving blob on noise, and the frame number as a bar code. */
final class Clips {
    static final int WIDTH = 192;
    static final int HEIGHT = 144;
    static final int RATE = 30;
    static final int KEY_DISTANCE = 25;

    private Clips() {}

    static long constant(int frame) {
        return Math.round(frame * 1e6 / RATE);
    }

    /** A webcam's clock: every fifth frame is missing and the others come up to 8 ms late. */
    static long variable(int frame) {
        return (frame + frame / 4) * 33_000L + frame * 7919L % 8 * 1000;
    }

    static void write(Videos videos, Path file, Codec codec, int frames, IntToLongFunction clock)
            throws VideoException {
        VideoSpec spec = new VideoSpec(WIDTH, HEIGHT, RATE, KEY_DISTANCE, codec);
        try (VideoWriter writer = videos.create(file, spec)) {
            YuvPicture picture = new YuvPicture(WIDTH, HEIGHT);
            for (int frame = 0; frame < frames; frame++) {
                paint(picture, frame);
                writer.write(picture, clock.applyAsLong(frame));
            }
            writer.finish();
        }
    }

    static void paint(YuvPicture picture, int frame) {
        Random noise = new Random(frame);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double dx = x - (WIDTH / 2.0 + 60 * Math.cos(frame / 9.0));
                double dy = y - (HEIGHT / 2.0 + 30 * Math.sin(frame / 7.0));
                int body = dx * dx + dy * dy < 400 ? 60 : 140;
                picture.y()[y * WIDTH + x] = (byte) (body + noise.nextInt(9));
            }
        }
        for (int i = 0; i < picture.u().length; i++) {
            picture.u()[i] = (byte) (110 + i % 30);
            picture.v()[i] = (byte) (140 - (i + frame) % 30);
        }
        BarCode.draw(frame, picture);
    }
}
