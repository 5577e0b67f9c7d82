package org.ictograph.video.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.ictograph.video.VideoException;

/** The decoder processes that run, and the few of them that wait so that nobody waits for one to start. Thread-safe. */
final class DecoderPool implements AutoCloseable {
    private static final int MOST_IDLE = 2;

    private final DecoderCommand command;
    private final Duration patience;
    private final Deque<DecoderProcess> idle = new ArrayDeque<>();
    private final Set<DecoderProcess> running = new HashSet<>();
    private boolean closed;

    DecoderPool(DecoderCommand command, Duration patience) {
        this.command = command;
        this.patience = patience;
    }

    /** A process for the caller alone, who gives it back or closes it when it is lost. */
    synchronized DecoderProcess take() throws VideoException {
        for (DecoderProcess waiting = idle.poll(); waiting != null; waiting = idle.poll()) {
            if (waiting.alive()) {
                return waiting;
            }
            running.remove(waiting);
        }
        return started();
    }

    private DecoderProcess started() throws VideoException {
        if (closed) {
            throw new VideoException("The decoder is closed.");
        }
        DecoderProcess made = new DecoderProcess(command, patience);
        running.add(made);
        return made;
    }

    /** Sees to it that one process waits. */
    synchronized void warm() throws VideoException {
        if (idle.isEmpty() && !closed) {
            idle.add(started());
        }
    }

    synchronized void giveBack(DecoderProcess process) {
        if (process.alive() && idle.size() < MOST_IDLE && !closed) {
            idle.push(process);
        } else {
            process.close();
            running.remove(process);
        }
    }

    /** The processes that run, the waiting ones included. */
    synchronized int size() {
        return running.size();
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(DecoderProcess::close);
        running.clear();
        idle.clear();
    }
}
