package org.ictograph.work;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls something again and again on a thread of its own, until it is closed. */
public final class Ticker implements AutoCloseable {
    private final ScheduledExecutorService thread;

    public Ticker(String name, long everyMillis, Runnable call) {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "ictograph-" + name);
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleAtFixedRate(call, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
