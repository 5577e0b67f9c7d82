package org.ictograph.video.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoFacts;

/**
 * What the program asks of a decoder process: made on one side, sent, and answered on the other. A new question is one more
 * record here.
 *
 * @param <T> what the answer is, something that {@link Wire} can carry
 */
sealed interface Call<T> {
    /** Works the answer out, in the decoder process. */
    T answer(DecoderHost host) throws VideoException, IOException;

    record Probe(Path file, Optional<Path> cache) implements Call<VideoFacts> {
        @Override
        public VideoFacts answer(DecoderHost host) throws VideoException {
            return cache.isPresent()
                    ? host.videos().probe(file, cache.get(), host.progress())
                    : host.videos().probe(file, host.progress());
        }
    }

    record Index(Path file, Optional<Path> cache) implements Call<FrameIndex> {
        @Override
        public FrameIndex answer(DecoderHost host) throws VideoException {
            return host.videos().index(file, cache, host.progress());
        }
    }

    record Times(Path file) implements Call<FrameIndex> {
        @Override
        public FrameIndex answer(DecoderHost host) throws VideoException {
            return host.videos().times(file);
        }
    }

    record MadeAt(Path file) implements Call<Optional<Instant>> {
        @Override
        public Optional<Instant> answer(DecoderHost host) throws VideoException {
            return host.videos().madeAt(file);
        }
    }

    record Cut(Reel source, List<ClipOrder> orders) implements Call<List<CutClip>> {
        @Override
        public List<CutClip> answer(DecoderHost host) throws VideoException {
            return host.videos().cut(source, orders, host.progress());
        }
    }

    /** Maps the memory for pixels. */
    record Share(Path file, int bytes) implements Call<Boolean> {
        @Override
        public Boolean answer(DecoderHost host) throws IOException {
            host.share(SharedPixels.of(file, bytes));
            return true;
        }
    }

    /** Width and height of the source picture, and whether there is sound to it. */
    record Size(int width, int height, boolean sound) {}

    /** Opens the one reader of this process. */
    record Open(Reel reel) implements Call<Size> {
        @Override
        public Size answer(DecoderHost host) throws VideoException {
            FrameReader reader = host.videos().open(reel);
            host.keep(reader);
            return new Size(reader.width(), reader.height(), reader.hasSound());
        }
    }

    /** Opens the one sound of this process. */
    record OpenSound(Reel reel) implements Call<Boolean> {
        @Override
        public Boolean answer(DecoderHost host) throws VideoException {
            host.keep(host.videos().openSound(reel));
            return true;
        }
    }

    /** A piece of the sound. */
    record Sound(long from, int count) implements Call<short[]> {
        @Override
        public short[] answer(DecoderHost host) throws VideoException {
            return host.sound().read(from, count);
        }
    }

    /** Closes the reader; the process can be used for another. */
    record Close() implements Call<Boolean> {
        @Override
        public Boolean answer(DecoderHost host) {
            host.closeReader();
            return true;
        }
    }

    /** Puts the exact frame into the shared pixels. */
    record Read(int frame, int width, int height) implements Call<Integer> {
        @Override
        public Integer answer(DecoderHost host) throws VideoException {
            Picture picture = host.picture(width, height);
            host.reader().read(frame, picture);
            host.pixels().put(0, picture.bgra());
            return frame;
        }
    }

    /** Puts the nearest key frame into the shared pixels and gives its number. */
    record ReadKey(int frame, int width, int height) implements Call<Integer> {
        @Override
        public Integer answer(DecoderHost host) throws VideoException {
            Picture picture = host.picture(width, height);
            int key = host.reader().readKey(frame, picture);
            host.pixels().put(0, picture.bgra());
            return key;
        }
    }

    /** Shows the brightness of frames through some slots. */
    record Scan(int from, int to, int slots) implements Call<Boolean> {
        @Override
        public Boolean answer(DecoderHost host) throws VideoException {
            host.slots(slots);
            host.reader().scan(from, to, host.shower(0), host.progress());
            return true;
        }
    }

    /** Shows the film thinned out, the stretches of it side by side. */
    record Glance(long step, long stretch, int slots) implements Call<Boolean> {
        @Override
        public Boolean answer(DecoderHost host) throws VideoException {
            host.slots(slots);
            host.reader().glance(step, stretch, host::shower, host.progress());
            return true;
        }
    }
}
