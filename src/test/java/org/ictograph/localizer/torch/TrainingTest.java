package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small RaSeformer learns made-up features, in which an event is a plain rise of two of six numbers. */
class TrainingTest {
    private static final RaSeformer.Design SMALL = new RaSeformer.Design(4, List.of(9, 1, 1), 0.5, 16);
    private static final int WIDTH = 6;
    private static final Recipe RECIPE = new Recipe(6, 7, 16, 3e-3);

    @TempDir
    Path folder;

    private static List<TrainingWindow> windows(long seed, int count) {
        Random random = new Random(seed);
        List<TrainingWindow> windows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int onset = 4 + random.nextInt(24);
            int offset = onset + 5 + random.nextInt(12);
            boolean event = i % 3 != 2;
            List<float[]> steps = new ArrayList<>();
            for (int t = 0; t < 48; t++) {
                float[] step = new float[WIDTH];
                for (int n = 0; n < WIDTH; n++) {
                    step[n] = (float) random.nextGaussian() / 2;
                }
                if (event && t >= onset && t < offset) {
                    step[0] += 3;
                    step[1] -= 3;
                }
                steps.add(step);
            }
            windows.add(new TrainingWindow(steps, event ? List.of(new Segment(onset, offset, 0, 1)) : List.of()));
        }
        return windows;
    }

    private Training begin(String name, Recipe recipe, List<TrainingWindow> windows) throws LocalizerException {
        return Training.begin(Golden.torch(), recipe, SMALL, 1, checkpoints(name), windows);
    }

    private Checkpoints checkpoints(String name) {
        return new Checkpoints(folder.resolve(name), "of the test");
    }

    private byte[] outcome(Training training, String name) throws Exception {
        Path file = folder.resolve(name + ".safetensors");
        training.outcome().write(file, Map.of());
        return Files.readAllBytes(file);
    }

    @Test
    void whatIsLearnedIsFoundInFeaturesThatWereNotSeen() throws Exception {
        Recipe longer = new Recipe(30, 7, 16, 3e-3);
        try (Training training = begin("long", longer, windows(1, 24))) {
            training.run(Progress.NONE);
            List<Trained.Epoch> epochs = training.epochs();
            assertEquals(30, epochs.size());
            assertTrue(epochs.get(29).loss() < 0.5 * epochs.get(0).loss(), epochs.toString());
            RaSeformer network = new RaSeformer(SMALL, training.outcome());
            int hits = 0;
            List<TrainingWindow> unseen = windows(2, 12);
            for (TrainingWindow window : unseen) {
                float[][] scores = new float[1][48];
                List<Segment> found = new SegmentSearch(Golden.torch(), network).segments(window.steps(), scores);
                boolean sure = !found.isEmpty() && found.get(0).score() > 0.3;
                assertEquals(!window.truth().isEmpty(), sure, found.toString());
                if (sure) {
                    Segment truth = window.truth().get(0);
                    boolean near = Math.abs(found.get(0).start() - truth.start()) <= 2
                            && Math.abs(found.get(0).end() - truth.end()) <= 2;
                    hits += near ? 1 : 0;
                }
            }
            assertTrue(hits >= 7, "edges within two steps in " + hits + " of 8");
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        try (Training one = begin("one", RECIPE, windows(1, 9));
                Training two = begin("two", RECIPE, windows(1, 9));
                Training other = begin("other", new Recipe(6, 8, 16, 3e-3), windows(1, 9))) {
            one.run(Progress.NONE);
            two.run(Progress.NONE);
            other.run(Progress.NONE);
            assertEquals(one.epochs(), two.epochs());
            assertArrayEquals(outcome(one, "one"), outcome(two, "two"));
            assertFalse(Arrays.equals(outcome(one, "one"), outcome(other, "other")));
        }
    }

    @Test
    void interruptedAndResumedIsBitForBitAsIfNeverInterrupted() throws Exception {
        byte[] whole;
        List<Trained.Epoch> epochs;
        try (Training training = begin("whole", RECIPE, windows(1, 9))) {
            training.run(Progress.NONE);
            whole = outcome(training, "whole");
            epochs = training.epochs();
        }
        for (int stopAt : List.of(1, 17, 29)) {
            String name = "parts" + stopAt;
            int[] checks = {0};
            Progress stopping = new Progress() {
                @Override
                public void report(double fraction, String what) {}

                @Override
                public boolean cancelled() {
                    return checks[0]++ == stopAt;
                }
            };
            try (Training training = begin(name, RECIPE, windows(1, 9))) {
                assertThrows(CancellationException.class, () -> training.run(stopping));
                assertTrue(training.epochs().size() < 6);
            }
            if (!checkpoints(name).any()) {
                assertEquals(1, stopAt, "only in the first epoch there is nothing to go on with");
                continue;
            }
            try (Training training = Training.resume(Golden.torch(), RECIPE, SMALL, checkpoints(name), windows(1, 9))) {
                assertTrue(training.epochs().size() > 0);
                training.run(Progress.NONE);
                assertEquals(epochs, training.epochs());
                assertArrayEquals(whole, outcome(training, name), "stopped at " + stopAt);
            }
        }
    }

    @Test
    void aDamagedCheckpointIsPassedOverAndThatOfOtherLessonsRefused() throws Exception {
        byte[] whole;
        try (Training training = begin("a", RECIPE, windows(1, 9))) {
            training.run(Progress.NONE);
            whole = outcome(training, "whole");
        }
        Path newest = folder.resolve("a/epoch-00006.safetensors");
        assertEquals(List.of("epoch-00005.safetensors", "epoch-00006.safetensors"), names("a"));
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
        try (Training training = Training.resume(Golden.torch(), RECIPE, SMALL, checkpoints("a"), windows(1, 9))) {
            assertEquals(5, training.epochs().size());
            training.run(Progress.NONE);
            assertArrayEquals(whole, outcome(training, "again"));
        }
        Checkpoints others = new Checkpoints(folder.resolve("a"), "of others");
        assertSentence("belongs to other labels", others::newest);
        Files.writeString(newest, "spoilt");
        Files.writeString(folder.resolve("a/epoch-00005.safetensors"), "spoilt");
        assertSentence("is damaged; delete", checkpoints("a")::newest);
        checkpoints("a").clear();
        assertFalse(Files.exists(folder.resolve("a")));
        assertSentence("begin without --resume", checkpoints("a")::newest);
    }

    private List<String> names(String name) throws Exception {
        try (var files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatCannotBeLearnedIsToldInASentence() throws Exception {
        List<TrainingWindow> spoilt = new ArrayList<>(windows(1, 9));
        spoilt.get(0).steps().get(10)[2] = Float.NaN;
        try (Training training = begin("nan", RECIPE, spoilt)) {
            assertSentence("In epoch 1 the loss is no number any more", () -> training.run(Progress.NONE));
        }
        assertFalse(checkpoints("nan").any(), "nothing of it is kept");
        try (Training training = begin("far", new Recipe(6, 7, 16, 1e30), windows(1, 9))) {
            assertSentence("the loss is no number any more", () -> training.run(Progress.NONE));
        }
        try (Training training = begin("once", new Recipe(1, 7, 16, 1e39), windows(1, 2))) {
            assertSentence("In epoch 1 the loss is no number any more", () -> training.run(Progress.NONE));
        }
        assertFalse(checkpoints("once").any(), "weights that are no numbers are not kept");
        List<TrainingWindow> empty = windows(1, 9).stream()
                .filter(window -> window.truth().isEmpty())
                .toList();
        assertSentence("has an event in time that was looked at", () -> begin("empty", RECIPE, empty));
        assertSentence("one animal, b;", () -> AnimalSplit.of(new TreeMap<>(Map.of("a", 0, "b", 9)), 1));
        assertSentence("nothing to learn", () -> AnimalSplit.of(new TreeMap<>(Map.of("a", 0, "b", 0)), 1));
    }

    private interface Failing {
        void run() throws Exception;
    }

    private static void assertSentence(String part, Failing failing) {
        LocalizerException told = assertThrows(LocalizerException.class, failing::run);
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }

    @Test
    void freshWeightsHaveTheNamesAndShapesOfTheReference() throws Exception {
        Golden golden = Golden.of("raseformer");
        try (Weights weights = golden.weights()) {
            int inputs = weights.length("backbone.embd.0.conv.weight", 1);
            int channels = weights.length("backbone.embd.0.conv.weight", 0);
            Map<String, Safetensors.Tensor> fresh = FreshHead.of(RaSeformer.Design.PUBLISHED, inputs, channels, 14, 1);
            assertEquals(weights.arrays().keySet(), fresh.keySet());
            weights.tensors()
                    .forEach((name, tensor) -> assertEquals(
                            tensor.shape(),
                            Objects.requireNonNull(fresh.get(name)).shape(),
                            name));
        }
        // Published: 229 tensors, 27,669,526 numbers.
        Map<String, Safetensors.Tensor> published = FreshHead.of(RaSeformer.Design.PUBLISHED, 1024, 512, 14, 1);
        assertEquals(229, published.size());
        assertEquals(
                27_669_526,
                published.values().stream().mapToInt(t -> t.numbers().length).sum());
    }

    @Test
    void onlyConvolutionsDecay() {
        Map<String, Safetensors.Tensor> fresh = FreshHead.of(SMALL, WIDTH, 16, 1, 1);
        List<String> kept = new ArrayList<>();
        fresh.forEach((name, tensor) -> {
            Shape shape =
                    new Shape(tensor.shape().stream().mapToLong(Long::longValue).toArray());
            if (!TrainingState.decays(name, shape)) {
                kept.add(name);
            }
        });
        assertTrue(
                kept.stream()
                        .allMatch(name -> name.endsWith(".bias")
                                || name.endsWith(".scale")
                                || name.matches(".*(norm|norms\\.\\d|norm\\.\\d|ln[12]|_norm)\\.weight")
                                || name.contains("embd_norm")),
                kept.toString());
        assertFalse(kept.contains("cls_head.cls_head.conv.weight"), "of one class");
    }

    /** AdamW by its paper in 64 bits: decoupled decay, means corrected for their begin. */
    @Test
    void stepsAreThoseOfAdamW() throws Exception {
        Map<String, Safetensors.Tensor> one = new LinkedHashMap<>();
        one.put("a.weight", new Safetensors.Tensor(List.of(2L, 1L, 1L), new float[] {0.5f, -1.5f}));
        one.put("a.bias", new Safetensors.Tensor(List.of(2L), new float[] {0.25f, 2f}));
        double[] expected = {0.5, -1.5, 0.25, 2};
        double[] average = expected.clone();
        double[] m = new double[4];
        double[] v = new double[4];
        double[][] gradients = {{3, -4, 0, 0}, {0.1, 0.2, -0.3, 0.05}, {-1, 0.5, 2, -0.01}};
        try (TrainingState state = TrainingState.begin(Golden.torch(), one)) {
            for (int t = 1; t <= gradients.length; t++) {
                double[] raw = gradients[t - 1];
                double norm = Math.sqrt(Arrays.stream(raw).map(x -> x * x).sum());
                try (NDManager manager = Golden.torch().manager();
                        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    collector.backward(
                            product(manager, state, "a.weight", raw, 0).add(product(manager, state, "a.bias", raw, 2)));
                }
                assertEquals(norm, state.descend(Golden.torch(), 0.01, 0.05, 1), 1e-5);
                for (int i = 0; i < 4; i++) {
                    double g = raw[i] * Math.min(1, 1 / (norm + 1e-6));
                    m[i] = 0.9 * m[i] + 0.1 * g;
                    v[i] = 0.999 * v[i] + 0.001 * g * g;
                    double decay = i < 2 ? 0.01 * 0.05 : 0;
                    expected[i] -= decay * expected[i];
                    expected[i] -= 0.01
                            * (m[i] / (1 - Math.pow(0.9, t)))
                            / (Math.sqrt(v[i] / (1 - Math.pow(0.999, t))) + 1e-8);
                    double stays = Math.min(0.999, t / (9.0 + t));
                    average[i] = stays * average[i] + (1 - stays) * expected[i];
                }
                assertNear(expected, state.weights());
                assertNear(average, state.average());
            }
        }
    }

    private static NDArray product(NDManager manager, TrainingState state, String name, double[] by, int from) {
        NDArray weight = Objects.requireNonNull(state.weights().arrays().get(name));
        float[] factors = {(float) by[from], (float) by[from + 1]};
        NDArray other = Layers.array(manager, factors, weight.getShape().getShape());
        return other.mul(weight).sum();
    }

    private static void assertNear(double[] expected, Weights weights) {
        float[] a = Objects.requireNonNull(weights.tensors().get("a.weight")).numbers();
        float[] b = Objects.requireNonNull(weights.tensors().get("a.bias")).numbers();
        double[] got = {a[0], a[1], b[0], b[1]};
        assertArrayEquals(expected, got, 2e-6);
    }

    @Test
    void theRateRisesForHalfOfTheEpochsAndFallsAlongACosine() {
        Recipe recipe = new Recipe(40, 1, 512, 1e-4);
        assertEquals(1e-8, recipe.rateAt(0, 10), 1e-15);
        assertEquals(1e-4, recipe.rateAt(199, 10), 1e-12);
        assertEquals(1e-4, recipe.rateAt(200, 10), 1e-12);
        assertEquals(0.5 * (1e-4 + 1e-8), recipe.rateAt(300, 10), 1e-12);
        assertTrue(recipe.rateAt(399, 10) < 1e-8 + 1e-8);
        assertEquals(1e-4, new Recipe(1, 1, 512, 1e-4).rateAt(0, 10), 1e-12);
    }

    @Test
    void animalsAreOnOneSideAndEventsOnBoth() throws Exception {
        TreeMap<String, Integer> events = new TreeMap<>();
        IntStream.range(0, 9).forEach(i -> events.put("rat " + i, i < 5 ? i : 0));
        AnimalSplit first = AnimalSplit.of(events, 1);
        assertEquals(first, AnimalSplit.of(events, 1));
        boolean differs = false;
        for (long seed = 0; seed < 30; seed++) {
            AnimalSplit split = AnimalSplit.of(events, seed);
            List<String> both = new ArrayList<>(split.learned());
            both.addAll(split.heldOut());
            both.sort(null);
            assertEquals(List.copyOf(events.keySet()), both);
            for (List<String> side : List.of(split.learned(), split.heldOut())) {
                assertTrue(side.stream().anyMatch(animal -> events.getOrDefault(animal, 0) > 0), split.toString());
            }
            assertTrue(split.heldOut().size() <= 3, split.toString());
            differs |= !split.equals(first);
        }
        assertTrue(differs);
        assertNotEquals(
                List.of(),
                AnimalSplit.of(new TreeMap<>(Map.of("a", 1, "b", 1)), 3).heldOut());
    }

    @Test
    void animalsToHoldOutCanBeChosenAndDealtIntoFolds() throws Exception {
        TreeMap<String, Integer> events = new TreeMap<>(Map.of("a", 3, "b", 2, "c", 1, "d", 0, "e", 0));
        AnimalSplit chosen = AnimalSplit.of(events, List.of("d", "b"));
        assertEquals(List.of("a", "c", "e"), chosen.learned());
        assertEquals(List.of("b", "d"), chosen.heldOut());
        assertSentence("no animal x to hold out, only a, b, c, d, e", () -> AnimalSplit.of(events, List.of("x")));
        assertSentence("No event is left", () -> AnimalSplit.of(events, List.of("a", "b", "c")));
        assertSentence("nothing could be tested", () -> AnimalSplit.of(events, List.of("d")));
        List<AnimalSplit> folds = AnimalSplit.folds(events, 3, 5);
        assertEquals(
                List.of("a", "b", "c", "d", "e"),
                folds.stream().flatMap(fold -> fold.heldOut().stream()).sorted().toList());
        assertSentence("Only 3 animals have events, too few for 4 folds", () -> AnimalSplit.folds(events, 4, 5));
    }

    @Test
    void nativeMemoryStaysFlat() throws Exception {
        try (Training training = begin("flat", new Recipe(3, 7, 16, 3e-3), windows(1, 9))) {
            int before = training.outcome().manager().getManagedArrays().size();
            training.run(Progress.NONE);
            assertEquals(before, training.outcome().manager().getManagedArrays().size());
            assertEquals(before, training.weights().manager().getManagedArrays().size());
        }
    }
}
