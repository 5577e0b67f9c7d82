package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The history is looked through, a past state is shown, and a mark of it comes back. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class HistorySheetTest {
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

    private static void until(java.util.concurrent.Callable<Boolean> so) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(so));
    }

    @Test
    void aMarkOfThePastComesBack() throws Exception {
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        Mark staring = fx(() -> session.state().labels().get().marks()).stream()
                .filter(mark -> mark.label().equals("staring"))
                .findFirst()
                .orElseThrow();
        Mark noted = staring.withNote("asleep?");
        fx(() -> session.edits().make(Edit.changing(Verb.CHANGE_MARK, staring, noted)))
                .get(20, TimeUnit.SECONDS);
        fx(() -> session.edits().make(Edit.removing(Verb.DELETE_MARK, noted))).get(20, TimeUnit.SECONDS);
        fx(() -> window.prove(Proving::history));
        TableView<LogEntry> entries = found("#history-entries");
        TableView<Mark> past = found("#history-past");
        until(() -> entries.getItems().size() == session.logHead().head().get().sequence());
        assertEquals(Verb.DELETE_MARK, fx(() -> entries.getItems().get(0).edit().verb()));
        until(() -> past.getItems().size() == 6);

        fx(() -> entries.getSelectionModel().select(1));
        until(() -> past.getItems().contains(noted));
        TextArea changes = found("#history-changes");
        assertTrue(fx(() -> changes.getText()).contains("asleep?"), changes.getText());
        ComboBox<Optional<Verb>> kinds = found("#history-kind");
        fx(() -> kinds.getSelectionModel().select(Optional.of(Verb.CHANGE_MARK)));
        until(() -> entries.getItems().size() == 1 && past.getItems().contains(noted));
        fx(() -> past.getSelectionModel().select(noted));
        session.workplace()
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(past.getScene())),
                        OnScreen.pictures().resolve("history.png"));
        Button restore = found("#history-restore");
        fx(() -> restore.fire());
        until(() -> session.state().labels().get().marks().contains(noted));
        fx(() -> session.edits().undo()).get(20, TimeUnit.SECONDS);
        assertEquals(6, fx(() -> session.state().labels().get().marks()).size());
    }

    @Test
    void aBlindRaterFindsOnlyTheirOwn() throws Exception {
        fx(() -> session.workAs(RatedStudy.SECOND)).get(20, TimeUnit.SECONDS);
        fx(() -> window.prove(Proving::history));
        TableView<LogEntry> entries = found("#history-entries");
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> session.workplace().jobs().running().isEmpty());
        assertEquals(List.of(), fx(() -> List.copyOf(entries.getItems())));
    }

    @Test
    void nothingComesBackInAStudyThatIsOnlyRead() throws Exception {
        fx(() -> {
            window.closeToStart();
            return 0;
        });
        until(() -> window.session().isEmpty());
        Files.createDirectory(folder.resolve(".stfolder"));
        Files.writeString(
                folder.resolve("rated.icto.lease"),
                "host=far-away\nuser=anna\nprocess=4711\nsince=2026-03-01T10:12:00Z\ntoken=t\n");
        session = rated.open();
        assertFalse(fx(() -> session.state().access().writing()));
        fx(() -> session.open(study.recording().id())).get(20, TimeUnit.SECONDS);
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        fx(() -> window.prove(Proving::history));
        TableView<LogEntry> entries = found("#history-entries");
        TableView<Mark> past = found("#history-past");
        until(() -> !entries.getItems().isEmpty());
        until(() -> !past.getItems().isEmpty());
        fx(() -> past.getSelectionModel().select(0));
        Button restore = found("#history-restore");
        assertTrue(fx(() -> restore.isDisabled()));
    }
}
