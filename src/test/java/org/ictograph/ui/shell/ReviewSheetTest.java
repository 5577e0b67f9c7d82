package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.settings.Settings;
import org.ictograph.ui.kit.FxLane;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A colleague's work comes back into the window, and what does not fit is decided there. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class ReviewSheetTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedStudy study;
    private Workstation window;
    private Path bundle;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void workAway() throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.closeStudy();
        Path away = Files.copy(folder.resolve("rated.icto"), folder.resolve("away.icto"));
        bundle = folder.resolve("second.ictobundle");
        try (StudySession session = StudySession.open(
                        study.place().with(Runnable::run), away, Optional.of(RatedStudy.SECOND))
                .join()) {
            session.showOthers(true).join();
            session.open(study.recording().id()).join();
            Mark rearing = rearing(session);
            session.edits()
                    .make(Edit.changing(Verb.CHANGE_MARK, rearing, rearing.withStage("4 rearing")))
                    .join();
            session.edits()
                    .make(Edit.adding(Verb.CHANGE_SUBJECT, Subject.named("70-9")))
                    .join();
            session.merging().handOver(RatedStudy.SECOND, bundle).join();
        }
        window = fx(() -> new Workstation(
                stage,
                study.place().with(new FxLane()),
                new Settings(folder.resolve("settings")),
                Messages.english(),
                folder.resolve("demo").resolve("demo.icto")));
        fx(() -> window.show());
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        study.place().close();
    }

    private static Mark rearing(StudySession session) {
        return session.state().labels().get().marks().stream()
                .filter(mark -> mark.label().equals("rearing") && mark.span().equals(RatedStudy.span(15, 18)))
                .findFirst()
                .orElseThrow();
    }

    private static List<Node> found(String id) {
        return fx(() -> Window.getWindows().stream()
                .flatMap(shown -> shown.getScene().getRoot().lookupAll(id).stream())
                .toList());
    }

    private static List<Button> buttons(String text) {
        return found("#review-list .button").stream()
                .map(Button.class::cast)
                .filter(button -> fx(button::getText).equals(text))
                .toList();
    }

    @Test
    void whatDoesNotFitIsShownAndDecided() throws Exception {
        StudySession session =
                fx(() -> window.open(folder.resolve("rated.icto"))).get(20, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> fx(() -> session.state().recording().get().isPresent()));
        fx(() -> session.showOthers(true)).get(20, TimeUnit.SECONDS);
        Mark mine = fx(() -> rearing(session)).withSpan(RatedStudy.span(14, 18));
        fx(() -> session.edits().make(Edit.changing(Verb.CHANGE_MARK, rearing(session), mine)))
                .get(20, TimeUnit.SECONDS);
        UUID ownAnimal = UUID.randomUUID();
        fx(() -> session.edits().make(Edit.adding(Verb.CHANGE_SUBJECT, new Subject(ownAnimal, "70-9", "70", "", ""))))
                .get(20, TimeUnit.SECONDS);

        fx(() -> window.deliveries().takeIn(List.of(bundle)));
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> buttons("Take this").size() == 1);
        WaitForAsyncUtils.waitForFxEvents();
        String told = found("#review-list .label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList()
                .toString();
        assertTrue(told.contains("14.000 – 18.000 s"), told);
        assertTrue(told.contains("4 rearing"), told);
        assertTrue(told.contains(RatedStudy.SECOND), told);
        assertTrue(told.contains("70-9 (2)"), told);

        fx(() -> buttons("Take this").get(0).fire());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> buttons("Take this").isEmpty());
        fx(() -> buttons("Keep").get(0).fire());
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> buttons("Keep").isEmpty());
        assertEquals(List.of(), session.merging().allConflicts().get(20, TimeUnit.SECONDS));
        fx(() -> session.edits().undo()).get(20, TimeUnit.SECONDS);
        assertEquals(
                1, session.merging().allConflicts().get(20, TimeUnit.SECONDS).size());
    }
}
