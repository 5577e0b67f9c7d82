package org.ictograph.ui.proposals;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.ictograph.session.Sentence;
import org.ictograph.work.Job;
import org.jspecify.annotations.Nullable;

/**
 * A training that somebody started: whether it runs, that it was stopped, and what came of it. FX thread.
 *
 * @param <T> what comes of it
 */
final class Course<T> {
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<T>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Job<?>> job = Optional.empty();

    /** Follows a job that has just been started. */
    void follow(Job<T> started, Executor fx) {
        follow(started, made -> made, fx);
    }

    /** @param kept what stays of the job's result; called on the FX thread */
    <R> void follow(Job<R> started, Function<R, T> kept, Executor fx) {
        trouble.set("");
        outcome.set(Optional.empty());
        stopped.set(false);
        running.set(true);
        job = Optional.of(started);
        var unused = started.result().thenApplyAsync(kept, fx).whenCompleteAsync(this::ended, fx);
    }

    private void ended(@Nullable T made, @Nullable Throwable failure) {
        running.set(false);
        stopping.set(false);
        outcome.set(Optional.ofNullable(made));
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        stopped.set(cause instanceof CancellationException);
        trouble.set(failure == null || stopped.get() ? "" : Sentence.of(failure));
    }

    /** Stops at the next step; the whole epochs stay. */
    void stop() {
        stopping.set(running.get());
        job.ifPresent(Job::cancel);
    }

    /** How far it is and what it does, empty before the first start. */
    Optional<Job.State> state() {
        return job.map(Job::state);
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** True from when somebody stops it until it stands still. */
    ReadOnlyBooleanProperty stopping() {
        return stopping.getReadOnlyProperty();
    }

    /** True when somebody stopped it, so that it can be gone on with. */
    ReadOnlyBooleanProperty stopped() {
        return stopped.getReadOnlyProperty();
    }

    /** Why nothing came of it, or nothing. */
    ReadOnlyStringProperty trouble() {
        return trouble.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<T>> outcome() {
        return outcome.getReadOnlyProperty();
    }
}
