package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.ictograph.measure.TriageOrder;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Command;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.triage.TriageRow;
import org.ictograph.video.Picture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Triage in the real window, by its keys. Proposals of 0.9, 0.7 and 0.4 wait in two cages. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class TriageScreenTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private StudySession session;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() throws Exception {
        ScreenTour.size(folder, 1280, 720);
        rated = new RatedWindow(folder, stage);
        session = rated.open();
        await(() -> session.state().recording().get().isPresent());
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        press(KeyCode.F4, true);
        await(() -> rows().size() == 3);
        assertFalse(fx(() -> session.playback().playing().get()));
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
    }

    private static void await(BooleanSupplier wanted) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> fx(wanted::getAsBoolean));
    }

    private void press(KeyCode key) {
        press(key, false);
    }

    private void press(KeyCode key, boolean shift) {
        fx(() -> {
            Node focus = rated.window.scene().getFocusOwner();
            KeyEvent event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false);
            KeyEvent.fireEvent(focus == null ? rated.window.scene().getRoot() : focus, event);
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<TriageRow> table() {
        return (TableView<TriageRow>) rated.window.scene().lookup("#triage-queue");
    }

    private List<Double> rows() {
        return table().getItems().stream().map(row -> row.group().score()).toList();
    }

    private double selected() {
        return fx(() -> table().getSelectionModel().getSelectedItem().group().score());
    }

    private List<Mark> proposed() {
        return fx(() -> session.state().labels().get().marks().stream()
                .filter(mark -> mark.origin().kind() == Origin.Kind.PROPOSAL)
                .toList());
    }

    @Test
    void keysDecideAndGoOn() throws Exception {
        assertEquals(0.9, selected());
        press(KeyCode.RIGHT);
        assertEquals(0.7, selected());
        press(KeyCode.R);
        await(() -> rows().equals(List.of(0.9, 0.4)));
        assertEquals(0.4, selected(), "the next one");
        press(KeyCode.LEFT);
        press(KeyCode.A);
        press(KeyCode.A);
        await(() -> rows().isEmpty());
        assertEquals(3, fx(() -> session.state().labels().get().decisions().size()), "both presses counted");
        assertTrue(disabled("accept") && disabled("adjust") && disabled("reject"), "nothing is left to decide");
        assertFalse(disabled("undo"));
        assertEquals(1, proposed().size(), "the seizure at 0.9 has a mark by hand already");
        fx(() -> rated.window.run(Command.UNDO));
        await(() -> rows().equals(List.of(0.4)));
    }

    private boolean disabled(String command) {
        return fx(() -> rated.window.scene().lookup("#triage-" + command).isDisabled());
    }

    @Test
    void theKeyOfALabelAcceptsAsThat() throws Exception {
        press(KeyCode.DIGIT1);
        await(() -> rows().size() == 2);
        assertEquals(List.of("staring"), proposed().stream().map(Mark::label).toList());
        press(KeyCode.W);
        await(() -> rows().size() == 1);
        assertEquals(2, proposed().size());
        assertFalse(fx(() -> session.playback().playing().get()), "W means a label here, not skimming");
    }

    @Test
    void scoreAndOrderMoveTheQueueAtOnce() throws Exception {
        fx(() -> ((Slider) rated.window.scene().lookup("#triage-least")).setValue(0.5));
        assertEquals(List.of(0.9, 0.7), fx(this::rows));
        fx(() -> ((Slider) rated.window.scene().lookup("#triage-shortest")).setValue(4));
        assertEquals(List.of(0.9), fx(this::rows), "the other one lasts three seconds");
        fx(() -> ((Slider) rated.window.scene().lookup("#triage-least")).setValue(0));
        fx(() -> ((Slider) rated.window.scene().lookup("#triage-shortest")).setValue(0));
        fx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<TriageOrder> order =
                    (ComboBox<TriageOrder>) rated.window.scene().lookup("#triage-order");
            order.setValue(TriageOrder.UNCERTAINTY);
        });
        assertEquals(List.of(0.4, 0.7, 0.9), fx(this::rows));
    }

    @Test
    void adjustingGoesToTheRecordingAndComesBack() throws Exception {
        press(KeyCode.E);
        await(() -> session.state().labels().get().decisions().size() == 1);
        assertFalse(fx(() -> rated.window.scene().lookup("#triage").isVisible()));
        assertTrue(fx(() -> session.state().selectedMark().get().isPresent()), "the mark that is there is corrected");
        press(KeyCode.ENTER);
        assertTrue(fx(() -> rated.window.scene().lookup("#triage").isVisible()));
        await(() -> rows().size() == 2);
    }

    /** The proposal of 0.9 is still being accepted when the next key comes. */
    @Test
    void adjustingRightAfterAcceptingIsAboutTheNextOne() throws Exception {
        fx(() -> {
            rated.window.run(Command.ACCEPT);
            rated.window.run(Command.ADJUST);
        });
        await(() -> session.state().labels().get().decisions().size() == 2);
        Set<Double> decided = fx(() -> session.state().labels().get().decisions().stream()
                .map(decision -> session.state()
                        .labels()
                        .get()
                        .proposal(decision.proposalId())
                        .orElseThrow()
                        .score())
                .collect(Collectors.toSet()));
        assertEquals(Set.of(0.9, 0.7), decided);
    }

    /** The second cage is taken back from what was reviewed: its windows lie before and after its proposal from 12 to 15. */
    @Test
    void windowsWithoutProposalsAreAudited() throws Exception {
        Cage second = fx(() -> session.state().cages().get(1));
        await(() -> text("#recall").contains("100 % were proposed: all "));
        fx(() -> session.reviewing().withdraw(List.of(second.id()), RatedStudy.span(0, 24)))
                .get(20, TimeUnit.SECONDS);
        fx(() -> ((Button) rated.window.scene().lookup("#audit-begin")).fire());
        await(() -> text("#audit-title").startsWith("Audit, window"));
        await(() -> session.playback().playing().get());
        assertEquals(second.id(), fx(() -> session.state().focusedCage().get()).orElseThrow());
        long from = fx(() -> session.playback().loop().get()).orElseThrow().start();
        fx(() -> session.playback().pause());
        fx(() -> session.playback().seek(from + 1_000_000));
        press(KeyCode.I);
        assertTrue(fx(() -> text("#audit-title")).contains("begins at"));
        fx(() -> session.playback().seek(from + 2_000_000));
        press(KeyCode.O);
        await(() -> session.state().labels().get().marks().stream()
                .anyMatch(mark -> mark.span().start() == from + 1_000_000));
        new FfmpegVideos()
                .writePng(
                        fx(() -> Snapshot.of(rated.window.scene().getRoot())),
                        OnScreen.pictures().resolve("audit.png"));
        String before = fx(() -> text("#audit-title"));
        press(KeyCode.ENTER);
        await(() -> !text("#audit-title").equals(before));
        if (fx(() -> text("#audit-title")).startsWith("Audit")) {
            press(KeyCode.ENTER);
        }
        await(() -> text("#audit-title").startsWith("Every window"));
        assertTrue(
                fx(() -> rated.window.scene().lookup("#audit-onset").isDisabled()
                        && rated.window.scene().lookup("#audit-offset").isDisabled()),
                "there is no window in which a seizure could begin or end");
        assertTrue(fx(() -> rated.window.scene().lookup("#audit").getLayoutX()) > 0, "it lies as other panels do");
        assertTrue(
                fx(() -> text("#audit-recall")).contains("67 % were proposed: all "), fx(() -> text("#audit-recall")));
        press(KeyCode.ESCAPE);
        await(() -> rated.window.scene().lookup("#triage").isVisible());
        Region halves = (Region) rated.window.scene().lookup("#triage > .below-choice");
        assertTrue(fx(() -> halves.getPadding().getLeft()) > 0, "it lies as other panels do");
    }

    /** Of 20 % the draw takes the proposal of 0.7, whose seizure from 12 to 16 s is marked by hand: edges 0 and 1 s off. */
    @Test
    void aShareIsShownInTheAuditFirst() throws Exception {
        fx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Integer> share = (ComboBox<Integer>) rated.window.scene().lookup("#triage-unaided");
            share.setValue(20);
        });
        await(() -> rows().equals(List.of(0.9, 0.4)));
        await(() -> text("#recall").contains("One more proposal waits in the audit, hidden at first."));
        press(KeyCode.R);
        press(KeyCode.R);
        await(() -> rows().isEmpty());
        assertTrue(fx(() -> text("#triage-counts")).contains("s each"), fx(() -> text("#triage-counts")));
        fx(() -> ((Button) rated.window.scene().lookup("#audit-begin")).fire());
        await(() -> text("#audit-title").startsWith("Audit, window"));
        assertFalse(fx(() -> text("#audit-title")).contains("0.7"), "nothing tells of the proposal");
        press(KeyCode.ENTER);
        await(() -> text("#audit-title").startsWith("Every window"));
        String told = fx(() -> text("#audit-recall"));
        assertTrue(told.contains("in sight 0 of 2 were marked, without it 1 of 1: -100 points"), told);
        assertTrue(told.contains("– s from the model’s with it, 0.5 s without"), told);
        new FfmpegVideos()
                .writePng(
                        fx(() -> Snapshot.of(rated.window.scene().getRoot())),
                        OnScreen.pictures().resolve("anchoring.png"));
        press(KeyCode.ESCAPE);
        await(() -> rated.window.scene().lookup("#triage").isVisible());
        new FfmpegVideos()
                .writePng(
                        fx(() -> Snapshot.of(rated.window.scene().getRoot())),
                        OnScreen.pictures().resolve("anchoring-triage.png"));
    }

    private String text(String id) {
        return ((Labeled) rated.window.scene().lookup(id)).getText();
    }

    @Test
    void theNextCandidatesLoop() throws Exception {
        Node tile = fx(() -> rated.window.scene().lookup("#loop-1"));
        Picture before = fx(() -> Snapshot.of(tile));
        await(() -> differs(before, Snapshot.of(tile)));
        Picture there = fx(() -> Snapshot.of(tile));
        await(() -> differs(there, Snapshot.of(tile)));
        Picture screen = fx(() -> Snapshot.of(rated.window.scene().getRoot()));
        new FfmpegVideos().writePng(screen, OnScreen.pictures().resolve("triage.png"));
    }

    private static boolean differs(Picture one, Picture other) {
        return !java.util.Arrays.equals(one.bgra(), other.bgra());
    }
}
