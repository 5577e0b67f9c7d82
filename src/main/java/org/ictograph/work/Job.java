package org.ictograph.work;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A piece of long work that people see: it has a name, progress, an end, and can be cancelled. Thread-safe. */
public final class Job<T> implements Progress {
    /** Work that tells its progress. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /** What a job looks like at one moment. */
    public record State(double fraction, String what, boolean done, Optional<Throwable> failure) {}

    /** From where on the pace counts, and since when. */
    private record Start(double fraction, long nanos) {}

    /** Before so much is done the pace says nothing. */
    private static final double LEAST = 0.01;

    private final String name;
    private final Consumer<Job<?>> listener;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final LongSupplier nanos;
    private volatile Start start;
    private volatile State state = new State(0, "", false, Optional.empty());
    private volatile boolean cancelled;

    Job(String name, Consumer<Job<?>> listener) {
        this(name, listener, System::nanoTime);
    }

    /**
     * @param nanos the clock
     */
    Job(String name, Consumer<Job<?>> listener, LongSupplier nanos) {
        this.name = name;
        this.listener = listener;
        this.nanos = nanos;
        this.start = new Start(0, nanos.getAsLong());
    }

    public String name() {
        return name;
    }

    public State state() {
        return state;
    }

    /** Completes with the outcome, or fails with what went wrong or with a {@link CancellationException}. */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Asks the work to stop; it does so at its next check. */
    public void cancel() {
        cancelled = true;
        listener.accept(this);
    }

    /** Seconds still to go at the pace since the work began to do anything new, empty while that cannot be said. */
    public Optional<Double> secondsLeft() {
        Start since = start;
        double fraction = state.fraction();
        if (fraction - since.fraction() < LEAST) {
            return Optional.empty();
        }
        double seconds = (nanos.getAsLong() - since.nanos()) / 1e9;
        return Optional.of(seconds / (fraction - since.fraction()) * (1 - fraction));
    }

    @Override
    public void report(double fraction, String what) {
        state = new State(Math.max(0, Math.min(1, fraction)), what, false, Optional.empty());
        listener.accept(this);
    }

    @Override
    public void kept(double fraction, String what) {
        start = new Start(fraction, nanos.getAsLong());
        report(fraction, what);
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    void run(Callable<T> work) {
        try {
            start = new Start(0, nanos.getAsLong());
            check();
            T outcome = work.call();
            state = new State(1, state.what(), true, Optional.empty());
            result.complete(outcome);
        } catch (Throwable failure) {
            state = new State(state.fraction(), state.what(), true, Optional.of(failure));
            result.completeExceptionally(failure);
        }
        listener.accept(this);
    }
}
