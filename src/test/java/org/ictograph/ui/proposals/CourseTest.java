package org.ictograph.ui.proposals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.ictograph.work.Job;
import org.ictograph.work.Jobs;
import org.junit.jupiter.api.Test;

class CourseTest {
    @Test
    void isStoppingFromWhenSomebodyStopsItUntilItStandsStill() throws Exception {
        CountDownLatch step = new CountDownLatch(1);
        Course<String> course = new Course<>();
        try (Jobs jobs = new Jobs()) {
            Job<String> job = jobs.start("training", progress -> {
                assertTrue(step.await(60, TimeUnit.SECONDS));
                progress.check();
                return "a model";
            });
            course.follow(job, Runnable::run);
            assertFalse(course.stopping().get());
            course.stop();
            assertTrue(course.stopping().get() && course.running().get(), "the step under way goes on");
            step.countDown();
            try {
                job.result().get(60, TimeUnit.SECONDS);
            } catch (CancellationException | ExecutionException stopped) {
                assertTrue(job.cancelled());
            }
        }
        assertFalse(course.stopping().get() || course.running().get());
        assertTrue(course.stopped().get());
        assertEquals("", course.trouble().get());
    }
}
