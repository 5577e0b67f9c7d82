package org.ictograph.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {
    @Test
    void workIsDoneInOrderOnOneThread() {
        List<Integer> done = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (Lane lane = new Lane("test")) {
            for (int i = 0; i < 100; i++) {
                int number = i;
                lane.execute(() -> {
                    done.add(number);
                    threads.add(Thread.currentThread());
                });
            }
        }
        assertEquals(100, done.size());
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(1, threads.stream().distinct().count());
    }

    @Test
    void whatFailsIsToldToWhoWaits() {
        try (Lane lane = new Lane("test")) {
            CompletableFuture<Integer> failing = lane.submit(() -> {
                throw new IOException("no");
            });
            assertTrue(assertThrows(CompletionException.class, failing::join).getCause() instanceof IOException);
            assertEquals(3, lane.submit(() -> 3).join());
        }
    }

    @Test
    void aLaneThatIsClosedByItsOwnWorkDoesNotWaitForItself() throws Exception {
        Lane lane = new Lane("test");
        CompletableFuture<Boolean> closed = lane.submit(() -> {
            lane.close();
            return true;
        });
        assertTrue(closed.get(20, TimeUnit.SECONDS));
        assertThrows(RejectedExecutionException.class, () -> lane.execute(() -> {}));
        assertThrows(
                java.util.concurrent.CancellationException.class,
                () -> lane.submit(() -> true).join());
        new LatestWins<Integer>(lane, done -> {}).offer(1);
    }

    @Test
    void aBoundedLaneMakesTheGiverWait() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger given = new AtomicInteger();
        try (Lane lane = new Lane("test", 2);
                Lane giver = new Lane("giver")) {
            for (int i = 0; i < 2; i++) {
                lane.execute(() -> awaitQuietly(go));
                given.incrementAndGet();
            }
            CompletableFuture<Integer> third = giver.submit(() -> {
                lane.execute(() -> {});
                return given.incrementAndGet();
            });
            assertThrows(java.util.concurrent.TimeoutException.class, () -> third.get(100, TimeUnit.MILLISECONDS));
            assertEquals(2, given.get());
            go.countDown();
            assertEquals(3, third.get(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void onlyTheLatestRequestIsDone() {
        List<Integer> done = new ArrayList<>();
        List<Runnable> later = new ArrayList<>();
        LatestWins<Integer> latest = new LatestWins<>(later::add, done::add);
        latest.offer(1);
        latest.offer(2);
        latest.offer(3);
        later.forEach(Runnable::run);
        assertEquals(List.of(3), done);
        latest.offer(4);
        later.get(later.size() - 1).run();
        assertEquals(List.of(3, 4), done);
    }

    @Test
    void aCancelledJobStopsAtItsNextCheckAndSaysSo() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        try (Jobs jobs = new Jobs()) {
            Job<Integer> job = jobs.start("endless", progress -> {
                started.countDown();
                while (true) {
                    progress.check();
                    progress.report(0.5, "half");
                }
            });
            assertTrue(started.await(20, TimeUnit.SECONDS));
            assertEquals(List.of(job), jobs.running());
            job.cancel();
            assertThrows(java.util.concurrent.CancellationException.class, job.result()::join);
            assertTrue(job.state().done());
        }
    }

    @Test
    void aJobTellsItsProgressInParts() {
        try (Jobs jobs = new Jobs()) {
            List<Double> fractions = new ArrayList<>();
            jobs.onChange(job -> fractions.add(job.state().fraction()));
            Job<String> job = jobs.start("two parts", progress -> {
                progress.part(0, 0.5).report(0.5, "first");
                progress.part(0.5, 1).report(0.5, "second");
                return "done";
            });
            assertEquals("done", job.result().join());
            assertTrue(fractions.containsAll(List.of(0.25, 0.75)), fractions.toString());
            assertFalse(job.cancelled());
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
