package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.VideoView;
import org.ictograph.ui.study.PoseRow;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Key points are attached in the window, seen in a table and over the picture, and detached. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class KeyPointsScreenTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;
    private Recording recording;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        ScreenTour.size(folder, 1366, 720);
        rated = new RatedWindow(folder, stage);
        session = rated.open();
        until(() -> session.state().recording().get().isPresent());
        recording = session.state().recording().get().orElseThrow();
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void until(Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> fx(so));
    }

    private void keep(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(rated.window.scene())),
                        OnScreen.pictures().resolve(name + ".png"));
    }

    private void attach(Path file) throws Exception {
        fx(() -> rated.window.deliveries().attachPoints(file));
        Button attach = found("#pose-do");
        fx(() -> attach.fire());
        TableView<PoseRow> table = found("#poses");
        until(() -> table.getItems().size() == 2);
    }

    @Test
    void aFileIsAttachedSeenAndDetachedWithUndo() throws Exception {
        Path file = BarPoints.write(folder.resolve("filmDLC.csv"), recording);
        attach(file);
        TableView<PoseRow> table = found("#poses");
        keep("poses");
        PoseRow first = fx(() -> table.getItems().get(0));
        assertEquals(List.of("nose", "tail"), first.points());
        assertEquals("film/1/70-1/filmDLC.csv/a/THERE", told(first));
        assertEquals(
                "film/2/70-2/filmDLC.csv/b/THERE",
                told(fx(() -> table.getItems().get(1))));

        Files.writeString(file, "\n", java.nio.file.StandardOpenOption.APPEND);
        fx(() -> rated.window.go(Workspace.EXPORT));
        fx(() -> rated.window.go(Workspace.STUDY));
        until(() -> told(table.getItems().get(0)).endsWith("CHANGED"));
        Files.delete(file);
        fx(() -> rated.window.go(Workspace.EXPORT));
        fx(() -> rated.window.go(Workspace.STUDY));
        until(() -> told(table.getItems().get(0)).endsWith("MISSING"));

        fx(() -> table.getSelectionModel().select(0));
        Button detach = found("#detach-pose");
        fx(() -> detach.fire());
        until(() -> table.getItems().size() == 1);
        assertEquals("b", fx(() -> table.getItems().get(0)).animal());
        fx(() -> rated.window.run(Command.UNDO));
        until(() -> table.getItems().size() == 2);
        fx(() -> rated.window.run(Command.UNDO));
        until(() -> table.getItems().isEmpty());
    }

    private static String told(PoseRow row) {
        return row.recording() + "/" + row.cage() + "/" + row.subject() + "/" + row.file() + "/" + row.animal() + "/"
                + row.state();
    }

    @Test
    void whatDoesNotFitIsToldInTheSheetWhichStaysOpen() throws Exception {
        Path file = BarPoints.write(folder.resolve("filmDLC.csv"), recording);
        List<String> lines = Files.readAllLines(file);
        Path cut = Files.write(folder.resolve("cut.csv"), lines.subList(0, lines.size() - 1));
        fx(() -> rated.window.deliveries().attachPoints(cut));
        Button attach = found("#pose-do");
        Label told = found("#pose-told");
        fx(() -> attach.fire());
        until(() -> told.getStyleClass().contains("problem"));
        assertEquals(
                "“cut.csv” tells of 359 frames, but film has 360; attach what DeepLabCut found in this very video.",
                fx(() -> told.getText()).replaceFirst(" \\[.*", ""));
        assertTrue(fx(() -> told.getScene().getWindow().isShowing()));
        ComboBox<?> cage = found("#pose-cage");
        CheckBox inCage = found("#pose-incage");
        assertTrue(fx(() -> inCage.isDisabled()), "which cage is not said");
        fx(() -> cage.getSelectionModel().select(1));
        assertFalse(fx(() -> inCage.isDisabled()));
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(told.getScene())),
                        OnScreen.pictures().resolve("pose-sheet.png"));
        fx(() -> told.getScene().getWindow().hide());
        assertEquals(List.of(), session.posing().attached().get(20, TimeUnit.SECONDS));
    }

    @Test
    @SuppressWarnings("unchecked")
    void whatIsToldOfJointsIsChosenOnTheExportScreen() throws Exception {
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        fx(() -> rated.window.go(Workspace.EXPORT));
        CheckBox soft = found("#soft");
        TextField joints = found("#joints");
        assertFalse(fx(() -> soft.getParent().isVisible()), "the first profile tells nothing of joints");
        ComboBox<Profile> profiles = found("#profile");
        fx(() -> profiles.setValue(Profiles.JOINTS));
        assertTrue(fx(() -> soft.getParent().isVisible()));
        fx(() -> soft.fire());
        ComboBox<Integer> side = found("#joint-size");
        fx(() -> side.setValue(48));
        fx(() -> joints.setText("tail, nose, tail"));
        fx(() -> joints.fireEvent(new javafx.event.ActionEvent()));
        assertEquals("tail, nose", fx(() -> joints.getText()), "each once");
        assertTrue(fx(() -> soft.isSelected()));
        Node features = found("#features");
        assertTrue(
                fx(() -> soft.localToScene(soft.getLayoutBounds()).getMaxY()
                        <= features.localToScene(features.getLayoutBounds()).getMinY()),
                "rows lie below each other");
        assertEquals(48, fx(() -> side.getValue()));
        keep("export-joints");
    }

    @Test
    void pointsLieOverTheVeryFrameThatIsShown() throws Exception {
        attach(BarPoints.write(folder.resolve("filmDLC.csv"), recording));
        fx(() -> rated.window.go(Workspace.ANNOTATE));
        fx(() -> rated.window.run(Command.PICTURE_WHOLE));
        Region overlay = (Region) fx(() -> rated.window.scene().getRoot().lookupAll(".points-overlay").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow());
        VideoView video = (VideoView) fx(() -> overlay.getParent().lookup(".video-view"));
        fx(() -> session.playback().seekFrame(100));
        assertFalse(sees(overlay, video, 100), "off until somebody wants it");
        fx(() -> rated.window.run(Command.SHOW_POINTS));
        until(() -> sees(overlay, video, 100));
        keep("points-whole");
        for (int frame : new int[] {101, 7, 250}) {
            fx(() -> session.playback().seekFrame(frame));
            until(() -> sees(overlay, video, frame));
        }
        fx(() -> rated.window.run(Command.PICTURE_BESIDE));
        keep("points-beside");
        fx(() -> rated.window.run(Command.TOGGLE_THEME));
        fx(() -> rated.window.run(Command.PICTURE_MOSAIC));
        keep("points-mosaic-dark");
        fx(() -> rated.window.run(Command.PICTURE_WHOLE));
        fx(() -> rated.window.run(Command.SHOW_POINTS));
        assertFalse(sees(overlay, video, 250));
        fx(() -> rated.window.run(Command.TOGGLE_THEME));
    }

    /** Whether the nose of both animals is drawn where it is in a frame. */
    private static boolean sees(Region overlay, VideoView video, int frame) {
        Picture drawn = fx(() -> Snapshot.of(overlay));
        for (int cage = 0; cage < 2; cage++) {
            double x = 160 * cage + BarPoints.left(frame);
            javafx.geometry.Point2D at = fx(() -> video.toView(x, 60));
            Color colour = OnScreen.pixel(drawn, (int) Math.round(at.getX()) + 1, (int) Math.round(at.getY()));
            if (!colour.equals(Color.web("#E69F00"))) {
                return false;
            }
        }
        return true;
    }
}
