package org.ictograph.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.work.Job;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * The way out of an open study, beside which the window stays alive: jobs are stopped and waited for, since they may still
 * read or write; what is pending is stored; a last snapshot is kept; the file is closed. Called on the FX thread.
 */
public final class Closing {
    /** What is waited for. */
    public enum Step {
        JOBS,
        SNAPSHOT,
        FILE,
        CLOSED
    }

    /**
     * How far it is.
     *
     * @param fraction of the step from 0 to 1, -1 where that cannot be said
     */
    public record Stage(Step step, double fraction) {}

    private final Workplace workplace;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage(Step.JOBS, -1));
    private final CompletableFuture<Void> hurried = new CompletableFuture<>();
    private final CompletableFuture<Void> done;

    Closing(StudySession session) {
        this.workplace = session.workplace();
        List<Job<?>> running = workplace.jobs().running();
        running.forEach(Job::cancel);
        CompletableFuture<Void> stopped = CompletableFuture.allOf(running.stream()
                .map(job -> job.result().handle((outcome, failure) -> 0))
                .toArray(CompletableFuture[]::new));
        Lane lane = new Lane("closing");
        this.done = CompletableFuture.anyOf(stopped, hurried)
                .thenComposeAsync(over -> session.settled(), workplace.fx())
                .thenRunAsync(
                        () -> {
                            session.end();
                            stage.set(new Stage(Step.SNAPSHOT, -1));
                        },
                        workplace.fx())
                .thenRunAsync(() -> session.shut(new Watch()), lane)
                .whenComplete((closed, failure) -> lane.close())
                .thenRunAsync(() -> stage.set(new Stage(Step.CLOSED, 1)), workplace.fx());
    }

    /** What is waited for now. */
    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Waits no longer for jobs and snapshots. What was stored stays stored; only the last snapshot may not be kept. */
    public void hurry() {
        hurried.complete(null);
    }

    /** Completes on the FX thread when the file is closed. */
    public CompletableFuture<Void> done() {
        return done;
    }

    /** Tells the FX thread once for each of its turns, however often the snapshot reports. */
    private final class Watch implements Progress {
        private final AtomicBoolean told = new AtomicBoolean();
        private volatile double newest;

        @Override
        public void report(double fraction, String what) {
            newest = fraction;
            if (!told.getAndSet(true)) {
                workplace.fx().execute(() -> {
                    told.set(false);
                    stage.set(newest < 1 ? new Stage(Step.SNAPSHOT, newest) : new Stage(Step.FILE, -1));
                });
            }
        }

        @Override
        public boolean cancelled() {
            return hurried.isDone();
        }
    }
}
