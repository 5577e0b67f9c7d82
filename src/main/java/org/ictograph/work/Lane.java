package org.ictograph.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One named thread that does what it is given, in order. What belongs to a lane (a database connection, a decoder) is
 * touched by no other thread. A lane with a bound makes whoever gives it work wait while that much is already pending.
 */
public final class Lane implements Executor, AutoCloseable {
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final ExecutorService thread;
    private final Semaphore room;
    private final AtomicReference<@Nullable Thread> own = new AtomicReference<>();

    /** A lane that takes any amount of work. */
    public Lane(String name) {
        this(name, UNBOUNDED);
    }

    /** A lane that holds at most {@code bound} pieces of work, the running one included. */
    public Lane(String name, int bound) {
        this.room = new Semaphore(bound);
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "ictograph-" + name);
            made.setDaemon(true);
            own.set(made);
            return made;
        });
    }

    /**
     * Does the work on the lane's thread; the future fails with what the work threw. Once the lane is closed the work is
     * called off: the future fails with a {@link CancellationException}.
     */
    public <T> CompletableFuture<T> submit(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        try {
            execute(() -> {
                try {
                    done.complete(work.call());
                } catch (Throwable failure) {
                    done.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException closed) {
            done.completeExceptionally(new CancellationException("It came too late."));
        }
        return done;
    }

    /** @throws RejectedExecutionException once the lane is closed */
    @Override
    public void execute(Runnable work) {
        room.acquireUninterruptibly();
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } finally {
                    room.release();
                }
            });
        } catch (RuntimeException closed) {
            room.release();
            throw closed;
        }
    }

    /** Finishes what is pending, at most a minute long, and ends the thread. On the lane itself it does not wait. */
    @Override
    public void close() {
        thread.shutdown();
        if (Thread.currentThread().equals(own.get())) {
            return;
        }
        try {
            if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
