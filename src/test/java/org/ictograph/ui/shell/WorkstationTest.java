package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.settings.Dress;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.Preferences;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person uses it, over a real study with a real video. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class WorkstationTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedStudy study;
    private Settings settings;
    private Workstation window;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void make() throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.closeStudy();
        settings = new Settings(folder.resolve("settings"));
        window = fx(() -> new Workstation(
                stage,
                study.place().with(new FxLane()),
                settings,
                Messages.english(),
                folder.resolve("demo").resolve("demo.icto")));
        fx(() -> window.show());
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        study.place().close();
    }

    private StudySession open() throws Exception {
        StudySession session =
                fx(() -> window.open(folder.resolve("rated.icto"))).get(20, TimeUnit.SECONDS);
        await(() -> session.state().recording().get().isPresent());
        return session;
    }

    private StudySession review() throws Exception {
        StudySession session = open();
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        return session;
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }

    private <T extends Node> T node(Class<T> type, String id) {
        return type.cast(fx(() -> window.scene().lookup(id)));
    }

    private String text(String id) {
        Labeled labeled = node(Labeled.class, id);
        return fx(labeled::getText);
    }

    /** True where a title of what to do first can be read. */
    private boolean shown(String title) {
        return fx(() -> window.scene().getRoot().lookupAll(".empty-state .label").stream()
                .map(Labeled.class::cast)
                .anyMatch(label ->
                        label.getText().equals(title) && label.getParent().isVisible()));
    }

    private boolean there(String id) {
        return fx(() -> {
            for (Node node = window.scene().lookup(id); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return window.scene().lookup(id) != null;
        });
    }

    @Test
    void beginsWithWhatToDoFirst() {
        assertTrue(there("#start-demo"));
        assertTrue(there("#start-new"));
        assertEquals("Ictograph", fx(stage::getTitle));
    }

    @Test
    void theDemoIsBegunAndGoneOnWithByTheWindow() throws Exception {
        StudySession begun = fx(() -> window.openDemo()).get(20, TimeUnit.SECONDS);
        Path demo = begun.file();
        await(() -> shown("The demo is being made") && !shown("Add the first recording"));
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        StudySession again = fx(() -> window.open(demo)).get(20, TimeUnit.SECONDS);
        assertEquals(demo, again.file());
    }

    @Test
    void aMenuOpensForF10AndNotForArrowsAfterThePointerPassedOverTheMenus(FxRobot robot) throws Exception {
        StudySession session = open();
        await(() -> session.playback().index().isPresent());
        MenuBar bar = node(MenuBar.class, ".menu-bar");
        robot.moveTo(window.scene().lookup(".menu-bar"));
        robot.moveTo(window.scene().lookup("#rater"));
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(fx(() -> bar.getMenus().stream().noneMatch(Menu::isShowing)));
        long before = fx(() -> session.playback().position().get());
        robot.push(KeyCode.F10);
        robot.push(KeyCode.RIGHT);
        await(() -> bar.getMenus().get(1).isShowing());
        assertEquals(before, fx(() -> session.playback().position().get()), "keys belong to the open menu");
        robot.push(KeyCode.ESCAPE);
        await(() -> bar.getMenus().stream().noneMatch(Menu::isShowing));
        robot.push(KeyCode.RIGHT);
        await(() -> session.playback().position().get() > before);
    }

    @Test
    void keysSwitchWorkspacesAndBlindRatersSeeNoProposals(FxRobot robot) throws Exception {
        open();
        assertEquals(Workspace.ANNOTATE, window.front().orElseThrow());
        assertTrue(text("#banner .label").startsWith("Blind"));
        assertEquals("rated – Ictograph", fx(stage::getTitle), "no name of a recording while blind");
        robot.type(KeyCode.F2);
        assertTrue(there("#recordings"));
        robot.type(KeyCode.F6);
        assertFalse(there("#export"), "counts would tell what others marked");
        robot.type(KeyCode.F4);
        assertEquals(Workspace.PROPOSALS, window.front().orElseThrow());
        assertEquals(0, node(TableView.class, "#queue").getItems().size());
        robot.clickOn("#sight");
        await(() -> node(TableView.class, "#queue").getItems().size() == 3);
        assertEquals("rated · film – Ictograph", fx(stage::getTitle));
    }

    @Test
    void theFrameReportOfARecordingOpensOnASheet(FxRobot robot) throws Exception {
        open();
        robot.type(KeyCode.F2);
        fx(() -> node(TableView.class, "#recordings").getSelectionModel().select(0));
        fx(() -> node(Button.class, "#frame-report").fire());
        await(() -> robot.listWindows().size() == 2);
        Scene sheet = robot.listWindows().get(1).getScene();
        String sentence = fx(() -> sheet.getRoot().lookupAll(".label").stream()
                .map(label -> String.valueOf(((Labeled) label).getText()))
                .collect(Collectors.joining("\n")));
        assertTrue(sentence.contains("Frames are reached from the key frame before them"), sentence);
        fx(() -> robot.listWindows().get(1).hide());
    }

    @Test
    void annotateShowsTheFrameThatWasOpenedBeforeIt() throws Exception {
        StudySession session =
                fx(() -> window.create(folder.resolve("new.icto"), "Anna")).get(20, TimeUnit.SECONDS);
        AtomicInteger frames = new AtomicInteger();
        fx(() -> session.playback().onFrame(shown -> frames.incrementAndGet()));
        fx(() -> session.recordings().add(NewRecording.of(folder.resolve("film.mp4"))));
        await(() -> frames.get() > 0);
        fx(() -> window.go(Workspace.ANNOTATE));
        Node picture = fx(() -> window.scene().lookup(".video-view"));
        await(() -> picture.lookupAll(".image-view").stream()
                .anyMatch(view -> view instanceof ImageView shown && shown.getImage() != null));
    }

    @Test
    void proposalsAreDecidedWithSingleKeys(FxRobot robot) throws Exception {
        StudySession session = review();
        robot.type(KeyCode.F4);
        robot.type(KeyCode.A);
        await(() -> session.state().labels().get().decisions().size() == 1);
        assertTrue(text("#said").startsWith("Joined with your mark"), text("#said"));
        robot.type(KeyCode.R);
        await(() -> session.state().labels().get().decisions().size() == 2);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        await(() -> session.state().labels().get().decisions().size() == 1);
    }

    @Test
    void agreementIsSeenAndSettled(FxRobot robot) throws Exception {
        StudySession session = review();
        robot.type(KeyCode.F5);
        await(() -> node(TableView.class, "#dashboard").getItems().size() == 3);
        assertEquals(2, node(TableView.class, "#findings").getItems().size());
        robot.type(KeyCode.D);
        await(() -> node(TableView.class, "#questions").getItems().size() == 2);
        assertEquals("0 of 2 settled", text("#progress"));
        robot.clickOn("#settleByRule");
        await(() -> session.state().labels().get().settlements().size() == 2);
        assertEquals("2 events taken into the consensus", text("#said"));
        robot.clickOn("#answer-first");
        await(() -> session.state().labels().get().settlements().size() == 3);
        robot.type(KeyCode.ENTER);
        robot.write("clear in the picture");
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.DIGIT4);
        await(() -> session.state().labels().get().settlements().size() == 4);
        assertEquals("2 of 2 settled", text("#progress"));
        assertEquals(
                1,
                session.state().labels().get().settlements().stream()
                        .filter(settlement -> settlement.reason().equals("clear in the picture"))
                        .count());
    }

    private List<?> parts() {
        return node(TreeTableView.class, "#counts").getRoot().getChildren();
    }

    @Test
    void theDryRunIsShownAndOneButtonExports(FxRobot robot) throws Exception {
        review();
        robot.type(KeyCode.F5);
        robot.type(KeyCode.D);
        await(() -> !node(Button.class, "#settleByRule").isDisabled());
        robot.type(KeyCode.DIGIT9);
        await(() -> node(Button.class, "#settleByRule").isDisabled());
        robot.type(KeyCode.F6);
        await(() -> window.scene().lookup("#counts") != null);
        assertTrue(
                fx(() -> window.scene().getRoot().minHeight(1366)) <= 768,
                "on a small screen neither the menus nor the foot of the window are cut off");
        await(() -> !parts().isEmpty());
        WeakReference<Object> shown = fx(() -> new WeakReference<Object>(parts().get(0)));
        fx(() -> {
            @SuppressWarnings("unchecked") // the choice of folds is a box of numbers
            var folds = (javafx.scene.control.ComboBox<Integer>) window.scene().lookup("#folds");
            folds.setValue(2);
        });
        await(() -> !node(Button.class, "#export").isDisabled());
        assertEquals(2, parts().size());
        await(() -> {
            System.gc();
            return shown.refersTo(null);
        });
        robot.clickOn("#export");
        await(() -> Files.isDirectory(folder.resolve("rated-rodepil")));
        await(() -> node(TableView.class, "#receipts").getItems().size() == 1);
        await(() -> text("#result").startsWith("3 clips are written and verified"));
    }

    @Test
    void questionMarkShowsAllKeys(FxRobot robot) throws Exception {
        open();
        strike(KeyCode.SLASH, "?");
        assertTrue(there("#keys"));
        robot.write("shake");
        robot.type(KeyCode.ESCAPE);
        assertFalse(there("#keys"));
    }

    /** A key as a keyboard sends it: the press, then its sign to whatever has the focus by then. */
    private void strike(KeyCode code, String sign) {
        fx(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED)) {
                boolean typed = type == KeyEvent.KEY_TYPED;
                Event.fireEvent(
                        window.scene().getFocusOwner(),
                        new KeyEvent(
                                type,
                                typed ? sign : "",
                                typed ? "" : sign,
                                typed ? KeyCode.UNDEFINED : code,
                                sign.equals("?"),
                                false,
                                false,
                                false));
            }
        });
    }

    @Test
    void theKeyThatOpensAFieldIsNotTypedIntoIt() throws Exception {
        open();
        strike(KeyCode.SLASH, "?");
        assertTrue(there("#keys"));
        TextField search = node(TextField.class, "#keys .text-field");
        assertEquals("", fx(() -> search.getText()));
        strike(KeyCode.G, "g");
        assertEquals("g", fx(() -> search.getText()), "what is typed there stays");
        strike(KeyCode.ESCAPE, "\u001b");
        await(() -> !node(TextField.class, "#keys .text-field").isFocused());
        strike(KeyCode.G, "g");
        Node focus = fx(() -> window.scene().getFocusOwner());
        assertEquals("", ((TextField) focus).getText());
        strike(KeyCode.ESCAPE, "\u001b");
        assertFalse(fx(() -> window.scene().getFocusOwner()) instanceof TextField, "Esc leaves the field");
    }

    @Test
    void theLanesOfARecordingGetTheirShareOfTheHeight() throws Exception {
        open();
        SplitPane parts = node(SplitPane.class, ".annotate .split-pane .split-pane");
        assertEquals(Orientation.VERTICAL, parts.getOrientation());
        for (int change : List.of(0, -90)) {
            fx(() -> stage.setHeight(stage.getHeight() + change));
            WaitForAsyncUtils.waitForFxEvents();
            double height = fx(() -> parts.getHeight());
            double lower = fx(() -> ((Region) parts.getItems().get(1)).getHeight());
            assertTrue(lower > 0.4 * height, lower + " of " + height + " after " + change);
        }
    }

    @Test
    void theLanguageIsChosenInTheMenuForTheNextStart() {
        MenuBar bar = node(MenuBar.class, ".menu-bar");
        Menu languages = (Menu) bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "menu.language".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("As the system", "English", "Deutsch"),
                languages.getItems().stream().map(MenuItem::getText).toList());
        fx(() -> languages.getItems().get(2).fire());
        assertEquals("de", settings.preferences().appearance().language());
        assertTrue(text("#said").contains("Deutsch"));
        assertEquals(
                "Datei",
                Messages.of(settings.preferences().appearance().language()).text("menu.file"));
    }

    @Test
    void whatIsBeingOpenedIsSaidAndNothingElseCanBeOpenedMeanwhile() throws Exception {
        fx(() -> {
            var unused = window.open(folder.resolve("rated.icto"));
            Labeled said = (Labeled) window.scene().lookup("#start-opening");
            assertTrue(said.isVisible());
            assertEquals("Opening rated.icto …", said.getText());
            assertTrue(window.scene().lookup("#start-demo").isDisabled());
        });
        await(() -> window.session().isPresent());
        fx(() -> window.closeToStart());
        await(() -> there("#start-demo"));
        assertFalse(there("#start-opening"));
        assertFalse(node(Button.class, "#start-demo").isDisabled());
    }

    @Test
    void otherKeysHoldAtOnceInTheWindowTheMenusAndTheSheet() throws Exception {
        open();
        fx(() -> window.changeKeys());
        TextField search = OnScreen.found("#keychanges-search");
        TableView<KeyChangesViewModel.Line> table = OnScreen.found("#keychanges");
        fx(() -> search.setText("r"));
        Label name = OnScreen.found("#keychanges-name");
        assertEquals(
                fx(() -> table.getItems().get(0).row().what()), fx(() -> name.getText()), "the first that was found");
        fx(() -> search.setText("dark light contrast"));
        assertEquals(1, (int) fx(() -> table.getItems().size()));
        Button add = OnScreen.found("#keychanges-add");
        fx(() -> add.fire());
        press(table, KeyCode.F4, true);
        assertEquals("F8   Ctrl+F4", fx(() -> table.getItems().get(0).row().keys()));
        fx(() -> add.fire());
        press(table, KeyCode.F9, false);
        Label said = OnScreen.found("#keychanges-said");
        assertEquals("F9 does “Zoom to what is selected”.", fx(() -> said.getText()));
        Button take = OnScreen.found("#keychanges-take");
        fx(() -> take.fire());
        study.place()
                .with(new FxLane())
                .videos()
                .writePng(
                        fx(() -> Snapshot.of(table.getScene())),
                        OnScreen.pictures().resolve("keys.png"));
        fx(() -> table.getScene().getWindow().hide());
        assertEquals(KeyChord.parseAll("F8 or Ctrl+F4 or F9"), settings.keyMap().chords(Command.TOGGLE_THEME));
        assertEquals(
                "",
                fx(() -> menu("zoom_selected").getAccelerator() == null
                        ? ""
                        : menu("zoom_selected").getAccelerator().getDisplayText()));
        press(window.scene().getRoot(), KeyCode.F9, false);
        assertEquals(Dress.DARK, settings.preferences().appearance().dress());
    }

    private static void press(Node node, KeyCode key, boolean ctrl) {
        fx(() -> Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, ctrl, false, false)));
    }

    private MenuItem menu(String id) {
        return node(MenuBar.class, ".menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void themeAndRecentStudiesAreKept(FxRobot robot) throws Exception {
        StudySession session = open();
        robot.type(KeyCode.F8);
        Preferences kept = settings.preferences();
        assertEquals(Dress.DARK, kept.appearance().dress());
        assertEquals(session.file(), kept.lastStudy().orElseThrow());
        fx(() -> window.dress(Theme.LIGHT));
        assertEquals(Dress.LIGHT, settings.preferences().appearance().dress());
    }

    @Test
    void whatWasWatchedIsStoredBeforeTheStudyIsLeft(FxRobot robot) throws Exception {
        StudySession session = open();
        int before = session.state().labels().get().coverage().size();
        fx(() -> session.playback().play());
        await(() -> session.playback().position().get() > 200_000);
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        assertTrue(there("#start-demo"));
        StudySession again = open();
        assertTrue(again.state().labels().get().coverage().size() > before);
    }

    @Test
    void aMissingVideoIsToldWithAWayToRelink() throws Exception {
        Files.move(folder.resolve("film.mp4"), folder.resolve("elsewhere.mp4"));
        fx(() -> window.open(folder.resolve("rated.icto"))).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(there("#relink"));
        @SuppressWarnings("unchecked") // the box of the header holds recordings
        var recordings =
                (javafx.scene.control.ComboBox<Object>) node(javafx.scene.control.ComboBox.class, "#open-recording");
        fx(() -> recordings.setValue(recordings.getItems().get(0)));
        await(() -> there("#relink"));
        assertTrue(there("#notice"));
    }

    @Test
    void whatIsNoStudyIsToldInASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("text.icto"), "no study");
        fx(() -> window.open(text));
        await(() -> there("#notice"));
        assertTrue(there("#start-demo"), "the start screen is still there");
        strike(KeyCode.ESCAPE, "\u001b");
        assertFalse(there("#notice"), "Esc takes the sentence away");
    }
}
