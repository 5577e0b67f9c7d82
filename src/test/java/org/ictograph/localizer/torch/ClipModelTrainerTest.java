package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Modality;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From a film with flashes to a network that tells them, with the small networks of the reference. */
class ClipModelTrainerTest {
    private static final ClipRecipe RECIPE = new ClipRecipe(8, 1, 0.05, 1, 2, 2, 0, Modality.DIFFERENCE);

    @TempDir
    Path folder;

    private Path models = Path.of("");
    private CageFilm film;

    @BeforeEach
    void aFilmAndAnEncoder() throws Exception {
        models = folder.resolve("models");
        film = CageFilm.write(folder, 36);
        Golden.of("videomae-mean").putDown(models.resolve("reference"));
    }

    /** Two animals; a flash from 3 to 7 s of each 12. */
    private List<Lesson> lessons(boolean second) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Lesson.Event> events = new ArrayList<>();
            for (long from = 0; from < 36 && (i == 0 || second); from += 12) {
                events.add(new Lesson.Event("seizure", new Span((from + 3) * Span.SECOND, (from + 7) * Span.SECOND)));
            }
            lessons.add(new Lesson(film.recording(), film.cage(i), "rat " + i, film.whole(), events));
        }
        return lessons;
    }

    private ClipTrained train(String source, String model, boolean resume, ClipRecipe recipe, Progress progress)
            throws Exception {
        return new ClipModelTrainer(
                        models,
                        folder,
                        new ClipModelTrainer.Order(source, model, "seizure", resume),
                        recipe,
                        heard -> {})
                .train(lessons(true), film.films(), progress);
    }

    private byte[] encoder(String model) throws Exception {
        return Files.readAllBytes(models.resolve(model).resolve("encoder/model.safetensors"));
    }

    /** Where both powers vanish as numbers, drawing again and again would take for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 0.2, 1e-3, 1e-12, Double.MIN_VALUE})
    void sharesOfAMixtureAreDrawnForEveryMixup(double mixup) {
        Random few = new Random(1) {
            private int drawn;

            @Override
            public double nextDouble() {
                if (drawn++ > 20_000) {
                    throw new AssertionError("no share is found");
                }
                return super.nextDouble();
            }
        };
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 2000; i++) {
            double share = ClipTraining.beta(mixup, few);
            assertTrue(share >= 0 && share <= 1, Double.toString(share));
            sum += share;
            squares += (share - 0.5) * (share - 0.5);
        }
        assertEquals(0.5, sum / 2000, 0.04);
        assertEquals(1 / (4 * (2 * mixup + 1)), squares / 2000, 0.015, "the variance of Beta(a, a)");
    }

    @Test
    void flashesAreToldOnTheAnimalHeldOutAndProposed() throws Exception {
        ClipTrained made = train("reference", "flashes", false, RECIPE, Progress.NONE);
        assertEquals(2, made.folds().size());
        assertEquals(made.folds().get(0).learned(), made.folds().get(1).heldOut());
        // Of 36 clips of an animal 12 flash and 24 are drawn without.
        assertEquals(36, made.folds().get(0).clips());
        for (ClipTrained.Fold fold : made.folds()) {
            assertTrue(fold.scores().confusion().f1().value().orElse(0) > 0.9, fold.toString());
        }
        assertTrue(
                made.losses().get(7) < made.losses().get(0) / 2, made.losses().toString());
        assertTrue(
                made.remarks().get(0).contains("from 12 clips only"),
                made.remarks().toString());

        JsonNode card = new JsonMapper().readTree(Files.readString(models.resolve("flashes/encoder/card.json")));
        assertEquals(
                made.folds().get(0).scores().confusion().f1().value().orElseThrow(),
                card.at("/folds/0/f1").asDouble());
        assertTrue(card.at("/mean_of_folds/specificity").asDouble() > 0.9, card.toString());
        assertEquals("difference", card.at("/recipe/modality").asText());
        String taught = made.folds().get(0).learned().get(0);
        assertEquals(List.of(taught), ClipCard.known(models.resolve("flashes"), List.of("rat 0", "rat 1")));
        assertFalse(Files.exists(models.resolve("flashes/training-1")));

        Localizer shelved = NetworkShelf.of(models, folder).get(0);
        assertEquals("flashes", shelved.model());
        try (FrameReader reader = film.films().open(film.recording())) {
            Localization found = shelved.localize(film.recording(), List.of(film.cage(1)), reader, Progress.NONE);
            assertEquals(1, found.tracks().size());
            List<Proposal> proposals = found.proposals();
            assertEquals(3, proposals.size(), proposals.toString());
            for (int i = 0; i < 3; i++) {
                Span truth = new Span((12L * i + 3) * Span.SECOND, (12L * i + 7) * Span.SECOND);
                Span span = proposals.get(i).span();
                assertTrue(Math.abs(span.start() - truth.start()) < 1_500_000, span.toString());
                assertTrue(Math.abs(span.end() - truth.end()) < 1_500_000, span.toString());
            }
        }
        ModelTrainer onIt = new ModelTrainer(
                models,
                folder,
                new ModelTrainer.Order("flashes", "events", List.of("seizure"), false),
                new Recipe(1, 1, 8, 1e-3));
        assertTrue(
                onIt.train(lessons(true), film.films(), Progress.NONE).remarks().stream()
                        .noneMatch(remark -> remark.startsWith("The encoder has learned")),
                "the same seed holds the same animal out");
    }

    /** Each picture is as any other; only that it moves tells the event. */
    @ParameterizedTest
    @EnumSource(names = {"FLOW_FARNEBACK", "FLOW_DIS"})
    void flowTellsWhatOnlyMoves(Modality modality) throws Exception {
        film = CageFilm.drifting(folder, 36);
        ClipRecipe recipe = new ClipRecipe(8, 1, 0.05, 1, 2, 2, 0, modality);
        ClipTrained made = train("reference", "flow", false, recipe, Progress.NONE);
        for (ClipTrained.Fold fold : made.folds()) {
            assertTrue(fold.scores().confusion().f1().value().orElse(0) > 0.9, fold.toString());
        }
        assertEquals(modality.text(), card("flow").at("/recipe/modality").asText());
        assertTrue(card("flow").at("/recipe/pixels").asText().startsWith("optical flow"));
        assertTrue(card("flow").at("/recipe/flow_library").asText().startsWith("OpenCV 4."));
        try (FrameReader reader = film.films().open(film.recording())) {
            List<Proposal> proposals = NetworkShelf.of(models, folder)
                    .get(0)
                    .localize(film.recording(), List.of(film.cage(1)), reader, Progress.NONE)
                    .proposals();
            assertEquals(3, proposals.size(), proposals.toString());
            for (int i = 0; i < 3; i++) {
                Span span = proposals.get(i).span();
                assertEquals(12 * i + 3, span.start() / 1e6, 1.5);
                assertEquals(12 * i + 7, span.end() / 1e6, 1.5);
            }
        }
        train("reference", "again", false, recipe, Progress.NONE);
        assertArrayEquals(encoder("flow"), encoder("again"));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndResumingThemToo() throws Exception {
        ClipRecipe brief = RECIPE.during(3);
        train("reference", "whole", false, brief, Progress.NONE);
        Path reached = models.resolve("parts/training-2");
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return Files.exists(reached);
            }
        };
        assertThrows(CancellationException.class, () -> train("reference", "parts", false, brief, stopping));
        assertSentence("go on with it with --resume", "reference", "parts", false, brief);
        assertSentence("belongs to other labels", "reference", "parts", true, RECIPE);
        ClipTrained resumed = train("reference", "parts", true, brief, Progress.NONE);
        assertArrayEquals(encoder("whole"), encoder("parts"));
        assertEquals(2, resumed.folds().size());
        assertEquals(
                card("whole").get("folds").toString(),
                card("parts").get("folds").toString());
        assertSentence("nothing in", "reference", "fresh", true, brief);
    }

    private JsonNode card(String model) throws Exception {
        return new JsonMapper().readTree(Files.readString(models.resolve(model).resolve("encoder/card.json")));
    }

    /** Each of the three networks learns at all, with mix-up and pictures, too. */
    @ParameterizedTest
    @CsvSource({"timesformer, 0.2", "vivit, 0", "videomae-token, 0.5"})
    void everyNetworkOfTheShelfLearns(String golden, double mixup) throws Exception {
        Golden.of(golden).putDown(models.resolve(golden));
        ClipTrained made = train(
                golden, "new", false, new ClipRecipe(3, 1, 0.02, 1, 1, 1, mixup, Modality.PICTURE), Progress.NONE);
        assertEquals(1, made.folds().size());
        assertTrue(made.losses().get(2) < made.losses().get(0), made.losses().toString());
    }

    @Test
    void whatIsMissingIsToldInASentence() throws Exception {
        assertSentence("make one with --stage pretrain", "absent", "new", false, RECIPE);
        assertSentence(
                "the loss is no number any more",
                "reference",
                "far",
                false,
                new ClipRecipe(8, 1, 1e30, 1, 2, 1, 0, Modality.PICTURE));
        ClipModelTrainer one = new ClipModelTrainer(
                models, folder, new ClipModelTrainer.Order("reference", "new", "seizure", false), RECIPE, heard -> {});
        assertSentence("one animal, rat 0;", () -> one.train(lessons(false), film.films(), Progress.NONE));
        ClipModelTrainer other = new ClipModelTrainer(
                models, folder, new ClipModelTrainer.Order("reference", "new", "groom", false), RECIPE, heard -> {});
        assertSentence(
                "There is no groom to learn from", () -> other.train(lessons(true), film.films(), Progress.NONE));
        assertSentence(
                "take shorter clips (--seconds)",
                "reference",
                "new",
                false,
                new ClipRecipe(8, 1, 0.01, 60, 2, 1, 0, Modality.PICTURE));
        MotionFilters.putDown(models);
        assertSentence("has nothing that could learn", "motion-energy", "new", false, RECIPE);
        Path weights = models.resolve("reference/encoder/model.safetensors");
        byte[] whole = Files.readAllBytes(weights);
        Files.write(weights, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertSentence("are damaged or no safetensors file", "reference", "new", false, RECIPE);
        Files.writeString(
                models.resolve("reference/encoder/preprocessor_config.json"),
                "{\"size\":{\"height\":32,\"width\":32},\"image_mean\":[0.45],\"image_std\":[0.225]}");
        assertSentence(
                "has 1 channels where optical flow has 3",
                "reference",
                "new",
                false,
                new ClipRecipe(8, 1, 0.01, 1, 2, 1, 0, Modality.FLOW_DIS));
        Golden.of("vivit").putDown(models.resolve("reference"));
        Files.copy(
                Golden.of("videomae-mean").folder().resolve("config.json"),
                models.resolve("reference/encoder/config.json"),
                StandardCopyOption.REPLACE_EXISTING);
        assertSentence("belong to another network", "reference", "new", false, RECIPE);
        assertFalse(Files.exists(models.resolve("new")), "nothing is left of what was refused");
    }

    @Test
    void foldsKeepAnimalsApartAndBeginWithTheUsualSplit() throws Exception {
        TreeMap<String, Integer> events = new TreeMap<>(Map.of("a", 4, "b", 0, "c", 2, "d", 7, "e", 1, "f", 0));
        List<AnimalSplit> folds = ClipFolds.of(events, 3, 4).folds();
        assertEquals(4, folds.size());
        assertEquals(AnimalSplit.of(events, 3), folds.get(0));
        List<String> tested = new ArrayList<>();
        for (AnimalSplit fold : folds) {
            tested.addAll(fold.heldOut());
            assertTrue(fold.heldOut().stream().noneMatch(fold.learned()::contains), fold.toString());
            assertEquals(6, fold.heldOut().size() + fold.learned().size());
        }
        tested.sort(null);
        assertEquals(List.copyOf(events.keySet()), tested, "each animal is held out once");
        assertEquals(
                2,
                ClipFolds.of(new TreeMap<>(Map.of("a", 1, "b", 1)), 1, 9)
                        .folds()
                        .size());
    }

    /** SGD by PyTorch's definition in 64 bits. */
    @Test
    void stepsAreThoseOfMomentum() throws Exception {
        double[] expected = {0.5, -1.5};
        double[] velocity = new double[2];
        double[][] gradients = {{3, -4}, {0.1, 0.2}, {-1, 0.5}};
        Map<String, Safetensors.Tensor> one =
                Map.of("a", new Safetensors.Tensor(List.of(2L), new float[] {0.5f, -1.5f}));
        try (MomentumState state = MomentumState.begin(Golden.torch(), one)) {
            NDArray weight = Objects.requireNonNull(state.weights().arrays().get("a"));
            int held = state.weights().manager().getManagedArrays().size();
            for (double[] raw : gradients) {
                double norm = Math.hypot(raw[0], raw[1]);
                try (NDManager manager = Golden.torch().manager();
                        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                    float[] factors = {(float) raw[0], (float) raw[1]};
                    collector.backward(
                            Layers.array(manager, factors, 2).mul(weight).sum());
                }
                assertEquals(norm, state.descend(Golden.torch(), 0.1, 0.9, 1e-2, 1), 1e-5);
                for (int i = 0; i < 2; i++) {
                    velocity[i] = 0.9 * velocity[i] + raw[i] * Math.min(1, 1 / (norm + 1e-6)) + 1e-2 * expected[i];
                    expected[i] -= 0.1 * velocity[i];
                }
                float[] got = weight.toFloatArray();
                assertArrayEquals(expected, new double[] {got[0], got[1]}, 2e-6);
            }
            assertEquals(held, state.weights().manager().getManagedArrays().size(), "nothing is left over");
        }
    }

    @Test
    void theRateFallsTwice() {
        ClipRecipe recipe = ClipRecipe.PUBLISHED;
        assertEquals(0.005, recipe.rateIn(0));
        assertEquals(0.005, recipe.rateIn(14));
        assertEquals(0.0005, recipe.rateIn(15), 1e-12);
        assertEquals(0.0005, recipe.rateIn(18), 1e-12);
        assertEquals(0.00005, recipe.rateIn(19), 1e-12);
    }

    @Test
    void variationsMoveAndTurnWhatIsShown() {
        byte[] picture = new byte[25];
        picture[5 + 2] = (byte) 200;
        StoredClip clip = new StoredClip(List.of(picture), 5);
        assertEquals(200, ClipVariation.NONE.apply(clip, 0)[7]);
        assertEquals(200, new ClipVariation(false, 0.2, 0, 0, 1, 0).apply(clip, 0)[8], 1e-3, "one to the right");
        assertEquals(200, new ClipVariation(false, 0, 0.4, 0, 1, 0).apply(clip, 0)[17], 1e-3, "two down");
        assertEquals(
                200, new ClipVariation(false, 0, 0, Math.PI / 2, 1, 0).apply(clip, 0)[13], 1e-3, "from top to right");
        assertEquals(210, new ClipVariation(true, 0, 0, 0, 1, 10).apply(clip, 0)[7], 1e-3);
        assertEquals((200 - 127.5) * 0.8 + 127.5, new ClipVariation(true, 0, 0, 0, 0.8, 0).apply(clip, 0)[7], 1e-3);
        byte[] left = new byte[25];
        left[0] = 100;
        assertEquals(100, new ClipVariation(true, 0, 0, 0, 1, 0).apply(new StoredClip(List.of(left), 5), 0)[4], 1e-3);
    }

    private interface Failing {
        void run() throws Exception;
    }

    private void assertSentence(String part, String source, String model, boolean resume, ClipRecipe recipe) {
        assertSentence(part, () -> train(source, model, resume, recipe, Progress.NONE));
    }

    private static void assertSentence(String part, Failing failing) {
        LocalizerException told = assertThrows(LocalizerException.class, failing::run);
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
