package org.ictograph.work;

import java.io.EOFException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A thread that waits for what comes in from outside (a pipe, a device), so that whoever wants it can give up waiting even
 * where the system does not let go of the one that waits. Thread-safe.
 */
public final class Inlet<T> implements AutoCloseable {
    /** Each with one thing in it; an empty one when the inlet has run dry. */
    private final BlockingQueue<List<T>> arrived = new LinkedBlockingQueue<>();

    private final Thread thread;

    /**
     * @param source waits for one thing and returns it; when it throws, the inlet has run dry
     */
    public Inlet(String name, Callable<T> source) {
        thread = new Thread(() -> fill(source), "ictograph-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void fill(Callable<T> source) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                arrived.add(List.of(source.call()));
            }
        } catch (Exception dry) {
            arrived.add(List.of());
        }
    }

    /**
     * The next thing, in order. An interrupt does not end the waiting, but is kept.
     *
     * @return empty when nothing came within the time
     * @throws EOFException when nothing will come any more
     */
    public Optional<T> next(long millis) throws EOFException {
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (true) {
                try {
                    return taken(arrived.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (InterruptedException kept) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<T> taken(@Nullable List<T> next) throws EOFException {
        if (next == null) {
            return Optional.empty();
        }
        if (next.isEmpty()) {
            arrived.add(next);
            throw new EOFException("Nothing comes any more.");
        }
        return Optional.of(next.get(0));
    }

    /** Lets the thread go; never waits for it. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
