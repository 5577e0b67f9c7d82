package org.ictograph.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.work.Lane;

/**
 * The one thread that touches the study file. Everything that is read or written goes through here, in order. What is asked
 * after closing is called off: the future is cancelled, so that late work ends like work that somebody cancelled.
 */
final class StoreLane implements AutoCloseable {
    /** Work on the open study file. */
    @FunctionalInterface
    interface Work<T> {
        T on(StudyStore store) throws StoreException;
    }

    private final Lane lane;
    private final StudyStore store;
    private boolean closed;

    StoreLane(Lane lane, StudyStore store) {
        this.lane = lane;
        this.store = store;
    }

    synchronized <T> CompletableFuture<T> ask(Work<T> work) {
        if (closed) {
            return CompletableFuture.failedFuture(new CancellationException("The study is closed."));
        }
        return lane.submit(() -> work.on(store));
    }

    /** The same, waited for on another thread that is not the FX thread. */
    <T> T await(Work<T> work) throws StoreException {
        try {
            return ask(work).join();
        } catch (CompletionException failure) {
            if (Sentence.cause(failure) instanceof StoreException told) {
                throw told;
            }
            throw failure;
        }
    }

    /** Finishes what is pending and closes the study file. */
    @Override
    public void close() {
        synchronized (this) {
            if (!closed) {
                lane.execute(store::close);
            }
            closed = true;
        }
        lane.close();
    }
}
