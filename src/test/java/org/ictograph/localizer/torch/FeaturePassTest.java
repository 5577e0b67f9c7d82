package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.PassingReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Decoder and network side by side: the same numbers as one after the other, and one sentence whichever of them fails. */
@Timeout(120)
class FeaturePassTest {
    private static final int SECONDS = 12;
    private static final int BATCH = 8;

    @TempDir
    Path folder;

    @Test
    void theNumbersAreThoseOfOneAfterTheOther() throws Exception {
        CageFilm film = CageFilm.write(folder, SECONDS);
        for (boolean difference : List.of(false, true)) {
            Preprocessing plain = plain(difference);
            ModelFolder golden = ModelFolder.open(Golden.of("videomae-mean").folder());
            try (Weights weights = golden.weights(Golden.torch());
                    FrameReader reader = film.films().open(film.recording())) {
                ClipClassifier network = golden.classifier(weights);
                List<List<float[]>> wanted = oneAfterTheOther(film, network, plain, reader);
                List<List<float[]>> seen = new FeaturePass(Golden.torch(), network, plain, grid(network))
                        .measure(film.cages(), reader, Progress.NONE);
                assertEquals(2, seen.size());
                for (int cage = 0; cage < 2; cage++) {
                    assertEquals(
                            grid(network).steps(SECONDS * 30), seen.get(cage).size());
                    for (int step = 0; step < seen.get(cage).size(); step++) {
                        assertArrayEquals(
                                wanted.get(cage).get(step), seen.get(cage).get(step), "to the last bit");
                    }
                }
            }
        }
    }

    private static List<List<float[]>> oneAfterTheOther(
            CageFilm film, ClipClassifier network, Preprocessing preprocessing, FrameReader reader) throws Exception {
        List<List<float[]>> steps = List.of(new ArrayList<>(), new ArrayList<>());
        List<Integer> whose = new ArrayList<>();
        List<List<float[]>> clips = new ArrayList<>();
        List<CageClips> films = new ArrayList<>();
        for (Cage cage : film.cages()) {
            films.add(new CageClips(
                    new CropScaler(cage, reader.width(), preprocessing)::scale, grid(network), (number, pictures) -> {
                        whose.add(cage.equals(film.cage(0)) ? 0 : 1);
                        clips.add(pictures);
                    }));
        }
        reader.scan(
                0,
                reader.index().frames(),
                (frame, micros, luma) -> films.forEach(one -> one.see(micros, luma)),
                Progress.NONE);
        films.forEach(one -> one.finish(reader.index().duration()));
        int size = preprocessing.size();
        int frames = network.tubelets().frames();
        for (int from = 0; from < clips.size(); from += BATCH) {
            int to = Math.min(clips.size(), from + BATCH);
            float[] pixels = new float[(to - from) * frames * 3 * size * size];
            int at = 0;
            for (List<float[]> clip : clips.subList(from, to)) {
                for (int picture = 0; picture < frames; picture++) {
                    for (int channel = 0; channel < 3; channel++) {
                        for (int i = 0; i < size * size; i++) {
                            pixels[at++] = preprocessing.value(seen(preprocessing, clip, picture, i), channel);
                        }
                    }
                }
            }
            try (NDManager manager = Golden.torch().manager()) {
                float[] numbers = network.features(Layers.array(manager, pixels, to - from, frames, 3, size, size))
                        .toFloatArray();
                for (int i = from; i < to; i++) {
                    float[] step = new float[network.width()];
                    System.arraycopy(numbers, (i - from) * step.length, step, 0, step.length);
                    steps.get(whose.get(i)).add(step);
                }
            }
        }
        return steps;
    }

    /** Brightness, or by how much it differs from the picture before; the first picture shows what the second does. */
    private static float seen(Preprocessing preprocessing, List<float[]> clip, int picture, int place) {
        if (preprocessing.modality() == Modality.PICTURE) {
            return clip.get(picture)[place];
        }
        int later = Math.max(1, picture);
        return Math.abs(clip.get(later)[place] - clip.get(later - 1)[place]);
    }

    @Test
    void theDecoderWaitsForANetworkThatLags() throws Exception {
        CountDownLatch lagging = new CountDownLatch(1);
        AtomicInteger added = new AtomicInteger();
        Sham network = new Sham(batch -> {
            try {
                lagging.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        try (ClipQueue queue = new ClipQueue(
                Golden.torch(), network, new ClipPixels(new Sight(plain(false), OpticalFlow.NONE), 16), 1)) {
            Thread decoder = new Thread(() -> {
                for (int i = 0; i < 100; i++) {
                    queue.add(0, Collections.nCopies(16, new float[3 * 32 * 32]));
                    added.incrementAndGet();
                }
            });
            decoder.start();
            while (added.get() < 4 * BATCH || decoder.getState() != Thread.State.WAITING) {
                Thread.sleep(5);
            }
            assertEquals(4 * BATCH, added.get(), "one batch is looked at, two wait, one is full");
            lagging.countDown();
            decoder.join();
            assertEquals(100, queue.finish().get(0).size());
        }
    }

    @Test
    void whatStandsStillInAGapIsLookedAtOnce() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Sham network = new Sham(batch -> seen.addAndGet((int) batch));
        ClipPixels pixels = new ClipPixels(new Sight(plain(false), OpticalFlow.NONE), 16);
        try (ClipQueue queue = new ClipQueue(Golden.torch(), network, pixels, 1)) {
            CageClips film = new CageClips(
                    luma -> new float[3 * 32 * 32], grid(network), (number, pictures) -> queue.add(0, pictures));
            for (int frame = 0; frame < 32; frame++) {
                film.see(Math.round(frame * 1e6 / 30), new byte[0]);
            }
            film.finish(3_600_000_000L);
            assertEquals(grid(network).steps(3600 * 30), queue.finish().get(0).size());
        }
        // Eight clips begin before the last picture, which then stands still.
        assertEquals(9, seen.get());
    }

    @Test
    void aNetworkThatFailsEndsTheDecoding() throws Exception {
        CageFilm film = CageFilm.write(folder, SECONDS);
        List<Integer> frames = new ArrayList<>();
        Sham network = new Sham(batch -> {
            throw new LocalizerException("The network is broken; mend it.");
        });
        try (FrameReader reader = film.films().open(film.recording())) {
            LocalizerException told = assertThrows(
                    LocalizerException.class,
                    () -> see(film, network, new Watched(reader, frames, Integer.MAX_VALUE), Progress.NONE));
            assertEquals("The network is broken; mend it.", told.getMessage());
        }
        assertTrue(frames.size() < SECONDS * 30, "decoded " + frames.size());
        awaitThatNobodyWorks();
    }

    @Test
    void aFilmThatBreaksOffEndsTheNetwork() throws Exception {
        CageFilm film = CageFilm.write(folder, SECONDS);
        Sham network = new Sham(batch -> {});
        try (FrameReader reader = film.films().open(film.recording())) {
            VideoException told = assertThrows(
                    VideoException.class,
                    () -> see(film, network, new Watched(reader, new ArrayList<>(), 100), Progress.NONE));
            assertEquals("The film breaks off.", told.getMessage());
        }
        awaitThatNobodyWorks();
    }

    @Test
    void somebodyCanStopIt() throws Exception {
        CageFilm film = CageFilm.write(folder, SECONDS);
        List<Integer> frames = new ArrayList<>();
        Progress stopped = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return frames.size() >= 50;
            }
        };
        try (FrameReader reader = film.films().open(film.recording())) {
            assertThrows(
                    CancellationException.class,
                    () -> see(film, new Sham(batch -> {}), new Watched(reader, frames, Integer.MAX_VALUE), stopped));
        }
        assertEquals(50, frames.size());
        awaitThatNobodyWorks();
    }

    /** A thread that has ended stays in the list for a moment. */
    private static void awaitThatNobodyWorks() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("ictograph-network"))) {
            Thread.sleep(5);
        }
    }

    private static void see(CageFilm film, ClipClassifier network, FrameReader reader, Progress progress)
            throws Exception {
        new FeaturePass(Golden.torch(), network, plain(false), grid(network)).measure(film.cages(), reader, progress);
    }

    private static Grid grid(ClipClassifier network) {
        return new Grid(30, 4, network.tubelets().frames());
    }

    private static Preprocessing plain(boolean difference) {
        return new Preprocessing(
                0,
                32,
                1 / 255.0,
                0,
                List.of(0.4, 0.5, 0.3),
                List.of(0.2, 0.3, 0.25),
                Preprocessing.RATE,
                difference ? Modality.DIFFERENCE : Modality.PICTURE);
    }

    private interface Deed {
        void on(long batch) throws LocalizerException;
    }

    /** Does something with each batch, and gives a 0 for each clip. */
    private record Sham(Deed deed) implements ClipClassifier {
        @Override
        public Tubelets tubelets() {
            return new Tubelets(16, 32, 3, 1, 32);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public List<String> labels() {
            return List.of();
        }

        @Override
        public NDArray features(NDArray pixels) throws LocalizerException {
            long batch = pixels.getShape().get(0);
            deed.on(batch);
            return pixels.getManager().zeros(new Shape(batch, 1));
        }

        @Override
        public NDArray classes(NDArray features) {
            return features;
        }
    }

    /** A film that breaks off after some frames, and tells which were shown. */
    private static final class Watched extends PassingReader {
        private final List<Integer> frames;
        private final int most;

        Watched(FrameReader film, List<Integer> frames, int most) {
            super(film);
            this.frames = frames;
            this.most = most;
        }

        @Override
        public void scan(int from, int to, LumaVisitor visitor, Progress progress) throws VideoException {
            super.scan(
                    from,
                    Math.min(to, most),
                    (frame, micros, luma) -> {
                        visitor.visit(frame, micros, luma);
                        frames.add(frame);
                    },
                    progress);
            if (most < to) {
                throw new VideoException("The film breaks off.");
            }
        }
    }
}
