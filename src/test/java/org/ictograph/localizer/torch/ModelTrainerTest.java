package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ictograph.localizer.Exam;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Localizers;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.Trained;
import org.ictograph.model.Cage;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a film with known events to a model on the shelf, with the small random encoder. */
class ModelTrainerTest {
    private static final Recipe RECIPE = new Recipe(3, 1, 8, 1e-3);

    @TempDir
    Path folder;

    private Path models = Path.of("");
    private CageFilm film;

    @BeforeEach
    void aFilmAndAnEncoder() throws Exception {
        models = folder.resolve("models");
        Golden.of("timesformer").putDown(models.resolve("random"));
        film = CageFilm.write(folder, 12);
    }

    /** Two cages; an event lasts from 3 to 7 s where the animal has one. */
    private List<Lesson> lessons(boolean first, boolean second) {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            List<Lesson.Event> events = (i == 0 ? first : second)
                    ? List.of(new Lesson.Event("seizure", new Span(3_000_000, 7_000_000)))
                    : List.of();
            lessons.add(new Lesson(film.recording(), film.cage(i), "rat " + i, film.whole(), events));
        }
        return lessons;
    }

    private ModelTrainer trainer(String model, boolean resume, Recipe recipe) {
        return new ModelTrainer(
                models, folder, new ModelTrainer.Order("random", model, List.of("seizure"), resume), recipe);
    }

    private byte[] head(String model) throws Exception {
        return Files.readAllBytes(models.resolve(model).resolve("head.safetensors"));
    }

    @Test
    void theModelLiesOnTheShelfWithItsCardAndProposes() throws Exception {
        Trained trained = trainer("first", false, RECIPE).train(lessons(true, true), film.films(), Progress.NONE);
        assertEquals(1, trained.learned().size());
        assertEquals(1, trained.heldOut().size());
        assertEquals(3, trained.epochs().size());
        assertEquals(1, trained.scores().classes().get(0).truth());
        assertTrue(
                trained.remarks().get(0).contains("from 1 event only"),
                trained.remarks().toString());
        assertTrue(
                trained.remarks().get(1).contains("tested on 1 animal only"),
                trained.remarks().toString());
        assertFalse(Files.exists(models.resolve("first/training")), "what was reached is not needed any more");

        JsonNode card = new JsonMapper().readTree(Files.readString(models.resolve("first/card.json")));
        assertEquals(64, card.get("data_sha256").asText().length());
        assertEquals(
                Sha256.of(models.resolve("first/head.safetensors")),
                card.get("head_sha256").asText());
        assertEquals(trained.heldOut().get(0), card.at("/animals_held_out/0").asText());
        assertEquals(3, card.get("losses").size());
        assertEquals("seizure", card.at("/on_animals_held_out/labels/0/label").asText());
        assertEquals(
                5, card.at("/on_animals_held_out/labels/0/average_precision").size());

        Localizer shelved = NetworkShelf.of(models, folder).get(0);
        assertEquals("first", shelved.model());
        List<Cage> cages = lessons(true, true).stream().map(Lesson::cage).toList();
        try (FrameReader reader = film.films().open(film.recording())) {
            assertEquals(
                    List.of("seizure", "seizure"),
                    shelved.localize(film.recording(), cages, reader, Progress.NONE).tracks().stream()
                            .map(track -> track.label())
                            .toList());
        }
        assertSentence("already a model", "first", false, RECIPE, lessons(true, true));

        Path head = models.resolve("first/head.safetensors");
        byte[] bytes = Files.readAllBytes(head);
        bytes[bytes.length - 1] ^= 1;
        Files.write(head, bytes);
        try (FrameReader reader = film.films().open(film.recording())) {
            LocalizerException told = assertThrows(
                    LocalizerException.class, () -> shelved.localize(film.recording(), cages, reader, Progress.NONE));
            assertTrue(String.valueOf(told.getMessage()).contains("card tells of"), told.getMessage());
        }
    }

    @Test
    void interruptedAndResumedGivesTheSameModel() throws Exception {
        Trained whole = trainer("whole", false, RECIPE).train(lessons(true, true), film.films(), Progress.NONE);
        Path reached = models.resolve("parts/training");
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return Files.exists(reached);
            }
        };
        assertThrows(
                CancellationException.class,
                () -> trainer("parts", false, RECIPE).train(lessons(true, true), film.films(), stopping));
        assertFalse(Files.exists(models.resolve("parts/localizer.json")), "half a model is on no shelf");
        assertSentence("go on with it with --resume", "parts", false, RECIPE, lessons(true, true));
        assertSentence("belongs to other labels", "parts", true, new Recipe(4, 1, 8, 1e-3), lessons(true, true));
        Trained trained = trainer("parts", true, RECIPE).train(lessons(true, true), film.films(), Progress.NONE);
        assertEquals(3, trained.epochs().size());
        assertEquals(
                whole.epochs(), trained.epochs(), "losses and scores too, those before the interruption among them");
        assertTrue(trained.epochs().stream().allMatch(epoch -> epoch.score().isPresent()));
        assertArrayEquals(head("whole"), head("parts"));
    }

    /** Two animals in two folds: one of them is the model's own test, the other takes a network more. */
    @Test
    void animalsAreChosenAndFoldsAreTestedAndGoneOnWith() throws Exception {
        assertEquals(List.of("rat 1"), examined("chosen", false, Progress.NONE).heldOut());
        JsonNode card = new JsonMapper().readTree(Files.readString(models.resolve("chosen/card.json")));
        assertEquals(2, card.get("folds").size());
        List<String> tested = new ArrayList<>();
        for (JsonNode fold : card.get("folds")) {
            tested.add(fold.at("/animals/0").asText());
            assertEquals(1, fold.get("clips").asInt(), "one of ten seconds fits into twelve");
            assertTrue(fold.get("accuracy").isNumber(), fold.toString());
        }
        assertEquals(List.of("rat 0", "rat 1"), tested.stream().sorted().toList());
        assertEquals(5, card.at("/on_animals_held_out/map_of_clip_oracle").size());
        // 3 to 7 s in a clip from 0 to 10 s: an overlap of 0.4, which is enough at 0.3 and 0.4 only.
        assertEquals(1, card.at("/on_animals_held_out/map_of_clip_oracle/1").asDouble());
        assertEquals(0, card.at("/on_animals_held_out/map_of_clip_oracle/2").asDouble());
        ModelCard read = NetworkShelf.of(models, folder).get(0).card().orElseThrow();
        assertEquals(2, read.folds().size());
        assertEquals(1, read.events(), "one seizure of the animal held out");
        assertEquals(card.get("data_sha256").asText(), read.dataHash());
        assertEquals(
                List.of(ModelCard.Whose.LABEL, ModelCard.Whose.MEAN, ModelCard.Whose.CLIP_ORACLE),
                read.precision().stream().map(ModelCard.Precision::whose).toList());
        int bins = card.at("/on_animals_held_out/calibration/bins").size();
        assertEquals(bins, read.calibration().bins().size());

        Path fold = models.resolve("parts/training");
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return Files.exists(fold.resolve("fold-1")) || Files.exists(fold.resolve("fold-2"));
            }
        };
        assertThrows(CancellationException.class, () -> examined("parts", false, stopping));
        examined("parts", true, Progress.NONE);
        assertArrayEquals(head("chosen"), head("parts"));
        assertEquals(
                card.get("folds"),
                new JsonMapper()
                        .readTree(Files.readString(models.resolve("parts/card.json")))
                        .get("folds"));
        assertFalse(Files.exists(fold), "what was reached is not needed any more");
    }

    private Trained examined(String model, boolean resume, Progress progress) throws Exception {
        Exam exam = new Exam(List.of("rat 1"), 2);
        return new ModelTrainer(
                        models,
                        folder,
                        new ModelTrainer.Order("random", model, List.of("seizure"), resume, exam),
                        RECIPE)
                .train(lessons(true, true), film.films(), progress);
    }

    @Test
    void whatIsMissingIsToldInASentence() throws Exception {
        assertSentence("one animal, rat 1;", "new", false, RECIPE, lessons(false, true));
        assertSentence("There is no seizure to learn from", "new", false, RECIPE, lessons(false, false));
        assertSentence("begin without --resume", "new", true, RECIPE, lessons(true, true));
        Path weights = models.resolve("random/encoder/model.safetensors");
        Files.copy(
                Golden.of("vivit").folder().resolve("model.safetensors"),
                weights,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertSentence("belong to another network", "new", false, RECIPE, lessons(true, true));
        Files.delete(weights);
        assertSentence("cannot be read", "new", false, RECIPE, lessons(true, true));
        ModelTrainer elsewhere = new ModelTrainer(
                models, folder, new ModelTrainer.Order("absent", "new", List.of("seizure"), false), RECIPE);
        LocalizerException told = assertThrows(
                LocalizerException.class, () -> elsewhere.train(lessons(true, true), film.films(), Progress.NONE));
        assertTrue(String.valueOf(told.getMessage()).contains("There is no folder"), told.getMessage());
        assertFalse(Files.exists(models.resolve("new")), "nothing is left of what was refused");
    }

    @Test
    void anEncoderIsTakenOverWholeOrNotAtAll() throws Exception {
        Path source = models.resolve("random");
        Path half = models.resolve("half");
        NewModel made = new NewModel(half);
        Path left = Files.createDirectories(half.resolve(".encoder.part"));
        Files.writeString(left.resolve("older.json"), "of a copy that was killed");
        Path unreadable = source.resolve("encoder/unreadable");
        Assumptions.assumeTrue(Files.isRegularFile(Path.of("/proc/self/mem")), "a file whose start cannot be read");
        Files.createSymbolicLink(unreadable, Path.of("/proc/self/mem"));
        LocalizerException told = assertThrows(LocalizerException.class, () -> made.takeEncoder(source));
        assertTrue(String.valueOf(told.getMessage()).contains("make room there and resume"), told.getMessage());
        assertFalse(Files.exists(half.resolve("encoder")), "half an encoder would be listed");
        assertFalse(Files.exists(left));

        Files.delete(unreadable);
        made.takeEncoder(source);
        assertEquals(ShelvedLocalizer.seenBy(source), ShelvedLocalizer.seenBy(half));
        assertFalse(Files.exists(half.resolve("encoder/older.json")));
        made.takeEncoder(source);
    }

    @Test
    void anotherEncoderOfThatNameStays() throws Exception {
        Path own = Files.createDirectories(models.resolve("mine/encoder"));
        Path golden = Golden.of("vivit").folder();
        Files.copy(golden.resolve("config.json"), own.resolve("config.json"));
        Files.copy(golden.resolve("model.safetensors"), own.resolve("model.safetensors"));
        String before = ShelvedLocalizer.seenBy(models.resolve("mine"));
        assertSentence("Another encoder than that of random lies in", "mine", false, RECIPE, lessons(true, true));
        assertEquals(before, ShelvedLocalizer.seenBy(models.resolve("mine")));
        assertFalse(Files.exists(models.resolve("mine/training")));
    }

    @Test
    void aGlanceTooShortToLearnFromIsTold() throws Exception {
        List<Lesson> glances = lessons(true, true).stream()
                .map(lesson -> new Lesson(
                        lesson.recording(),
                        lesson.cage(),
                        lesson.animal(),
                        SpanSet.of(new Span(3_500_000, 4_000_000)),
                        lesson.events()))
                .toList();
        assertSentence("as long as a model needs in one piece, 1.1 s;", "new", false, RECIPE, glances);
        assertFalse(Files.exists(models.resolve("new")), "nothing is left of what was refused");
    }

    @Test
    void aFullDiskIsToldAndLeavesNothing() throws Exception {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "a device that never has room");
        Path reached = Files.createDirectories(models.resolve("new/training"));
        Files.createSymbolicLink(reached.resolve("epoch-00001.safetensors.part"), full);
        assertSentence("; make room there, or", "new", false, RECIPE, lessons(true, true));
        assertFalse(Files.exists(models.resolve("new")), "an empty folder would be left");
    }

    @Test
    void tooLittleRoomIsToldBeforeAnythingIsWatched() throws Exception {
        Room room = new Room(8e9, 5e9, folder);
        room.require(7e9, 5e9);
        LocalizerException disk = assertThrows(LocalizerException.class, () -> room.require(7e9, 10e9));
        assertEquals(
                "The features of these recordings need 10.0 GB in " + folder
                        + ", and 5.0 GB are free there; make room, or train on fewer recordings.",
                disk.getMessage());
        LocalizerException memory = assertThrows(LocalizerException.class, () -> room.require(10e9, 0));
        assertTrue(String.valueOf(memory.getMessage()).contains("10.0 GB of memory"), memory.getMessage());
        LocalizerException small = assertThrows(
                LocalizerException.class, () -> new Room(8e9, 700, folder).require(31_400_000, 31_400_000));
        assertTrue(
                String.valueOf(small.getMessage()).contains("need 31.4 MB in " + folder + ", and 1 kB are free there"),
                small.getMessage());
        assertTrue(Room.now(folder.resolve("not/there/yet")).disk() > 0);
    }

    @Test
    void theModelThatComesWithTheProgramFitsItsCardAndRuns() throws Exception {
        Path shipped = Path.of("models");
        Path own = shipped.resolve("starting-1");
        JsonNode card = new JsonMapper().readTree(Files.readString(own.resolve("card.json")));
        assertEquals(
                Sha256.of(own.resolve("head.safetensors")),
                card.get("head_sha256").asText());
        assertEquals(ShelvedLocalizer.seenBy(own), card.get("encoder_sha256").asText());
        assertTrue(card.get("remarks").toString().contains("only animals that a program has drawn"));
        try (Stream<Path> files = Files.walk(own)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            assertTrue(bytes < 10_000_000, bytes + " bytes");
        }
        Localizer starting = new Localizers(NetworkShelf.of(shipped, folder))
                .byModel("starting-1")
                .orElseThrow();
        List<Cage> cages = lessons(true, true).stream().map(Lesson::cage).toList();
        try (FrameReader reader = film.films().open(film.recording())) {
            assertEquals(
                    List.of("seizure", "seizure"),
                    starting.localize(film.recording(), cages, reader, Progress.NONE).tracks().stream()
                            .map(track -> track.label())
                            .toList());
        }
    }

    private void assertSentence(String part, String model, boolean resume, Recipe recipe, List<Lesson> lessons) {
        LocalizerException told = assertThrows(
                LocalizerException.class,
                () -> trainer(model, resume, recipe).train(lessons, film.films(), Progress.NONE));
        assertTrue(String.valueOf(told.getMessage()).contains(part), told.getMessage());
    }
}
