package org.ictograph.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InletTest {
    private static final long LONG = 60_000;

    @Test
    void everythingComesInOrderAndThenTheEndStays() throws Exception {
        Iterator<Integer> three = List.of(1, 2, 3).iterator();
        try (Inlet<Integer> inlet = new Inlet<>("test", three::next)) {
            for (int i = 1; i <= 3; i++) {
                assertEquals(Optional.of(i), inlet.next(LONG));
            }
            assertThrows(EOFException.class, () -> inlet.next(LONG));
            assertThrows(EOFException.class, () -> inlet.next(LONG));
        }
    }

    @Test
    void whoeverWaitsCanGiveUpWhileTheSourceIsStuck() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Inlet<Integer> inlet = new Inlet<>("test", () -> {
            never.await();
            return 1;
        })) {
            assertEquals(Optional.empty(), inlet.next(10));
        }
    }

    @Test
    void anInterruptIsKeptAndLosesNothing() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (Inlet<Integer> inlet = new Inlet<>("test", () -> {
            asked.await();
            return 1;
        })) {
            Thread.currentThread().interrupt();
            assertEquals(Optional.empty(), inlet.next(10));
            assertTrue(Thread.interrupted());
            asked.countDown();
            assertEquals(Optional.of(1), inlet.next(LONG));
        }
    }
}
