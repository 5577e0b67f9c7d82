package org.ictograph.session.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void theSameSeedAndNameGiveTheSameNumbers() {
        assertEquals(
                new Dice(7).named("cage 1").next(), new Dice(7).named("cage 1").next());
        assertNotEquals(
                new Dice(7).named("cage 1").next(), new Dice(7).named("cage 2").next());
        assertNotEquals(
                new Dice(7).named("cage 1").next(), new Dice(8).named("cage 1").next());
    }

    @Test
    void whatWasDrawnDoesNotChangeWhatIsNamed() {
        Dice used = new Dice(7);
        used.next();
        used.next();
        assertEquals(new Dice(7).named("tail").next(), used.named("tail").next());
    }

    @Test
    void unitsFillTheirRangeEvenly() {
        Dice dice = new Dice(1);
        int[] tenths = new int[10];
        for (int i = 0; i < 10_000; i++) {
            tenths[(int) (dice.unit() * 10)]++;
        }
        for (int tenth : tenths) {
            assertTrue(tenth > 880 && tenth < 1120, "about 1000 in each tenth: " + tenth);
        }
    }

    @Test
    void deviatesAreNormal() {
        Dice dice = new Dice(2);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 10_000; i++) {
            double deviate = dice.gaussian();
            sum += deviate;
            squares += deviate * deviate;
        }
        assertEquals(0, sum / 10_000, 0.03);
        assertEquals(1, squares / 10_000, 0.05);
    }
}
