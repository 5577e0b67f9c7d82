package org.ictograph.ui.triage;

import java.util.Optional;
import java.util.OptionalDouble;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.Statistic;
import org.ictograph.session.Auditing;
import org.ictograph.ui.kit.Look;

/** What the audit tells, in a sentence. */
final class RecallText {
    private RecallText() {}

    static String of(Look look, Optional<Auditing.Standing> standing) {
        return standing.map(known -> of(look, known) + hidden(look, known) + anchoring(look, known.anchoring()))
                .orElse("");
    }

    private static String hidden(Look look, Auditing.Standing standing) {
        int hidden = standing.hidden().size();
        return hidden == 0 ? "" : " " + look.text("audit.hidden", hidden);
    }

    /** What the sight of proposals does, once windows were shown in both ways. */
    private static String anchoring(Look look, Anchoring anchoring) {
        if (!anchoring.known()) {
            return "";
        }
        Statistic difference = anchoring.difference();
        return "\n"
                + look.text(
                        "audit.anchoring",
                        anchoring.aided().marked(),
                        anchoring.aided().shown(),
                        anchoring.unaided().marked(),
                        anchoring.unaided().shown(),
                        look.number("%+.0f", 100 * difference.value().orElse(0)),
                        look.number("%+.0f", 100 * difference.low().orElse(-1)),
                        look.number("%+.0f", 100 * difference.high().orElse(1)),
                        seconds(look, Anchoring.edges(anchoring.aided())),
                        seconds(look, Anchoring.edges(anchoring.unaided())));
    }

    private static String seconds(Look look, OptionalDouble seconds) {
        return seconds.isPresent() ? look.number("%.1f", seconds.getAsDouble()) : "–";
    }

    private static String of(Look look, Auditing.Standing standing) {
        RecallEstimate estimate = standing.estimate();
        Statistic recall = estimate.recall();
        String open = standing.open() == 0 ? "" : " " + look.text("audit.open", standing.open());
        if (!estimate.proposed()) {
            return look.text("audit.unproposed");
        }
        if (recall.value().isEmpty()) {
            return look.text(estimate.audited() == 0 ? "audit.unknown" : "audit.none", estimate.audited()) + open;
        }
        if (estimate.windows() == 0) {
            return look.text("audit.recall.whole") + open;
        }
        if (estimate.complete()) {
            return look.text(
                            "audit.recall.all",
                            percent(look, recall.value().getAsDouble()),
                            estimate.windows(),
                            estimate.missed())
                    + open;
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
