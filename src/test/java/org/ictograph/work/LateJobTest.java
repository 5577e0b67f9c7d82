package org.ictograph.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A screen may ask for something while its study is being left. */
class LateJobTest {
    @Test
    void whatComesAfterClosingIsCalledOff() {
        Jobs jobs = new Jobs();
        jobs.close();
        Job<String> late = jobs.start("late", progress -> "done");
        assertThrows(CancellationException.class, () -> late.result().join());
        assertEquals(List.of(), jobs.running());
    }
}
