package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.session.DutyStanding;
import org.ictograph.session.StudySession;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import org.ictograph.settings.Appearance;
import org.ictograph.settings.Preferences;
import org.ictograph.settings.Settings;
import org.ictograph.settings.WindowSize;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * The demo study carried through by keyboard alone: two raters are assigned windows, rate them blind and submit; the
 * owner reads the figures, settles what they see differently and exports. It walks through one recording of a minute and
 * a few windows; {@code -Dictograph.walk.whole=true} takes the whole demo and its usual windows.
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class KeyboardWalkTest {
    private static final boolean WHOLE = Boolean.getBoolean("ictograph.walk.whole");
    private static final int CAGES = 4;

    @TempDir
    Path folder;

    private final TestPlace place = new TestPlace();
    private Stage stage;
    private Workstation window;
    private Keyboard keyboard;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void begin() throws Exception {
        Settings settings = new Settings(folder.resolve("settings"));
        boolean wide = fx(() -> Screen.getPrimary().getBounds().getWidth()) >= 1366;
        settings.keep(Preferences.STANDARD.withAppearance(
                Appearance.STANDARD.withWindow(new WindowSize(wide ? 1366 : 1280, 768, false))));
        Path file = folder.resolve("walk.icto");
        StudySession made = StudySession.create(place.with(Runnable::run), file, "demo", DemoStudy.firstRater())
                .get(20, TimeUnit.SECONDS);
        var unused = new DemoStudy(made, WHOLE ? DemoPlan.standard() : DemoPlan.of(DemoPlan.DEFAULT_SEED, 1, 1))
                .start()
                .result()
                .get(10, TimeUnit.MINUTES);
        made.close();
        window = fx(() -> {
            Workstation opened = new Workstation(
                    stage, place.with(new FxLane()), settings, Messages.english(), folder.resolve("demo.icto"));
            opened.show();
            return opened;
        });
        keyboard = new Keyboard(stage);
        session = fx(() -> window.open(file)).get(20, TimeUnit.SECONDS);
        keyboard.await("the recording", () -> session.playback().index().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        place.close();
    }

    private void assign(String rater) throws Exception {
        keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        keyboard.await("the sheet", () -> keyboard.front() != stage);
        keyboard.tabTo("#assign-rater");
        keyboard.fill(rater);
        if (!WHOLE) {
            keyboard.tabTo("#seconds");
            keyboard.fill("10");
            keyboard.tabTo("#share");
            keyboard.fill("2");
        }
        keyboard.tabTo("#seed");
        keyboard.await("windows", () -> keyboard.text("#drawn").contains(" min together"));
        keyboard.picture("assign");
        keyboard.press(KeyCode.ENTER);
        keyboard.await("the end of the sheet", () -> keyboard.front() == stage);
    }

    private void workAs(String rater) throws Exception {
        keyboard.menu("Rater", "Work as somebody new…");
        keyboard.await("the question who works", () -> keyboard.front() != stage);
        keyboard.fill(rater);
        keyboard.picture("work-as");
        keyboard.press(KeyCode.ENTER);
        keyboard.await(rater, () -> session.state().rater().get().name().equals(rater));
    }

    private List<DutyStanding> standings() {
        return session.assigning().standings().join();
    }

    private List<Mark> seen() {
        return fx(() -> session.state().labels().get().marks());
    }

    /** Marks a seizure in a cage, from and to these seconds after the playhead. */
    private void mark(int from, int to) {
        seconds(from);
        keyboard.press(KeyCode.I);
        seconds(to - from);
        keyboard.press(KeyCode.O);
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            keyboard.press(KeyCode.SHIFT, KeyCode.RIGHT);
        }
    }

    private void rate(int window, boolean marks, int end) throws Exception {
        keyboard.press(KeyCode.CONTROL, KeyCode.J);
        keyboard.await("window " + window, () -> keyboard.text("#duty-text").startsWith("Window " + window + " "));
        for (int cage = 1; cage <= CAGES; cage++) {
            keyboard.press(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + cage));
            keyboard.press(KeyCode.M);
        }
        if (marks) {
            keyboard.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            mark(2, end);
        }
        keyboard.picture("rate");
    }

    private void submit() throws Exception {
        keyboard.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        keyboard.await("the question", () -> keyboard.front() != stage);
        keyboard.picture("submit");
        keyboard.press(KeyCode.ENTER);
        keyboard.await("the seal", () -> session.state().duties().get().isEmpty());
        keyboard.await("the proof", () -> !keyboard.text("#sealed").isEmpty());
        keyboard.picture("sealed");
        keyboard.press(KeyCode.ESCAPE);
        keyboard.await("the end of the sheet", () -> keyboard.front() == stage);
    }

    @Test
    void fromTheAssignmentToTheDataSet() throws Exception {
        keyboard.picture("start");
        assign("Anna");
        assign("Ben");
        keyboard.press(KeyCode.F2);
        keyboard.picture("study");
        int windows = standings().get(0).windows();
        for (String rater : List.of("Anna", "Ben")) {
            workAs(rater);
            keyboard.await("the duty", () -> session.state().duties().get().size() == 1);
            keyboard.press(KeyCode.F3);
            for (int i = 1; i <= windows; i++) {
                boolean last = i == windows;
                rate(i, rater.equals("Anna") || !last, rater.equals("Anna") ? 6 : 8);
            }
            assertTrue(seen().stream()
                    .allMatch(mark ->
                            mark.raterId().equals(session.state().rater().get().id())));
            submit();
        }
        assertTrue(
                standings().stream().allMatch(one -> one.assigned().submission().isPresent()));
        workAs(DemoStudy.firstRater());
        readFigures();
        int before = settled();
        settle(windows);
        assertEquals(before + windows, settled(), "each question has its answer");
        assertTrue(consensus().containsAll(expected()), consensus() + " lacks some of " + expected());
        export();
    }

    private void readFigures() throws Exception {
        keyboard.press(KeyCode.F5);
        keyboard.await("blindness", () -> keyboard.shows("#adjudicate").isEmpty());
        keyboard.picture("agreement-blind");
        keyboard.menu("Rater", "Switch to review");
        keyboard.tabTo("#raterA");
        keyboard.choose("Anna");
        keyboard.tabTo("#raterB");
        keyboard.choose("Ben");
        keyboard.await("the figures", () -> keyboard.shows("#dashboard").isPresent());
        keyboard.picture("dashboard");
        keyboard.tabTo("#figureKind");
        for (String figure : List.of("Bars by label", "Pairs of raters", "Raters’ ethogram")) {
            keyboard.choose(figure);
            keyboard.picture("figure");
        }
    }

    private void settle(int windows) throws Exception {
        keyboard.press(KeyCode.D);
        keyboard.await("questions", () -> keyboard.text("#question").contains("Anna"));
        keyboard.picture("adjudicate");
        for (int i = 0; i < windows; i++) {
            keyboard.press(i == 0 ? KeyCode.DIGIT1 : KeyCode.DIGIT3);
            int done = i + 1;
            keyboard.await(done + " answers", () -> keyboard.text("#progress").startsWith(done + " of " + windows));
        }
        keyboard.picture("adjudicated");
    }

    private List<UUID> recordings() {
        return fx(() -> session.state().study().get().recordings().stream()
                .map(Recording::id)
                .toList());
    }

    private int settled() {
        return recordings().stream()
                .mapToInt(id -> session.everythingAbout(id).join().settlements().size())
                .sum();
    }

    private List<Mark> marks() {
        return recordings().stream()
                .flatMap(id -> session.everythingAbout(id).join().marks().stream())
                .toList();
    }

    private List<Span> consensus() {
        return marks().stream()
                .filter(mark -> mark.layer() == Layer.CONSENSUS)
                .map(Mark::span)
                .toList();
    }

    private List<Mark> of(String rater) {
        UUID id = fx(() -> session.state().study().get().raterNamed(rater).orElseThrow())
                .id();
        return marks().stream()
                .filter(mark -> mark.layer() == Layer.RATING && mark.raterId().equals(id))
                .toList();
    }

    /** The mean of both where both marked, and Anna's version where Ben marked nothing. */
    private List<Span> expected() {
        List<Mark> other = of("Ben");
        return of("Anna").stream()
                .map(mark -> other.stream()
                        .filter(more -> more.cageId().equals(mark.cageId())
                                && more.span().overlaps(mark.span()))
                        .map(more -> new Span(
                                (mark.span().start() + more.span().start()) / 2,
                                (mark.span().end() + more.span().end()) / 2))
                        .findFirst()
                        .orElse(mark.span()))
                .toList();
    }

    private void export() throws Exception {
        keyboard.press(KeyCode.F6);
        keyboard.tabTo("#profile");
        keyboard.picture("export");
        if (!WHOLE) {
            keyboard.tabTo("#folds");
            keyboard.choose("4");
            keyboard.await("the counts", () -> keyboard.ready("#export"));
        }
        keyboard.tabTo("#export");
        keyboard.press(KeyCode.SPACE);
        keyboard.await("the data set", () -> keyboard.text("#result").contains("walk-"));
        keyboard.picture("exported");
        try (Stream<Path> files = Files.walk(folder)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith(".avi")), "clips were cut");
        }
    }
}
