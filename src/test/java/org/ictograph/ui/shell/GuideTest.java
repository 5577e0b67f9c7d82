package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ictograph.model.Box;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.settings.Settings;
import org.ictograph.ui.annotate.PngFile;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The guide through a new study and the tour, as a person walks them with keys. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class GuideTest {
    @TempDir
    Path folder;

    private Stage stage;
    private Optional<RatedWindow> shown = Optional.empty();

    @Start
    void start(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws Exception {
        if (shown.isPresent()) {
            shown.get().close();
        }
    }

    private Workstation window(String language) throws Exception {
        ScreenTour.size(folder, 1366, 720);
        shown = Optional.of(new RatedWindow(folder, stage, Messages.of(language)));
        return shown.get().window;
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }

    private static String told(Workstation window) {
        return fx(() -> ((Label) window.scene().lookup("#guide-text")).getText());
    }

    private static boolean under(Workstation window) {
        return fx(() -> window.scene().lookup("#guide").isVisible());
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The frame lies around what its step points at. */
    private static void pointsAt(Workstation window, String target) {
        fx(() -> {
            Node frame = window.scene().lookup("#spotlight");
            assertTrue(frame.isVisible(), target);
            window.scene().getRoot().layout();
            Bounds around = frame.localToScene(frame.getLayoutBounds());
            Node node = window.scene().lookup(target);
            Bounds inside = node.localToScene(node.getLayoutBounds());
            assertTrue(around.contains(inside), target + " " + inside + " in " + around);
            assertEquals(inside.getMinX() - 2, around.getMinX(), 0.01, target);
            return target;
        });
    }

    @Test
    void anEmptyStudyBecomesReadyToBeMarked(FxRobot robot) throws Exception {
        Workstation window = window("en");
        Path film = Files.copy(folder.resolve("film.mp4"), folder.resolve("rat.mp4"));
        StudySession session =
                fx(() -> window.create(folder.resolve("new.icto"), "Anna")).get(20, TimeUnit.SECONDS);
        fx(() -> window.begin(List.of()));
        assertTrue(told(window).endsWith("There is no recording yet."), told(window));
        pointsAt(window, ".empty-state");
        fx(() -> window.add(List.of(film)));
        await(() -> session.state().study().get().recordings().size() == 1);
        await(() -> told(window).endsWith("There is one recording."));
        pointsAt(window, "#recordings");

        press(robot, KeyCode.SHIFT, KeyCode.F1);
        await(() -> session.state().recording().get().isPresent());
        assertEquals(Optional.of(Workspace.ANNOTATE), fx(window::front));
        assertTrue(fx(() -> ((ToggleButton) window.scene().lookup("#draw-cages")).isSelected()));
        assertTrue(told(window).endsWith("0 of one recording has cages."), told(window));
        fx(() -> session.cages().draw(new Box(0, 0, 64, 48))).get(20, TimeUnit.SECONDS);
        await(() -> told(window).endsWith("1 of one recording has cages."));

        press(robot, KeyCode.SHIFT, KeyCode.F1);
        pointsAt(window, "#animal-name");
        assertTrue(fx(() -> window.scene().lookup("#animal-name").isFocused()), "one can type at once");
        robot.write("r1");
        press(robot, KeyCode.ENTER);
        await(() -> told(window).endsWith("1 of one cage has an animal."));
        press(robot, KeyCode.ESCAPE);
        assertFalse(fx(() -> window.scene().lookup("#spotlight").isVisible()), "the field is gone, and its frame");
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertEquals(Optional.of(Workspace.STUDY), fx(window::front));
        pointsAt(window, "#protocol");

        press(robot, KeyCode.CONTROL, KeyCode.F1);
        assertTrue(told(window).endsWith("1 of one cage has an animal."), told(window));
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F1);
        assertFalse(under(window));
        fx(() -> window.guide(Guide.STUDY));
        assertTrue(told(window).endsWith("1 of one cage has an animal."), "goes on where it was left");

        press(robot, KeyCode.SHIFT, KeyCode.F1);
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        pointsAt(window, "#raters");
        assertEquals("Begin marking", fx(() -> ((Button) window.scene().lookup("#guide_next")).getText()));
        press(robot, KeyCode.SHIFT, KeyCode.F1);
        assertFalse(under(window));
        assertFalse(fx(() -> window.scene().lookup("#spotlight").isVisible()));
        assertEquals(Optional.of(Workspace.ANNOTATE), fx(window::front));
        assertFalse(fx(() -> ((ToggleButton) window.scene().lookup("#draw-cages")).isSelected()));
        press(robot, KeyCode.I);
        assertFalse(fx(() -> session.marking().begun().isEmpty()), "I begins a mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theTourPointsAtWhatItSpeaksOf(String language) throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            Workstation window = window(language);
            StudySession session = shown.orElseThrow().open();
            await(() -> session.state().recording().get().isPresent());
            Desk desk =
                    (Desk) fx(() -> window.scene().lookup("#guide").getParent().getParent());
            fx(() -> desk.guide(Guide.TOUR));
            for (GuideStep step : Guide.TOUR.steps()) {
                WaitForAsyncUtils.waitForFxEvents();
                assertEquals(Optional.of(step.front()), fx(window::front));
                boolean hidden = step.front().compareTo(Workspace.ANNOTATE) > 0; // while the rater works blind
                pointsAt(window, step.targets().get(hidden ? 1 : 0));
                assertFalse(told(window).matches(".*(\\{\\d|\\( ?\\)).*"), told(window));
                String spoken = fx(() -> window.scene().lookup("#guide-text").getAccessibleText());
                assertTrue(spoken.endsWith(told(window))
                        && spoken.contains(String.valueOf(Guide.TOUR.steps().size())));
                picture(window, language + "-" + step.name());
                fx(() -> window.run(Command.GUIDE_NEXT));
            }
            assertFalse(under(window));
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theGuideThroughAStudyIsWholeOnASmallScreen(String language) throws Exception {
        Workstation window = window(language);
        StudySession session = shown.orElseThrow().open();
        await(() -> session.state().recording().get().isPresent());
        fx(() -> window.guide(Guide.STUDY));
        pointsAt(window, "#protocol"); // nothing before that lacks
        fx(() -> ((Button) window.scene().lookup("#guide-step-1")).fire());
        for (GuideStep step : Guide.STUDY.steps()) {
            WaitForAsyncUtils.waitForFxEvents();
            pointsAt(window, step.targets().get(0));
            picture(window, language + "-" + step.name());
            fx(() -> window.run(Command.GUIDE_NEXT));
        }
    }

    private static void picture(Workstation window, String name) {
        PngFile.write(fx(() -> Snapshot.of(window.scene())), OnScreen.pictures().resolve("guide-" + name + ".png"));
    }

    @Test
    void theTourGoesOnWhereItWasLeftAlsoAfterARestart() throws Exception {
        Workstation window = window("en");
        shown.orElseThrow().open();
        Desk desk = (Desk) fx(() -> window.scene().lookup("#guide").getParent().getParent());
        fx(() -> desk.guide(Guide.TOUR));
        fx(() -> window.run(Command.GUIDE_NEXT));
        fx(() -> window.run(Command.GUIDE_NEXT));
        fx(() -> window.run(Command.GUIDE_LEAVE));
        assertEquals(2, new Settings(folder.resolve("settings")).preferences().tour());
        assertFalse(fx(() -> window.run(Command.GUIDE_NEXT)), "without a guide its keys mean nothing");
        fx(() -> desk.guide(Guide.TOUR));
        assertTrue(told(window).contains("sets the onset"), told(window));
    }

    @Test
    void droppedFilesFindTheirWay() {
        StringBuilder taken = new StringBuilder();
        Drops drops = new Drops(
                new Drops.Doors(
                        study -> taken.append("study ").append(study),
                        points -> taken.append(" points ").append(points),
                        films -> taken.append(films)),
                Runnable::run);
        drops.take(List.of());
        drops.take(List.of(Path.of("a.mp4"), Path.of("b.avi")));
        drops.take(List.of(Path.of("a.mp4"), Path.of("lab.icto")));
        drops.take(List.of(Path.of("a.H5")));
        assertEquals("[a.mp4, b.avi]study lab.icto points a.H5", taken.toString());
    }

    @Test
    void theSizeOfTextIsKept() throws Exception {
        Workstation window = window("en");
        fx(() -> window.textSize(16));
        assertEquals(
                16,
                new Settings(folder.resolve("settings"))
                        .preferences()
                        .appearance()
                        .textSize());
        assertTrue(fx(() -> window.scene().getRoot().getStyle()).contains("16px"));
    }
}
