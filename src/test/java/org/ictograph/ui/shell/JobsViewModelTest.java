package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.ictograph.session.Sentence;
import org.ictograph.session.SessionException;
import org.ictograph.work.Job;
import org.ictograph.work.Jobs;
import org.ictograph.work.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsViewModelTest {
    private final Jobs jobs = new Jobs();
    private final Lane fx = new Lane("test-fx");
    private final List<String> troubles = new CopyOnWriteArrayList<>();
    private final JobsViewModel model = new JobsViewModel(jobs, fx, failure -> troubles.add(Sentence.of(failure)));

    @AfterEach
    void close() {
        jobs.close();
        fx.close();
    }

    private List<JobRow> rows() {
        return fx.submit(() -> List.copyOf(model.rows())).join();
    }

    @Test
    void showsAJobWhileItRuns() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Job<Integer> job = jobs.start("cutting", progress -> {
            progress.report(0.5, "clip 3 of 6");
            half.countDown();
            go.await();
            return 6;
        });
        half.await();
        JobRow row = rows().get(0);
        assertEquals("cutting", row.name());
        assertEquals(0.5, row.fraction());
        assertEquals("clip 3 of 6", row.what());
        assertTrue(row.secondsLeft().isPresent());
        go.countDown();
        assertEquals(6, job.result().get());
        jobs.close();
        assertTrue(rows().isEmpty());
    }

    @Test
    void tellsOfJobsThatFailedButNotOfThoseThatWereCancelled() {
        Job<Integer> failing = jobs.start("failing", progress -> {
            throw new SessionException("The recording has no cages.");
        });
        assertThrows(ExecutionException.class, () -> failing.result().get());
        CountDownLatch never = new CountDownLatch(1);
        Job<Integer> cancelled = jobs.start("cancelled", progress -> {
            never.await();
            progress.check();
            return 0;
        });
        cancelled.cancel();
        never.countDown();
        assertThrows(Exception.class, () -> cancelled.result().get());
        jobs.close();
        rows();
        assertEquals(List.of("The recording has no cages."), troubles);
    }
}
