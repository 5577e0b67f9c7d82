package org.ictograph.ui.proposals;

import java.util.OptionalDouble;
import org.ictograph.measure.Statistic;
import org.ictograph.ui.kit.Look;

/** Which part of the events a model proposes, as people say it: 86 % (6 of 7). */
final class FoundText {
    private FoundText() {}

    static String of(Look look, Statistic found) {
        return of(look, found.value(), found.n());
    }

    /** @param events how many there were, 0 when that is not known */
    static String of(Look look, OptionalDouble share, long events) {
        if (share.isEmpty() || events == 0) {
            return percent(look, share);
        }
        return look.text("card.found", Math.round(share.getAsDouble() * events), events, percent(look, share));
    }

    static String percent(Look look, OptionalDouble share) {
        return share.isEmpty() ? "–" : look.number("%.0f %%", 100 * share.getAsDouble());
    }
}
