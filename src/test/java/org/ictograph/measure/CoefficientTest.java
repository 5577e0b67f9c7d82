package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Published two by two tables; rows are rater 1, columns rater 2. */
class CoefficientTest {
    @ParameterizedTest(name = "[{0} {1}; {2} {3}] κ {5}")
    @CsvSource({
        "20, 5, 10, 15, 0.70, 0.400000", // common teaching example
        "45, 15, 25, 15, 0.60, 0.130435", // teaching pair: same raw agreement,
        "25, 35, 5, 35, 0.60, 0.259259", // other margins
        "40, 9, 6, 45, 0.85, 0.699519", // Feinstein & Cicchetti 1990
        "80, 10, 5, 5, 0.85, 0.318182", // Feinstein & Cicchetti 1990, prevalence paradox
        "20, 20, 10, 50, 0.70, 0.347826", // Artstein & Poesio, as in scikit-learn
    })
    void cohensKappa(long both, long onlyA, long onlyB, long neither, double raw, double kappa) {
        BinTable table = new BinTable(both, onlyA, onlyB, neither);
        assertEquals(raw, value(Coefficient.RAW_AGREEMENT, table), 1e-12);
        assertEquals(kappa, value(Coefficient.COHEN_KAPPA, table), 5e-7);
    }

    @ParameterizedTest(name = "[{0} {1}; {2} {3}] AC1 {4}")
    @CsvSource({"20, 5, 10, 15, 0.405941", "40, 9, 6, 45, 0.700748", "80, 10, 5, 5, 0.808000"})
    void gwetsAc1(long both, long onlyA, long onlyB, long neither, double ac1) {
        assertEquals(ac1, value(Coefficient.GWET_AC1, new BinTable(both, onlyA, onlyB, neither)), 5e-7);
    }

    @ParameterizedTest(name = "[{0} {1}; {2} {3}] positive {4}, negative {5}")
    @CsvSource({"40, 9, 6, 45, 0.842105, 0.857143", "80, 10, 5, 5, 0.914286, 0.400000"})
    void specificAgreement(long both, long onlyA, long onlyB, long neither, double positive, double negative) {
        BinTable table = new BinTable(both, onlyA, onlyB, neither);
        assertEquals(positive, value(Coefficient.POSITIVE_AGREEMENT, table), 5e-7);
        assertEquals(negative, value(Coefficient.NEGATIVE_AGREEMENT, table), 5e-7);
    }

    /** Krippendorff 2011: 0 1 0 0 0 0 0 0 1 0 and 1 1 1 0 0 1 0 0 0 0. */
    @Test
    void krippendorffsAlpha() {
        assertEquals(0.095238, value(Coefficient.KRIPPENDORFF_ALPHA, new BinTable(1, 1, 3, 5)), 5e-7);
    }

    /** An hour of seconds with 20 marked by both and 10 by each alone: AC1 flatters, κ and α do not. */
    @Test
    void rareEventParadox() {
        BinTable hour = new BinTable(20, 10, 10, 3560);
        assertEquals(0.99444, value(Coefficient.RAW_AGREEMENT, hour), 5e-6);
        assertEquals(0.66387, value(Coefficient.COHEN_KAPPA, hour), 5e-6);
        assertEquals(0.66391, value(Coefficient.KRIPPENDORFF_ALPHA, hour), 5e-6);
        assertEquals(0.99435, value(Coefficient.GWET_AC1, hour), 5e-6);
        assertEquals(0.667, value(Coefficient.POSITIVE_AGREEMENT, hour), 5e-4);
        assertEquals(30 / 3600.0, value(Coefficient.PREVALENCE, hour), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Coefficient.class,
            names = {"COHEN_KAPPA", "KRIPPENDORFF_ALPHA", "GWET_AC1"})
    void withoutVariationThereIsNoFigureBeyondChance(Coefficient coefficient) {
        for (BinTable table : new BinTable[] {new BinTable(0, 0, 0, 100), new BinTable(100, 0, 0, 0)}) {
            assertTrue(coefficient.of(table).isEmpty());
            assertTrue(coefficient.undefined(table).contains("no variation"));
        }
        assertEquals(1, value(coefficient, new BinTable(1, 0, 0, 1)), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(Coefficient.class)
    void withoutTimeNothingIsDefined(Coefficient coefficient) {
        assertTrue(coefficient.of(BinTable.EMPTY).isEmpty());
        assertTrue(coefficient.undefined(BinTable.EMPTY).contains("no jointly reviewed time"));
    }

    @ParameterizedTest
    @EnumSource(Coefficient.class)
    void isNeverNaNAndNeverChangesWithTheOrderOfRaters(Coefficient coefficient) {
        for (int code = 1; code < 256; code++) {
            BinTable table = new BinTable(code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3);
            BinTable swapped = new BinTable(table.both(), table.onlyB(), table.onlyA(), table.neither());
            assertEquals(coefficient.of(table), coefficient.of(swapped));
            coefficient.of(table).ifPresent(value -> assertTrue(value >= -1 && value <= 1, table + " " + value));
        }
    }

    private static double value(Coefficient coefficient, BinTable table) {
        return coefficient.of(table).orElseThrow();
    }
}
