package org.ictograph.ui.annotate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.FrameReport;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoFacts;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * A video of three minutes with 30 frames per second and four cages that is painted rather than decoded, so that screen
 * tests are quick and know every pixel: the top rows are as bright as the frame number modulo 200.
 */
final class PaintedVideos implements Videos {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    static final int FRAMES = 5400;
    static final int BAND = 8;
    private static final int RATE = 30;
    private static final int KEY_DISTANCE = 60;
    private static final long DURATION = 180_000_000;

    static int brightness(int frame) {
        return frame % 200;
    }

    @Override
    public FrameIndex index(Path file, Optional<Path> cache, Progress progress) {
        long[] micros = new long[FRAMES];
        boolean[] keys = new boolean[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            micros[i] = Math.round(i * 1e6 / RATE);
            keys[i] = i % KEY_DISTANCE == 0;
        }
        return new FrameIndex(micros, keys, DURATION);
    }

    @Override
    public VideoFacts probe(Path file, Progress progress) {
        return new VideoFacts(
                new VideoFacts.Coding("painted", "none", "bgra", WIDTH, HEIGHT),
                new VideoFacts.Timing(
                        1, RATE, FRAMES, DURATION, RATE, RATE, FRAMES / KEY_DISTANCE, KEY_DISTANCE, 0, true),
                new FrameReport(List.of()),
                false,
                1,
                fingerprint(file));
    }

    @Override
    public Optional<Instant> madeAt(Path file) {
        return Optional.empty();
    }

    @Override
    public String fingerprint(Path file) {
        return Integer.toHexString(file.hashCode());
    }

    @Override
    public FrameReader open(Reel reel) {
        return new PaintedFrames(reel.index());
    }

    @Override
    public VideoWriter create(Path file, VideoSpec spec) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<CutClip> cut(Reel source, List<ClipOrder> orders, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writePng(Picture picture, Path file) {
        PngFile.write(picture, file);
    }

    @Override
    public String libraryVersion() {
        return "painted";
    }

    /** Paints the frames of the video. */
    private record PaintedFrames(FrameIndex index) implements FrameReader {
        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public int height() {
            return HEIGHT;
        }

        @Override
        public void read(int frame, Picture into) {
            byte[] bgra = into.bgra();
            for (int y = 0; y < into.height(); y++) {
                for (int x = 0; x < into.width(); x++) {
                    int value = y < BAND ? brightness(frame) : bedding(x, y, frame);
                    int at = 4 * (y * into.width() + x);
                    bgra[at] = (byte) (value * 9 / 10);
                    bgra[at + 1] = (byte) (value * 95 / 100);
                    bgra[at + 2] = (byte) value;
                    bgra[at + 3] = (byte) 255;
                }
            }
        }

        /** Four cages of bedding with a dark animal in each that walks about. */
        private static int bedding(int x, int y, int frame) {
            int column = x / (WIDTH / 2);
            int row = y / (HEIGHT / 2);
            int grain = (x * 7919 + y * 104729 + (x * y) % 31) % 23;
            int insideX = x % (WIDTH / 2);
            int insideY = y % (HEIGHT / 2);
            boolean wall = insideX < 14 || insideX > WIDTH / 2 - 14 || insideY < 14 || insideY > HEIGHT / 2 - 14;
            double angle = frame / 90.0 + column + 2 * row;
            double dx = (insideX - 160 - 80 * Math.cos(angle)) / 46;
            double dy = (insideY - 120 - 50 * Math.sin(angle)) / 24;
            if (dx * dx + dy * dy < 1) {
                return 38 + grain;
            }
            return wall ? 70 + grain / 2 : 150 + grain;
        }

        @Override
        public int readKey(int frame, Picture into) {
            int key = index.keyAtOrBefore(frame);
            read(key, into);
            return key;
        }

        @Override
        public void scan(int from, int to, LumaVisitor visitor, Progress progress) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
