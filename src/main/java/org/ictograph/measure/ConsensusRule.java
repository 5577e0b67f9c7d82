package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/**
 * Which pairs count as agreed without a look at the video.
 *
 * @param likeness the least likeness (IoU; closeness for points) of a settled pair
 */
public record ConsensusRule(double likeness) {
    public ConsensusRule {
        if (!(likeness > 0 && likeness <= 1)) {
            throw new IllegalArgumentException("The threshold of a consensus lies above 0 and up to 1.");
        }
    }

    /** IoU of at least 0.5. */
    public static ConsensusRule standard() {
        return new ConsensusRule(0.5);
    }

    public Consensus settle(List<Finding> findings) {
        List<Consensus.Settled> settled = new ArrayList<>();
        List<Finding> open = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.isPair() && finding.likeness() >= likeness) {
                settled.add(settled(finding.a().orElseThrow(), finding.b().orElseThrow()));
            } else {
                open.add(finding);
            }
        }
        return new Consensus(settled, open);
    }

    private static Consensus.Settled settled(Mark a, Mark b) {
        Span one = a.span();
        Span other = b.span();
        Span mean =
                new Span(Math.floorDiv(one.start() + other.start(), 2L), Math.floorDiv(one.end() + other.end(), 2L));
        return new Consensus.Settled(a, b, mean);
    }
}
