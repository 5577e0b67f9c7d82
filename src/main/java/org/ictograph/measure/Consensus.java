package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Certainty;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Span;
import org.ictograph.model.Visibility;

/**
 * What can be settled without talking, and what cannot.
 *
 * @param settled pairs that a rule settles
 * @param open everything else, in its order
 */
public record Consensus(List<Settled> settled, List<Finding> open) {
    public Consensus {
        settled = List.copyOf(settled);
        open = List.copyOf(open);
    }

    /** What a rule settles of these events by itself; without a rule nothing. */
    public static Consensus of(List<Finding> findings, Optional<EdgeRule> rule) {
        List<Settled> settled = new ArrayList<>();
        List<Finding> open = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Settled> pair = rule.flatMap(edges -> settle(finding, edges));
            pair.ifPresentOrElse(settled::add, () -> open.add(finding));
        }
        return new Consensus(settled, open);
    }

    private static Optional<Settled> settle(Finding finding, EdgeRule rule) {
        if (!finding.isPair()) {
            return Optional.empty();
        }
        Mark a = finding.a().orElseThrow();
        Mark b = finding.b().orElseThrow();
        return rule.settle(a.span(), b.span(), finding.likeness()).map(span -> new Settled(a, b, span));
    }

    /** A pair that became one event. */
    public record Settled(Mark a, Mark b, Span span) {
        /**
         * The mark of the consensus layer. It names both ratings as its sources, keeps the stage where both say the
         * same, and takes the less certain and the less visible of both.
         */
        public Mark mark(UUID id, UUID adjudicatorId) {
            Certainty certainty = a.certainty().compareTo(b.certainty()) >= 0 ? a.certainty() : b.certainty();
            Visibility visibility = a.visibility().compareTo(b.visibility()) >= 0 ? a.visibility() : b.visibility();
            return new Mark(
                    id,
                    a.recordingId(),
                    a.cageId(),
                    adjudicatorId,
                    Layer.CONSENSUS,
                    a.label(),
                    span,
                    a.stage().equals(b.stage()) ? a.stage() : "",
                    certainty,
                    visibility,
                    "",
                    new Origin(Origin.Kind.ADJUDICATION, List.of(a.id(), b.id())));
        }
    }
}
