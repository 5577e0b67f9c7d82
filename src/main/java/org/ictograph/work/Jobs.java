package org.ictograph.work;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The few threads that do long work, and the list of what is under way. Thread-safe. */
public final class Jobs implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService threads;
    private final List<Job<?>> running = new CopyOnWriteArrayList<>();
    private final List<Consumer<Job<?>>> listeners = new CopyOnWriteArrayList<>();

    public Jobs() {
        AtomicInteger number = new AtomicInteger();
        threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread made = new Thread(work, "ictograph-job-" + number.incrementAndGet());
            made.setDaemon(true);
            return made;
        });
    }

    /**
     * Starts work; it waits while {@value #THREADS} others run. Once this is closed the work is called off: the job fails with
     * a {@link CancellationException}.
     */
    public <T> Job<T> start(String name, Job.Work<T> work) {
        Job<T> job = new Job<>(name, this::changed);
        running.add(job);
        changed(job);
        try {
            threads.execute(() -> job.run(() -> work.run(job)));
        } catch (RejectedExecutionException closed) {
            job.run(() -> {
                throw new CancellationException("It came too late.");
            });
        }
        return job;
    }

    /** Jobs that have not ended, oldest first. */
    public List<Job<?>> running() {
        return List.copyOf(running);
    }

    /** Hears of every start, step and end of every job, on the thread that starts it or the job's. */
    public void onChange(Consumer<Job<?>> listener) {
        listeners.add(listener);
    }

    private void changed(Job<?> job) {
        if (job.state().done()) {
            running.remove(job);
        }
        listeners.forEach(listener -> listener.accept(job));
    }

    /** Cancels all jobs and waits up to ten seconds for them. */
    @Override
    public void close() {
        running.forEach(Job::cancel);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
