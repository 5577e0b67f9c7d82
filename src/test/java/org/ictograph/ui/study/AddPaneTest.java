package org.ictograph.ui.study;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ictograph.session.Lineup;
import org.ictograph.session.NewFile;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Three files with times in their names, put in order by the keyboard alone. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the fields are set by @Start
class AddPaneTest {
    private static final Instant TEN = Instant.parse("2026-02-01T10:00:00Z");

    private AddViewModel model;
    private Scene scene;

    private static NewFile file(String name, long seconds) {
        return new NewFile(Path.of("/tapes", name), Optional.of(TEN.plusSeconds(seconds)));
    }

    @Start
    void start(Stage stage) {
        model = new AddViewModel(
                new Lineup(
                        List.of(
                                file("DVR_20260201_100000.mp4", 0),
                                file("DVR_20260201_103000.mp4", 1800),
                                file("DVR_20260201_113000.mp4", 5400)),
                        Lineup.Source.NAMES),
                ZoneOffset.UTC);
        Look look = new Look(Messages.english(), new SimpleObjectProperty<>(Theme.LIGHT));
        scene = new Scene(new AddPane(look, model), 640, 400);
        Theme.LIGHT.applyTo(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void theOrderAndTheTimesAreConfirmedByKeyboard(FxRobot robot) throws Exception {
        assertEquals(3, fx(() -> model.recordings()).size());
        robot.type(KeyCode.DOWN, KeyCode.TAB);
        assertTrue(fx(() -> model.joined().get()));
        robot.press(KeyCode.ALT, KeyCode.DOWN).release(KeyCode.DOWN, KeyCode.ALT);
        assertEquals("DVR_20260201_103000.mp4", name(0));
        robot.press(KeyCode.ALT, KeyCode.UP).release(KeyCode.UP, KeyCode.ALT);
        assertEquals("DVR_20260201_100000.mp4", name(0));
        robot.type(KeyCode.DOWN, KeyCode.TAB);
        TextField start = robot.lookup("#new-start").queryAs(TextField.class);
        assertEquals("2026-02-01 10:30:00", fx(() -> start.getText()));
        fx(() -> start.clear());
        robot.write("soon").type(KeyCode.ENTER);
        assertTrue(robot.lookup(
                        (javafx.scene.control.Label label) -> label.getText().contains("2025-02-01 14:00:00"))
                .tryQuery()
                .isPresent());
        fx(() -> start.clear());
        robot.type(KeyCode.ENTER);
        new FfmpegVideos()
                .writePng(fx(() -> Snapshot.of(scene)), OnScreen.pictures().resolve("add-pane.png"));
        List<NewRecording> recordings = fx(() -> model.recordings());
        assertEquals(1, recordings.size());
        assertEquals(Optional.of(TEN), recordings.get(0).startedAt());
        assertEquals(
                List.of(Optional.of(TEN), Optional.empty(), Optional.of(TEN.plusSeconds(5400))),
                recordings.get(0).files().stream().map(NewFile::startedAt).toList());
        assertFalse(fx(() -> model.setStart(0, "2026-13-01 10:00")));
    }

    private String name(int index) {
        return String.valueOf(fx(() -> model.files().get(index).path().getFileName()));
    }
}
