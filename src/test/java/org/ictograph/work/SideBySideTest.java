package org.ictograph.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void eachPieceIsDoneOnceBySomeAtATime() throws Exception {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CyclicBarrier three = new CyclicBarrier(3);
        SideBySide.work(
                "test",
                9,
                3,
                (number, progress) -> {
                    three.await(20, TimeUnit.SECONDS);
                    done.add(number);
                },
                Progress.NONE);
        assertThat(done).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void oneLaneDoesThemInOrderAndNoPieceIsNoWork() throws Exception {
        List<Integer> done = new ArrayList<>();
        SideBySide.work("test", 4, 1, (number, progress) -> done.add(number), Progress.NONE);
        SideBySide.work("test", 0, 4, (number, progress) -> done.add(-1), Progress.NONE);
        assertThat(done).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aFailureIsToldAndStopsTheOthers() {
        AtomicInteger begun = new AtomicInteger();
        assertThatThrownBy(() -> SideBySide.work(
                        "test",
                        1000,
                        2,
                        (number, progress) -> {
                            begun.incrementAndGet();
                            if (number == 0) {
                                throw new IOException("full");
                            }
                            while (!progress.cancelled()) {
                                TimeUnit.MILLISECONDS.sleep(1);
                            }
                            progress.check();
                        },
                        Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
        assertThat(begun.get()).isLessThanOrEqualTo(3);
    }

    @Test
    void cancellingStopsAndProgressIsOfTheWhole() {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String what) {
                told.add(fraction);
            }

            @Override
            public boolean cancelled() {
                return told.size() > 5;
            }
        };
        assertThatThrownBy(() -> SideBySide.work(
                        "test",
                        100,
                        2,
                        (number, part) -> {
                            part.check();
                            part.report(0.5, "half");
                        },
                        progress))
                .isInstanceOf(CancellationException.class);
        assertThat(told).allMatch(fraction -> fraction > 0 && fraction < 0.1);
    }
}
