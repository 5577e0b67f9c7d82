package org.ictograph.ui.shell;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.ictograph.model.Edit;
import org.ictograph.model.Snapshot.Reason;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.Sentence;
import org.ictograph.session.StudySession;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.ui.kit.OnScreen;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A study is left while something is still under way. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // the extension opens the stage before each test
class LeavingTest {
    @TempDir
    Path folder;

    private Stage stage;
    private RatedWindow rated;
    private RatedStudy study;
    private Workstation window;
    private Path file;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage given) {
        // TestFX keeps the events of the given stage, and with them all nodes they went to.
        stage = new Stage();
    }

    @BeforeEach
    void make() throws Exception {
        rated = new RatedWindow(folder, stage);
        study = rated.study;
        window = rated.window;
        file = rated.file();
        study.place().jobs().onChange(job -> job.state().failure().ifPresent(this::hear));
    }

    private void hear(Throwable failure) {
        if (!(Sentence.cause(failure) instanceof CancellationException)) {
            troubles.add(String.valueOf(Sentence.cause(failure)));
        }
    }

    @AfterEach
    void close() throws Exception {
        rated.close();
        fx(stage::hide);
    }

    private Optional<Node> shown(String id) {
        return fx(() -> Optional.ofNullable(window.scene().lookup(id)));
    }

    @Test
    void aDemoThatIsBeingMadeIsLeftWithoutTrouble() throws Exception {
        CountDownLatch works = new CountDownLatch(1);
        study.place().jobs().onChange(job -> {
            if (job.name().equals("demo")) {
                works.countDown();
            }
        });
        fx(() -> window.openDemo()).get(20, TimeUnit.SECONDS);
        assertTrue(works.await(20, TimeUnit.SECONDS));
        CompletableFuture<Void> left = fx(() -> window.leave());
        left.get(60, TimeUnit.SECONDS);
        assertEquals(List.of(), study.place().jobs().running(), "nothing goes on with a study that is closed");
        assertEquals(List.of(), troubles);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(fx(() -> window.scene().lookup("#notice").isVisible()));
    }

    @Test
    void theWindowLivesWhileAStudyIsClosedAndTheWaitingCanBeEnded() throws Exception {
        StudySession session = fx(() -> window.open(file)).get(20, TimeUnit.SECONDS);
        CountDownLatch never = new CountDownLatch(1);
        Job<Integer> deaf = study.place().jobs().start("deaf", progress -> {
            never.await();
            return 0;
        });
        fx(() -> session.edits().make(Edit.adding(Verb.CHANGE_SUBJECT, Subject.named("99-9"))));
        CompletableFuture<Void> left = fx(() -> window.leave());
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> shown("#closing").filter(Node::isVisible).isPresent());
        new FfmpegVideos()
                .writePng(
                        fx(() -> Snapshot.of(window.scene())),
                        OnScreen.pictures().resolve("closing.png"));
        assertFalse(left.isDone());
        assertTrue(deaf.cancelled());
        fx(() -> ((Button) shown("#closing-hurry").orElseThrow()).fire());
        left.get(20, TimeUnit.SECONDS);
        never.countDown();
        try (StudyStore again = new SqliteStudyFiles().open(file)) {
            assertTrue(again.study().subjectNamed("99-9").isPresent());
        }
        assertFalse(
                new SqliteStudyFiles().snapshots(file).stream().anyMatch(kept -> kept.reason() == Reason.CLOSE),
                "nobody waited for the last snapshot");
    }

    @Test
    void whatIsAskedOfAClosedStudyIsCalledOff() throws Exception {
        StudySession session = fx(() -> window.open(file)).get(20, TimeUnit.SECONDS);
        fx(() -> window.leave()).get(20, TimeUnit.SECONDS);
        CompletableFuture<?> late = fx(() -> session.log());
        assertTrue(late.isCompletedExceptionally());
        assertTrue(late.handle((log, failure) -> Sentence.cause(failure)).join() instanceof CancellationException);
        assertTrue(new SqliteStudyFiles().snapshots(file).stream().anyMatch(kept -> kept.reason() == Reason.CLOSE));
    }

    @Test
    void aStudyThatWasLeftIsCollected() throws Exception {
        WeakReference<StudySession> left = visited();
        fx(() -> window.closeToStart());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> shown("#closing").isEmpty());
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> collected(left));
    }

    /** A study whose workspaces were all in front, and in which something was edited. */
    private WeakReference<StudySession> visited() throws Exception {
        StudySession session = fx(() -> window.open(file)).get(20, TimeUnit.SECONDS);
        for (Workspace workspace : Workspace.values()) {
            fx(() -> window.go(workspace));
        }
        fx(() -> session.edits().make(Edit.adding(Verb.CHANGE_SUBJECT, Subject.named("99-9"))))
                .get(20, TimeUnit.SECONDS);
        fx(() -> session.edits().undo()).get(20, TimeUnit.SECONDS);
        return new WeakReference<>(session);
    }

    private static boolean collected(WeakReference<?> left) {
        System.gc();
        WaitForAsyncUtils.waitForFxEvents();
        return left.refersTo(null);
    }
}
