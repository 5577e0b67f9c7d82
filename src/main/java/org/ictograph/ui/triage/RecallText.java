package org.ictograph.ui.triage;

import java.util.Optional;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.Statistic;
import org.ictograph.session.Auditing;
import org.ictograph.ui.kit.Look;

/** What the audit tells, in a sentence. */
final class RecallText {
    private RecallText() {}

    static String of(Look look, Optional<Auditing.Standing> standing) {
        return standing.map(known -> of(look, known)).orElse("");
    }

    private static String of(Look look, Auditing.Standing standing) {
        RecallEstimate estimate = standing.estimate();
        Statistic recall = estimate.recall();
        String open = standing.open() == 0 ? "" : " " + look.text("audit.open", standing.open());
        if (recall.value().isEmpty()) {
            return look.text(estimate.audited() == 0 ? "audit.unknown" : "audit.none", estimate.audited()) + open;
        }
        return look.text(
                        "audit.recall",
                        percent(look, recall.value().getAsDouble()),
                        percent(look, recall.low().orElse(0)),
                        percent(look, recall.high().orElse(1)),
                        estimate.missed(),
                        estimate.audited(),
                        estimate.windows())
                + open;
    }

    private static String percent(Look look, double share) {
        return look.number("%.0f", share * 100);
    }
}
