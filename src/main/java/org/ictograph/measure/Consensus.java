package org.ictograph.measure;

import java.util.List;
import java.util.UUID;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Span;
import org.ictograph.model.Visibility;

/**
 * What can be settled without talking, and what cannot.
 *
 * @param settled pairs that are alike enough
 * @param open everything else, in its order
 */
public record Consensus(List<Settled> settled, List<Finding> open) {
    public Consensus {
        settled = List.copyOf(settled);
        open = List.copyOf(open);
    }

    /**
     * A pair that became one event.
     *
     * @param span from the mean of the onsets to the mean of the offsets
     */
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
