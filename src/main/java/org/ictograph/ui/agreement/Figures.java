package org.ictograph.ui.agreement;

import java.util.Locale;
import java.util.OptionalLong;
import org.ictograph.measure.EdgeDifferences;
import org.ictograph.measure.Statistic;

/** Figures of agreement as a table writes them. */
final class Figures {
    /** Stands where there is no value; the sentence why is in the tooltip. */
    static final String NONE = "—";

    private Figures() {}

    static String value(Statistic statistic) {
        return statistic.value().isPresent() ? two(statistic.value().getAsDouble()) : NONE;
    }

    /** The value with its interval, {@code 0.82 [0.71, 0.90]}. */
    static String withInterval(Statistic statistic) {
        if (statistic.low().isEmpty() || statistic.high().isEmpty()) {
            return value(statistic);
        }
        return value(statistic) + " [" + two(statistic.low().getAsDouble()) + ", "
                + two(statistic.high().getAsDouble()) + "]";
    }

    /** Why there is no value or no interval, empty when there is nothing to explain. */
    static String sentence(Statistic statistic) {
        return statistic.undefined().isEmpty() ? statistic.remark() : statistic.undefined();
    }

    static String percent(Statistic statistic) {
        return statistic.value().isPresent()
                ? String.format(Locale.ROOT, "%.1f %%", 100 * statistic.value().getAsDouble())
                : NONE;
    }

    /** Median difference and its spread in seconds, {@code +0.12 ± 0.05}. */
    static String edge(EdgeDifferences edges) {
        if (edges.median().isEmpty()) {
            return NONE;
        }
        return signed(edges.median())
                + String.format(Locale.ROOT, " ± %.2f", edges.mad().orElse(0) / 1e6);
    }

    /** A signed difference in seconds, {@code +0.42}; a dash where there is none. */
    static String signed(OptionalLong micros) {
        return micros.isEmpty()
                ? NONE
                : String.format(Locale.ROOT, "%+.2f", micros.getAsLong() / 1e6).replace('-', '−');
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
    }
}
