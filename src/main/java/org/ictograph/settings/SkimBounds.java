package org.ictograph.settings;

import java.util.Locale;

/**
 * How a person likes to skim.
 *
 * @param fast speed where nothing moves, 4 to 32
 * @param slow speed where something moves, 0.5 to 4
 * @param threshold activity above the cage's rest, 0 to 1, from which on something moves
 */
public record SkimBounds(double fast, double slow, double threshold) {
    /** What holds until somebody chooses. */
    public static final SkimBounds STANDARD = new SkimBounds(16, 1, 0.3);

    public SkimBounds {
        if (!(fast >= 4 && fast <= 32 && slow >= 0.5 && slow <= 4 && threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException(
                    "one skims at 4 to 32 times the speed, at 0.5 to 4 times where more than 0 to 1 moves");
        }
    }

    /** Reads what {@link #toString()} writes. */
    static SkimBounds parse(String text) {
        String[] numbers = text.strip().split("\\s*,\\s*", -1);
        if (numbers.length != 3) {
            throw new IllegalArgumentException("the bounds of skimming are written like 16, 1, 0.3");
        }
        return new SkimBounds(
                Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), Double.parseDouble(numbers[2]));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %s, %s", fast, slow, threshold);
    }
}
