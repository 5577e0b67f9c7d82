package org.ictograph.report;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.measure.Finding;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Mark;

/** How figures write numbers in one language, and find the marks behind an event. */
record Numbers(Words words) {
    String two(double value) {
        return words.number("%.2f", value).replace('-', '−');
    }

    /** A round number, with as few decimals as it needs. */
    String round(double value) {
        for (int decimals = 0; decimals < 4; decimals++) {
            double power = Math.pow(10, decimals);
            if (Math.abs(value * power - Math.rint(value * power)) < 1e-9 * power) {
                return words.number("%." + decimals + "f", value);
            }
        }
        return words.number("%.3g", value);
    }

    String two(OptionalDouble value) {
        return value.isEmpty() ? "–" : two(value.getAsDouble());
    }

    /** {@code 0.82 [0.71, 0.90]}, or a dash. */
    String interval(Statistic statistic) {
        return statistic.low().isEmpty() || statistic.high().isEmpty()
                ? two(statistic.value())
                : two(statistic.value()) + " [" + two(statistic.low()) + (words.commaIsDecimal() ? "; " : ", ")
                        + two(statistic.high()) + "]";
    }

    /** The number with everything that belongs to it, as a sentence. */
    String told(Statistic statistic) {
        String note = note(statistic);
        return interval(statistic) + ", n = " + statistic.n() + (note.isEmpty() ? "" : ". " + note);
    }

    /** Why there is no value or no interval. */
    static String note(Statistic statistic) {
        return statistic.undefined().isEmpty() ? statistic.remark() : statistic.undefined();
    }

    static Set<UUID> marks(Collection<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> Stream.of(finding.a(), finding.b()).flatMap(Optional::stream))
                .map(Mark::id)
                .collect(Collectors.toSet());
    }
}
