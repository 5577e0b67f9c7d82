package org.ictograph.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The time that a job still takes. */
class JobTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final Job<Integer> job = new Job<>("cutting", told -> {}, now::get);

    private Optional<Double> left(double fraction, int second) {
        job.report(fraction, "");
        return at(second);
    }

    private Optional<Double> at(int second) {
        now.set(second * SECOND);
        return job.secondsLeft();
    }

    @Test
    void theTimeLeftFollowsThePace() {
        assertEquals(Optional.empty(), left(0, 5));
        assertEquals(Optional.empty(), left(0.005, 6));
        assertEquals(45, left(0.25, 15).orElseThrow(), 1e-9);
    }

    @Test
    void waitingForItsTurnIsNoPace() {
        now.set(100 * SECOND);
        job.run(() -> {
            assertEquals(30, left(0.25, 110).orElseThrow(), 1e-9);
            return 1;
        });
        assertEquals(1, job.result().join());
    }

    /** Half was cut by an earlier run and is found in a second: what counts is the pace after that. */
    @Test
    void whatAnEarlierRunDidIsNoPace() {
        Progress cutting = job.part(0, 0.5).saying("cutting");
        cutting.kept(0.4, "looking");
        assertEquals("cutting", job.state().what());
        assertEquals(Optional.empty(), at(1));
        cutting.kept(0.8, "looking");
        assertEquals(0.4, job.state().fraction());
        assertEquals(Optional.empty(), at(2));
        assertEquals(55, left(0.5, 12).orElseThrow(), 1e-9);
    }

    /** A frame that shows nothing comes to light when all clips are cut: the export begins anew and finds them. */
    @Test
    void whatIsKeptWhenWorkBeginsAnewIsNoPace() {
        assertEquals(20, left(0.8, 80).orElseThrow(), 1e-9);
        job.kept(0, "");
        assertEquals(Optional.empty(), at(81));
        assertEquals(Optional.empty(), left(0, 82));
        now.set(83 * SECOND);
        job.kept(0.6, "");
        assertEquals(Optional.empty(), at(84));
        assertEquals(30, left(0.7, 93).orElseThrow(), 1e-9);
    }
}
