package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.found;
import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.session.StudySession;
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
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Changing the protocol of a study that has been marked already. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class ProtocolSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    private void open(String language) throws Exception {
        ScreenTour.size(folder, 1366, 720);
        rated = new RatedWindow(folder, stage, Messages.of(language));
        session = rated.open();
        await(() -> session.state().recording().get().isPresent());
        fx(() -> rated.window.go(Workspace.STUDY));
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> List.copyOf(Window.getWindows()).stream()
                .filter(shown -> shown != stage)
                .forEach(Window::hide));
        rated.close();
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }

    private void sheet() throws Exception {
        fx(() -> ((Button) rated.window.scene().lookup("#change-protocol")).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void choose(int index) {
        ListView<?> list = found("#protocol-labels");
        fx(() -> list.getSelectionModel().clearAndSelect(index));
    }

    private static void type(String id, String text) {
        TextInputControl field = found(id);
        fx(() -> field.setText(text));
    }

    private static boolean greyed(String id) {
        Node node = found(id);
        return fx(node::isDisabled);
    }

    private static String problem() {
        Label label = found("#protocol-problem");
        return fx(label::getText);
    }

    private Protocol protocol() {
        return fx(() -> session.state().study().get().protocol());
    }

    @Test
    void aChangeIsOneEditThatTheAnnotatorSeesAndThatCanBeTakenBack() throws Exception {
        open("en");
        Protocol before = protocol();
        List<Mark> marks = fx(() -> session.state().labels().get().marks());
        sheet();
        choose(0);
        assertTrue(greyed("#label-name"), "seizure is needed");
        choose(9);
        assertEquals("rearing", ((TextField) found("#label-name")).getText());
        assertTrue(greyed("#label-name"), "marks carry rearing");
        assertTrue(greyed("#protocol-remove"));
        type("#label-title", "seizure");
        assertEquals("“seizure” is there twice.", problem(), "on the screen nobody could tell them apart");
        type("#label-title", "standing up");
        type("#label-key", "r");
        type("#label-definition", "Both forepaws leave the floor.");
        choose(12);
        await(() -> !found("#label-name").isDisabled());
        type("#label-name", "leaping");
        choose(13);
        Button remove = found("#protocol-remove");
        fx(remove::fire);
        Button add = found("#protocol-add");
        fx(add::fire);
        assertEquals("The label with the key 9 needs a name.", problem());
        assertTrue(greyed("#protocol-keep"));
        type("#label-name", "grooming");
        assertTrue(problem().startsWith("Every label has a name"), problem());
        Pane preview = found("#protocol-preview");
        assertEquals(
                15, fx(() -> ((Pane) preview.getChildren().get(1)).getChildren().size()));
        Button keep = found("#protocol-keep");
        fx(keep::fire);
        await(() -> session.state().study().get().protocol().version() == before.version() + 1);

        Protocol now = protocol();
        assertEquals("R", now.label("rearing").orElseThrow().key());
        assertEquals(
                "Both forepaws leave the floor.",
                now.label("rearing").orElseThrow().definition());
        assertEquals("standing up", now.label("rearing").orElseThrow().title("en"));
        assertEquals(
                "standing up", now.label("rearing").orElseThrow().title("de"), "until German has a word of its own");
        assertEquals(9, now.label("rearing").orElseThrow().benchmarkId().orElseThrow());
        assertTrue(now.label("leaping").orElseThrow().benchmarkId().isEmpty(), "another name, another meaning");
        assertTrue(now.label("tonic extension").isEmpty());
        assertEquals("9", now.label("grooming").orElseThrow().key());
        assertEquals(marks, fx(() -> session.state().labels().get().marks()));
        fx(() -> rated.window.go(Workspace.ANNOTATE));
        Pane caps = found("#key-caps");
        assertEquals(
                "R",
                fx(() -> ((Label)
                                ((HBox) caps.getChildren().get(9)).getChildren().get(0))
                        .getText()));

        assertEquals(
                "standing up",
                fx(() -> ((Label)
                                ((HBox) caps.getChildren().get(9)).getChildren().get(2))
                        .getText()));
        TableView<?> table = found("#marks");
        assertTrue(
                fx(() -> table.lookupAll(".table-cell").stream()
                        .anyMatch(cell -> "standing up".equals(((Labeled) cell).getText()))),
                "marks that are there are called so, too");

        fx(() -> session.edits().undo()).get(20, TimeUnit.SECONDS);
        assertEquals(before, protocol());
    }

    @Test
    void whatNobodyCouldTellApartIsNotKept() throws Exception {
        open("en");
        sheet();
        choose(1);
        type("#label-key", "S");
        assertEquals("“seizure” and “staring” have the same key.", problem());
        type("#label-key", "ü");
        assertEquals("“staring” needs a key: one letter from A to Z, or a digit.", problem());
        type("#label-key", "1");
        ComboBox<Integer> colour = found("#label-colour");
        fx(() -> colour.setValue(0));
        assertEquals(
                "“seizure” and “staring” have the same colour and pattern; nobody could tell their bars apart.",
                problem());
        assertTrue(greyed("#protocol-keep"));
        fx(() -> colour.setValue(1));
        assertFalse(greyed("#protocol-keep"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theSheetFitsASmallScreen(String language) throws Exception {
        open(language);
        sheet();
        choose(9);
        Node pane = found("#protocol-sheet");
        PngFile.write(
                fx(() -> Snapshot.of(pane.getScene())), OnScreen.pictures().resolve("protocol-" + language + ".png"));
        assertTrue(
                fx(() -> pane.getScene().getHeight()) <= 690,
                "high " + pane.getScene().getHeight());
        assertTrue(
                fx(() -> pane.getScene().getWidth()) <= 1366,
                "wide " + pane.getScene().getWidth());
    }

    @Test
    void onlyTheOwnerMay() throws Exception {
        open("en");
        fx(() -> session.workAs("rater 2")).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(greyed("#change-protocol"));
    }
}
