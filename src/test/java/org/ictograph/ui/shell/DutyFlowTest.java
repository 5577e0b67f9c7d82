package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.model.Assignment;
import org.ictograph.model.Box;
import org.ictograph.model.Mark;
import org.ictograph.session.DutyStanding;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An assignment from the owner's sheet over the rater's windows to the seal, by keys alone. */
@ExtendWith(ApplicationExtension.class)
class DutyFlowTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    private final FxRobot robot = new FxRobot();
    private RatedWindow rated;
    private Workstation window;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void begin() throws Exception {
        rated = new RatedWindow(folder, stage);
        window = rated.window;
        session = rated.open();
        await(() -> session.playback().index().isPresent());
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> OnScreen.fx(wanted::getAsBoolean));
    }

    private static DialogPane sheet() throws Exception {
        await(() -> sheets().size() == 1);
        return OnScreen.fx(() -> sheets().get(0));
    }

    private static List<DialogPane> sheets() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(shown -> shown.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .toList();
    }

    /** As somebody does who goes to the button with Tab. */
    private void confirm(DialogPane sheet) {
        OnScreen.fx(() -> sheet.lookupButton(sheet.getButtonTypes().get(0)).requestFocus());
        press(KeyCode.SPACE);
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(Node root, String id) {
        return OnScreen.fx(() -> {
            Node found = root.lookup(id);
            return found instanceof Labeled label
                    ? label.getText()
                    : found instanceof TextInputControl field ? field.getText() : "";
        });
    }

    /** What is to be seen in the middle of the tag mask. */
    private Color tag() {
        return OnScreen.fx(() -> {
            Node picture = window.scene().lookup(".picture-pane");
            Node mask = window.scene().lookup(".cage-mask");
            Bounds where = picture.sceneToLocal(mask.localToScene(mask.getBoundsInLocal()));
            return picture.snapshot(null, null).getPixelReader().getColor((int) where.getCenterX(), (int)
                    where.getCenterY());
        });
    }

    private static boolean black(Color seen) {
        return seen.equals(Color.BLACK);
    }

    private DutyStanding only() {
        return session.assigning().standings().join().get(0);
    }

    private List<Mark> shown() {
        return OnScreen.fx(() -> session.state().labels().get().marks());
    }

    @Test
    void anAssignmentGoesFromTheOwnerToTheSealByKeys() throws Exception {
        OnScreen.fx(() -> session.showOthers(true));
        await(() -> session.state().labels().get().marks().size() > 5);
        OnScreen.fx(() -> session.cages()
                .change(
                        session.state().cages().get(0).id(),
                        cage -> cage.withTagMask(Optional.of(new Box(40, 40, 40, 40)))));
        await(() -> window.scene().lookup(".cage-mask") != null && !black(tag()));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
        DialogPane sheet = sheet();
        assertEquals(
                RatedStudy.SECOND,
                OnScreen.fx(() -> sheet.lookup("#assign-rater") instanceof ComboBox<?> names
                        ? names.getEditor().getText()
                        : ""));
        assertTrue(text(sheet, "#drawn").contains("Nothing can be drawn"), "no window of 60 s in 24 s of film");
        OnScreen.fx(() -> sheet.lookup("#kind-whole").requestFocus());
        press(KeyCode.SPACE);
        await(() -> text(sheet, "#drawn").contains("One window in one recording"));
        confirm(sheet);
        await(() -> sheets().isEmpty());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> session.assigning().all().join().size() == 1);
        Assignment made = only().assignment();
        assertEquals(1, made.windows().size());
        assertEquals(List.of(), only().left(), "the second rater looked at all of it before");
        assertTrue(
                shown().stream()
                        .allMatch(mark -> mark.raterId()
                                .equals(session.state().rater().get().id())),
                "the owner does not see the other set while it is open");

        OnScreen.fx(() -> session.workAs(RatedStudy.SECOND));
        await(() -> session.state().duties().get().size() == 1);
        await(() -> window.scene().lookup("#duty-bar").isVisible());
        assertEquals(
                "Recording 1",
                OnScreen.fx(
                        () -> session.state().study().get().recordings().get(0).name()));
        await(() -> black(tag()));
        press(KeyCode.CONTROL, KeyCode.J);
        await(() -> text(window.scene().getRoot(), "#duty-text").startsWith("Window 1 of 1"));
        assertEquals(Workspace.ANNOTATE, OnScreen.fx(() -> window.front().orElseThrow()));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        confirm(sheet());
        await(() -> session.state().duties().get().isEmpty());
        DialogPane sealed = sheet();
        String proof = text(sealed, "#sealed");
        assertTrue(proof.contains(only().assigned().submission().orElseThrow().work()), proof);
        press(KeyCode.ESCAPE);
        await(() -> !window.scene().lookup("#duty-bar").isVisible());
        assertEquals(
                "film",
                OnScreen.fx(
                        () -> session.state().study().get().recordings().get(0).name()));
    }
}
