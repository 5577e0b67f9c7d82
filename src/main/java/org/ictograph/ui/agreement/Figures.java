package org.ictograph.ui.agreement;

import java.util.OptionalLong;
import org.ictograph.measure.EdgeDifferences;
import org.ictograph.measure.Statistic;
import org.ictograph.ui.kit.Look;

/** Figures of agreement as a table writes them. */
record Figures(Look look) {
    /** Stands where there is no value; the sentence why is in the tooltip. */
    static final String NONE = "—";

    String value(Statistic statistic) {
        return statistic.value().isPresent() ? two(statistic.value().getAsDouble()) : NONE;
    }

    /** The value with its interval, {@code 0.82 [0.71, 0.90]}. */
    String withInterval(Statistic statistic) {
        if (statistic.low().isEmpty() || statistic.high().isEmpty()) {
            return value(statistic);
        }
        return value(statistic) + " [" + two(statistic.low().getAsDouble())
                + (look.messages().commaIsDecimal() ? "; " : ", ")
                + two(statistic.high().getAsDouble()) + "]";
    }

    /** Why there is no value or no interval, empty when there is nothing to explain. */
    static String sentence(Statistic statistic) {
        return statistic.undefined().isEmpty() ? statistic.remark() : statistic.undefined();
    }

    String percent(Statistic statistic) {
        return statistic.value().isPresent()
                ? look.number("%.1f %%", 100 * statistic.value().getAsDouble())
                : NONE;
    }

    /** Median difference and its spread in seconds, {@code +0.12 ± 0.05}. */
    String edge(EdgeDifferences edges) {
        if (edges.median().isEmpty()) {
            return NONE;
        }
        return signed(edges.median()) + look.number(" ± %.2f", edges.mad().orElse(0) / 1e6);
    }

    /** A signed difference in seconds, {@code +0.42}; a dash where there is none. */
    String signed(OptionalLong micros) {
        return micros.isEmpty()
                ? NONE
                : look.number("%+.2f", micros.getAsLong() / 1e6).replace('-', '−');
    }

    /** What rounds to nothing has no sign. */
    private String two(double value) {
        return look.number("%.2f", Math.abs(value) < 0.005 ? 0 : value).replace('-', '−');
    }
}
