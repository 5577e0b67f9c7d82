package org.ictograph.ui.annotate;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyMap;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.Theme;
import org.ictograph.ui.kit.VideoView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The workspace as hands use it: mouse, wheel and keys on a real window over a real study file. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the fields are set by @Start and open()
class AnnotateFlowTest {
    @TempDir
    Path folder;

    private Stage stage;
    private SampleStudy study;
    private StudySession session;
    private AnnotateViewModel model;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    private void open(boolean withCages) throws Exception {
        study = new SampleStudy(folder, new FxLane());
        session = study.session();
        fx(() -> {
            model = new AnnotateViewModel(session);
            AnnotateView view = new AnnotateView(
                    model,
                    new Look(Messages.english(), new ReadOnlyObjectWrapper<>(Theme.LIGHT)),
                    () -> KeyMap.STANDARD,
                    new AnnotateView.Doors(() -> {}, () -> {}, notice -> {}));
            Scene scene = new Scene(view, 1270, 690);
            Theme.LIGHT.applyTo(scene);
            stage.setScene(scene);
            stage.show();
        });
        var id = study.add("one", withCages).id();
        fx(() -> session.open(id)).join();
        await(() -> model.player().exact().get());
    }

    @AfterEach
    void close() {
        fx(study::close);
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> fx(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Viewport view() {
        return fx(() -> model.timeline().view().get().orElseThrow());
    }

    private Point2D on(FxRobot robot, String id, double x, double y) {
        Node node = robot.lookup(id).query();
        return fx(() -> node.localToScreen(x, y));
    }

    private List<Mark> marks() {
        return fx(() -> session.state().labels().get().marks());
    }

    @Test
    void aClickOnTheRulerSeeksToTheExactFrame(FxRobot robot) throws Exception {
        open(true);
        robot.clickOn(on(robot, "#ruler", 400, 8));
        long wanted = view().microsAt(400);
        int frame = session.playback().index().orElseThrow().frameAt(wanted);
        await(() -> model.player().exact().get() && model.player().shownFrame().get() == frame);
        VideoView video = robot.lookup(".video-view").query();
        Bounds picture = fx(video::pictureBounds);
        var colour = org.ictograph.ui.kit.OnScreen.pixel(
                stage.getScene(),
                (int) fx(() -> video.localToScene(0, 0).getX() + picture.getCenterX() + 3)
                        .doubleValue(),
                (int) fx(() -> video.localToScene(0, 0).getY() + picture.getMinY() + 1)
                        .doubleValue());
        assertEquals(
                PaintedVideos.brightness(frame) / 255.0,
                colour.getRed(),
                3 / 255.0,
                "frame " + frame + " is on screen");
    }

    @Test
    void theWheelZoomsAroundThePointer(FxRobot robot) throws Exception {
        open(true);
        fx(() -> model.timeline().arrangement().toggleAll());
        long under = view().microsAt(300);
        Node lanes = robot.lookup("#lanes").query();
        Point2D at = on(robot, "#lanes", 300, 20);
        for (int i = 0; i < 6; i++) {
            fx(() -> lanes.fireEvent(wheel(lanes, at, true)));
        }
        assertTrue(view().length() < 60_000_000, "six steps in");
        assertTrue(
                Math.abs(view().microsAt(300) - under) < view().microsPerPixel(), "the time under the pointer stays");
        long before = view().start();
        fx(() -> lanes.fireEvent(wheel(lanes, at, false)));
        assertTrue(view().start() < before, "the plain wheel scrolls along while all lanes fit");
    }

    private static ScrollEvent wheel(Node node, Point2D screen, boolean control) {
        Point2D local = node.localToScene(node.screenToLocal(screen));
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                local.getX(),
                local.getY(),
                screen.getX(),
                screen.getY(),
                false,
                control,
                false,
                false,
                false,
                false,
                0,
                40,
                0,
                40,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    @Test
    void anEdgeIsDraggedWithTheMouse(FxRobot robot) throws Exception {
        open(true);
        Cage cage = fx(() -> session.state().cages().get(1));
        fx(() -> session.marking().add(cage.id(), "rearing", new Span(60_000_000, 90_000_000)))
                .join();
        fx(() -> session.playback().seek(0));
        Lanes.CageLane lane =
                fx(() -> model.timeline().lanes().get().laneOf(cage.id()).orElseThrow());
        double y = lane.subLanes().get(0).y() + 6;
        double edge = view().xOf(90_000_000);
        drag(on(robot, "#lanes", edge - 2, y), on(robot, "#lanes", edge + 98, y));
        await(() -> marks().get(0).span().end() != 90_000_000);
        long expected = view().microsAt(edge + 100);
        assertEquals(60_000_000, marks().get(0).span().start());
        assertTrue(Math.abs(marks().get(0).span().end() - expected) < 2 * view().microsPerPixel() + 34_000);
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> marks().get(0).span().end() == 90_000_000);
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        await(() -> marks().get(0).span().end() != 90_000_000);
    }

    @Test
    void aRectangleChoosesMarksThatAreDeletedTogether(FxRobot robot) throws Exception {
        open(true);
        List<Cage> cages = fx(() -> session.state().cages());
        for (Cage cage : cages.subList(0, 2)) {
            fx(() -> session.marking().add(cage.id(), "rearing", new Span(60_000_000, 90_000_000)))
                    .join();
        }
        Lanes lanes = fx(() -> model.timeline().lanes().get());
        double left = view().xOf(50_000_000);
        double right = view().xOf(70_000_000);
        drag(
                on(robot, "#lanes", left, lanes.cages().get(0).y() + 1),
                on(robot, "#lanes", right, lanes.cages().get(1).y() + 12));
        await(() -> model.timeline().chosen().ids().get().size() == 2);
        robot.type(KeyCode.DELETE);
        await(() -> marks().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> marks().size() == 2);
    }

    @Test
    void aCageIsDrawnWithTheMouse(FxRobot robot) throws Exception {
        open(false);
        robot.clickOn("#draw-cages");
        VideoView video = robot.lookup(".video-view").query();
        Point2D from = fx(() -> video.localToScreen(video.toView(64, 48)));
        Point2D to = fx(() -> video.localToScreen(video.toView(320, 240)));
        drag(from, to);
        await(() -> session.state().cages().size() == 1);
        var box = fx(() -> session.state().cages().get(0).box());
        assertEquals(64, box.x(), 4);
        assertEquals(48, box.y(), 4);
        assertEquals(256, box.width(), 6);
        assertEquals(192, box.height(), 6);
        robot.type(KeyCode.RIGHT);
        await(() -> session.state().cages().get(0).box().x() == box.x() + 2);
        robot.type(KeyCode.DIGIT7, KeyCode.DIGIT0, KeyCode.ENTER);
        await(() -> session.state().study().get().subjectNamed("70").isPresent());
        assertTrue(fx(() -> model.boxes().editing().get()), "Enter ends the name and not the drawing");
        robot.clickOn("#animal-name")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("70-1")
                .type(KeyCode.ENTER);
        await(() -> session.state().study().get().subjectNamed("70-1").isPresent());
    }

    @Test
    void thePictureStaysWhereItIsWithTheFirstCage(FxRobot robot) throws Exception {
        open(false);
        robot.clickOn("#draw-cages");
        VideoView video = robot.lookup(".video-view").query();
        Point2D corner = fx(() -> video.localToScreen(video.toView(640, 480)));
        drag(
                fx(() -> video.localToScreen(video.toView(64, 48))),
                fx(() -> video.localToScreen(video.toView(320, 240))));
        await(() -> session.state().cages().size() == 1);
        assertEquals(corner, fx(() -> video.localToScreen(video.toView(640, 480))));
        fx(() -> model.boxes().editing().set(false));
        WaitForAsyncUtils.waitForFxEvents();
        assertNotEquals(
                corner, fx(() -> video.localToScreen(video.toView(640, 480))), "the cage stands beside the picture");
    }

    @Test
    void whatIsTypedNamesTheAnimalOfTheCageThatWasFocusedThen(FxRobot robot) throws Exception {
        open(true);
        List<Cage> cages = fx(() -> session.state().cages());
        fx(() -> session.state().focusedCage().set(Optional.of(cages.get(0).id())));
        robot.clickOn("#draw-cages");
        robot.clickOn("#animal-name").push(KeyCode.CONTROL, KeyCode.A).write("80-1");
        fx(() -> session.state().focusedCage().set(Optional.of(cages.get(1).id())));
        await(() -> session.state().study().get().subjectNamed("80-1").isPresent());
        var named =
                fx(() -> session.state().study().get().cage(cages.get(0).id()).orElseThrow());
        assertEquals(
                "80-1",
                session.state().study().get().subjectIn(named).orElseThrow().name());
        TextField field = robot.lookup("#animal-name").query();
        assertNotEquals("80-1", fx(() -> field.getText()), "the field shows the animal of the other cage");
    }

    @Test
    void aSeizureIsMarkedByKeysAndTakenBack(FxRobot robot) throws Exception {
        open(true);
        robot.clickOn("#scope");
        fx(() -> session.playback().seekFrame(600));
        robot.type(KeyCode.S);
        fx(() -> session.playback().seekFrame(899));
        robot.type(KeyCode.S);
        await(() -> marks().size() == 1);
        assertEquals(new Span(20_000_000, 30_000_000), marks().get(0).span());
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        await(() -> marks().isEmpty());
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        await(() -> marks().size() == 1);
    }

    @Test
    void keysBelongToTextWhileItIsTyped(FxRobot robot) throws Exception {
        open(true);
        robot.clickOn("#go-to").write("f 150 ").type(KeyCode.ENTER);
        await(() -> session.playback().frame().get() == 150);
        robot.clickOn("#marks-search").write("s ");
        assertTrue(marks().isEmpty());
        assertTrue(!fx(() -> session.playback().playing().get()));
    }

    /** Presses, moves in a few steps and releases; quicker than the robot's walk from pixel to pixel. */
    private void drag(Point2D from, Point2D to) {
        Robot hand = fx(Robot::new);
        fx(() -> hand.mouseMove(from));
        fx(() -> hand.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= 5; i++) {
            Point2D next = from.interpolate(to, i / 5.0);
            fx(() -> hand.mouseMove(next));
        }
        fx(() -> hand.mouseRelease(MouseButton.PRIMARY));
    }
}
