package org.ictograph.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.ictograph.model.Mark;
import org.ictograph.model.TakenIn;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Look;

/** What the window does with the work of several copies of a study. */
final class Colleagues {
    private final Look look;
    private final Window window;
    private final Consumer<Notice> say;
    private final Runnable annotate;

    /** @param annotate brings the workspace with the marks to the front */
    Colleagues(Look look, Window window, Consumer<Notice> say, Runnable annotate) {
        this.look = look;
        this.window = window;
        this.say = say;
        this.annotate = annotate;
    }

    void handOver(StudySession session, Path bundle) {
        String rater = session.state().rater().get().name();
        var unused = session.merging().handOver(rater, bundle).whenComplete((handed, failure) -> {
            if (failure != null) {
                say.accept(Notice.problem(failure));
            } else {
                say.accept(Notice.done(
                        "handover.done",
                        handed.edits(),
                        bundle.getFileName(),
                        handed.head().substring(0, 8)));
            }
        });
    }

    /** Takes bundles in one after the other; the review list opens by itself when something waits on it. */
    void takeIn(StudySession session, List<Path> bundles) {
        if (bundles.isEmpty()) {
            return;
        }
        CompletableFuture<TakenIn> last = session.merging().takeIn(bundles.get(0), false);
        var unused = last.whenComplete((taken, failure) -> {
            if (failure != null) {
                say.accept(Notice.problem(failure));
                return;
            }
            say.accept(Notice.done("takein.done", taken.raterName(), taken.fresh(), taken.known(), taken.conflicts()));
            if (bundles.size() > 1) {
                takeIn(session, bundles.subList(1, bundles.size()));
            } else if (taken.conflicts() > 0) {
                review(session);
            }
        });
    }

    void review(StudySession session) {
        new ReviewSheet(look, session, mark -> show(session, mark)).show(window);
    }

    private void show(StudySession session, Mark mark) {
        annotate.run();
        boolean open = session.state()
                .recording()
                .get()
                .filter(recording -> recording.id().equals(mark.recordingId()))
                .isPresent();
        CompletableFuture<Void> opened =
                open ? CompletableFuture.completedFuture(null) : session.open(mark.recordingId());
        var unused = opened.whenComplete((done, failure) -> {
            if (failure != null) {
                say.accept(Notice.problem(failure));
            } else {
                session.playback().seek(mark.span().start());
                session.state().selectedMark().set(java.util.Optional.of(mark.id()));
            }
        });
    }
}
