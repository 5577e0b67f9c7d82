package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.model.Mark;
import org.ictograph.model.Role;
import org.ictograph.session.StudySession;
import org.ictograph.session.Undersigned;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Recordings are signed in the window, changes of them are explained there, and roles are given. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class ProvingTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private RatedStudy study;
    private Workstation window;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        rated = new RatedWindow(folder, stage);
        study = rated.study;
        window = rated.window;
        session = rated.open();
        fx(() -> session.open(study.recording().id())).get(20, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static Optional<Node> node(String id) {
        return fx(() -> Window.getWindows().stream()
                .flatMap(shown -> Optional.ofNullable(shown.getScene().lookup(id)).stream())
                .findFirst());
    }

    private static <T extends Node> T shown(Class<T> type, String id) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> node(id).isPresent());
        return type.cast(node(id).orElseThrow());
    }

    private static void picture(String name, Scene scene) throws Exception {
        new FfmpegVideos()
                .writePng(fx(() -> Snapshot.of(scene)), OnScreen.pictures().resolve(name + ".png"));
    }

    private static void confirm(DialogPane dialog) {
        fx(() -> ((Button) dialog.lookupButton(ButtonType.OK)).fire());
    }

    @Test
    void aSignatureIsGivenListedAndVoidedByAChangeThatIsExplained() throws Exception {
        Platform.runLater(() -> window.prove(Proving::sign));
        DialogPane sign = shown(DialogPane.class, "#sign");
        picture("sign", sign.getScene());
        confirm(sign);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() -> session.signing().under(study.recording().id()))
                                .get()
                                .size()
                        == 1);
        Mark mark = fx(() -> session.state().labels().get().marks()).get(0);
        fx(() -> session.marking().change(mark.id(), now -> now.withNote("after all")));
        TextField why = shown(TextField.class, ".dialog-pane .text-field");
        DialogPane reason = (DialogPane) fx(() -> why.getScene().lookup(".dialog-pane"));
        picture("reason", why.getScene());
        fx(() -> why.setText("looked again"));
        confirm(reason);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() -> session.state().labels().get().mark(mark.id()))
                        .filter(now -> now.note().equals("after all"))
                        .isPresent());
        fx(() -> window.prove(Proving::signatures));
        @SuppressWarnings("unchecked") // the sheet lists signatures
        TableView<Undersigned> table = shown(TableView.class, "#signatures");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fx(() -> table.getItems().size()) == 1);
        Undersigned line = table.getItems().get(0);
        assertFalse(line.signed().valid());
        assertEquals("looked again", line.voidedBy().orElseThrow().edit().reason());
        picture("signatures", table.getScene());
        fx(() -> table.getScene().getWindow().hide());
    }

    @Test
    void onlyTheOwnerGivesRoles() throws Exception {
        fx(() -> window.go(Workspace.STUDY));
        @SuppressWarnings("unchecked") // the box holds roles
        ComboBox<Role> second = shown(ComboBox.class, "#role-rater-2");
        assertEquals(Role.ADJUDICATOR, second.getValue());
        fx(() -> second.setValue(Role.REVIEWER));
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() -> session.state()
                        .study()
                        .get()
                        .raterNamed(RatedStudy.SECOND)
                        .orElseThrow()
                        .role()
                        .equals(Optional.of(Role.REVIEWER))));
        picture("roles", window.scene());
        fx(() -> session.workAs(RatedStudy.SECOND)).get(20, TimeUnit.SECONDS);
        assertTrue(shown(ComboBox.class, "#role-rater-1").isDisabled());
    }

    @Test
    void theEndOfTheLogIsShownAndCopied() throws Exception {
        Hyperlink end = shown(Hyperlink.class, "#log-end");
        String hash = fx(() -> session.logHead().head().get().hash());
        assertTrue(end.getText().endsWith(hash.substring(0, 12)), end.getText());
        fx(() -> end.fire());
        assertEquals(hash, fx(() -> Clipboard.getSystemClipboard().getString()));
        Platform.runLater(() -> window.secondPlace());
        DialogPane place = shown(DialogPane.class, "#second-place");
        picture("second-place", place.getScene());
        fx(() -> place.getScene().getWindow().hide());
        assertEquals(List.of(stage), fx(() -> List.copyOf(Window.getWindows())));
    }
}
