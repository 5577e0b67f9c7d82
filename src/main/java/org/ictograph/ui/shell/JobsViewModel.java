package org.ictograph.ui.shell;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.session.Sentence;
import org.ictograph.work.Job;
import org.ictograph.work.Jobs;

/**
 * The jobs that are under way. However often they report, the screen is told once per turn of the FX thread. FX thread
 * only, apart from what jobs call.
 */
public final class JobsViewModel {
    private final Jobs jobs;
    private final Executor fx;
    private final Consumer<Throwable> trouble;
    private final ObservableList<JobRow> rows = FXCollections.observableArrayList();
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param trouble hears of every job that failed, on the FX thread; not of those that were cancelled
     */
    public JobsViewModel(Jobs jobs, Executor fx, Consumer<Throwable> trouble) {
        this.jobs = jobs;
        this.fx = fx;
        this.trouble = trouble;
        jobs.onChange(this::changed);
        refresh();
    }

    /** Jobs that have not ended, oldest first. */
    public ObservableList<JobRow> rows() {
        return rows;
    }

    private void changed(Job<?> job) {
        job.state()
                .failure()
                .filter(failure -> !Sentence.calledOff(failure))
                .ifPresent(failure -> fx.execute(() -> trouble.accept(failure)));
        if (!told.getAndSet(true)) {
            fx.execute(this::refresh);
        }
    }

    private void refresh() {
        told.set(false);
        rows.setAll(jobs.running().stream().map(JobRow::of).toList());
    }
}
