package org.ictograph.work;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes requests on to slower work and drops all but the newest: while one is being done, those that come in replace
 * each other. For scrubbing and redrawing. May be called from any thread.
 */
public final class LatestWins<T> {
    private final Executor lane;
    private final Consumer<T> work;
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();

    public LatestWins(Executor lane, Consumer<T> work) {
        this.lane = lane;
        this.work = work;
    }

    /** A request to a lane that is closed is dropped. */
    public void offer(T request) {
        if (waiting.getAndSet(request) == null) {
            try {
                lane.execute(this::doNewest);
            } catch (RejectedExecutionException closed) {
                waiting.set(null);
            }
        }
    }

    private void doNewest() {
        T newest = waiting.getAndSet(null);
        if (newest != null) {
            work.accept(newest);
        }
    }
}
