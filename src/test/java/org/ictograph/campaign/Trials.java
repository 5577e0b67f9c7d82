package org.ictograph.campaign;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Random;

/** Counts the trials of one campaign and what went wrong in them; makes its dice, so that a seed gives the same again. */
final class Trials {
    private static final int TOLD = 10;

    private final PrintStream out;
    private final String name;
    private final long seed;
    private final Random dice;
    private final long began = System.nanoTime();
    private String checked = "";
    private String skipped = "";
    private boolean control;
    private int trials;
    private int failures;

    Trials(PrintStream out, String name, long seed) {
        this.out = out;
        this.name = name;
        this.seed = seed;
        this.dice = new Random(seed);
    }

    Random dice() {
        return dice;
    }

    long seed() {
        return seed;
    }

    /** Says in a few words what each trial looks at. */
    void checks(String what) {
        checked = what;
    }

    /** A campaign that this machine cannot run; it has not passed. */
    void skip(String reason) {
        skipped = reason;
    }

    /** A positive control: a bad store that must fail, or the harness sees nothing. */
    void mustFail() {
        control = true;
    }

    /** One trial; an empty sentence when all was as it must be. */
    void add(String wrong) {
        trials++;
        if (!wrong.isEmpty()) {
            failures++;
            if (failures <= TOLD && !control) {
                out.println(name + ", trial " + trials + ": " + wrong);
            }
        }
    }

    int trials() {
        return trials;
    }

    boolean passed() {
        return !skipped.isEmpty() || (control ? failures > 0 : failures == 0 && trials > 0);
    }

    /** The row of the table. */
    String row() {
        String verdict = !skipped.isEmpty()
                ? "not possible here: " + skipped
                : control ? (failures > 0 ? "fails as it must" : "DOES NOT FAIL") : passed() ? "pass" : "FAIL";
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.0f s | %s | %s |",
                name,
                trials,
                failures,
                seed,
                (System.nanoTime() - began) / 1e9,
                checked,
                verdict);
    }
}
