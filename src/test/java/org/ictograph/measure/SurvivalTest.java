package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The remissions under 6-mercaptopurine, the textbook example of Kaplan and Meier's estimate. */
class SurvivalTest {
    private static final int[] RELAPSED = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    private static final int[] FOLLOWED = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};

    private static Survival remissions() {
        List<Survival.Followed> all = new ArrayList<>();
        for (int weeks : RELAPSED) {
            all.add(new Survival.Followed(weeks, true));
        }
        for (int weeks : FOLLOWED) {
            all.add(new Survival.Followed(weeks, false));
        }
        return Survival.of(all);
    }

    /**
     * Freireich and others, Blood 21 (1963) 699–716; shares as in Collett, Modelling Survival Data in Medical Research;
     * limits of the first step by hand from log(−log S) and Greenwood's variance 3 / (21 · 18).
     */
    @Test
    void theSharesAreThoseOfTheTextbook() {
        List<Survival.Step> steps = remissions().steps();
        double[] shares = {0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482};
        int[] atRisk = {21, 17, 15, 12, 11, 7, 6};
        assertEquals(shares.length, steps.size());
        for (int i = 0; i < shares.length; i++) {
            assertEquals(shares[i], steps.get(i).share(), 5e-5);
            assertEquals(atRisk[i], steps.get(i).atRisk());
        }
        assertEquals(0.6197, steps.get(0).low(), 1e-3);
        assertEquals(0.9516, steps.get(0).high(), 1e-3);
    }

    /** Median 23 weeks, 95 % limits 13 and none: PROC LIFETEST of SAS prints "23.0000 LOGLOG 13.0000 .". */
    @Test
    void theMedianHasTheLimitsThatSasPrints() {
        Statistic median = remissions().median();
        assertEquals(23, median.value().orElseThrow());
        assertEquals(13, median.low().orElseThrow());
        assertTrue(median.high().isEmpty());
    }

    @Test
    void nothingIsSaidWhileItHasNotHappenedToHalf() {
        Survival few = Survival.of(List.of(
                new Survival.Followed(5, true), new Survival.Followed(9, false), new Survival.Followed(9, false)));
        assertTrue(few.median().value().isEmpty());
        assertEquals(2.0 / 3, few.steps().get(0).share(), 1e-12);
    }
}
