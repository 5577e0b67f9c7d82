package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactLimitsTest {
    /**
     * Table of Garwood's limits as printed by Ulm (American Journal of Epidemiology 131 (1990) 373–375), with the digits of
     * scipy 1.x: {@code chi2.ppf(.025, 2 n) / 2} and {@code chi2.ppf(.975, 2 n + 2) / 2}.
     */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6888794541",
        "1, 0.0253178080, 5.5716433909",
        "2, 0.2422092785, 7.2246876677",
        "3, 0.6186721229, 8.7672730697",
        "5, 1.6234863901, 11.6683320792",
        "10, 4.7953886961, 18.3903560420",
        "20, 12.2165195854, 30.8883779027",
        "50, 37.1109637375, 65.9187666643",
        "100, 81.3639912509, 121.6267937924"
    })
    void countsHaveTheLimitsOfTheTable(int count, double low, double high) {
        assertEquals(low, ExactLimits.poisson(count).low(), 1e-9);
        assertEquals(high, ExactLimits.poisson(count).high(), 1e-9);
    }

    /** The limits grow with the count also where whole terms of the sums are too small for a double. */
    @ParameterizedTest
    @CsvSource({"2000, 1913.298710, 2089.617439", "20000, 19723.767601, 20279.133628"})
    void manyEventsAreNoTrouble(int count, double low, double high) {
        assertEquals(low, ExactLimits.poisson(count).low(), 1e-6);
        assertEquals(high, ExactLimits.poisson(count).high(), 1e-6);
    }

    /** scipy 1.x: {@code beta.ppf(.025, x, n - x + 1)} and {@code beta.ppf(.975, x + 1, n - x)}. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3084971078",
        "1, 10, 0.0025285785, 0.4450161171",
        "5, 10, 0.1870860284, 0.8129139716",
        "10, 10, 0.6915028922, 1",
        "7, 300, 0.0094315021, 0.0474825650"
    })
    void sharesHaveTheLimitsOfClopperAndPearson(int count, int n, double low, double high) {
        assertEquals(low, ExactLimits.binomial(count, n).low(), 1e-9);
        assertEquals(high, ExactLimits.binomial(count, n).high(), 1e-9);
    }
}
