package org.ictograph.model;

import java.util.Optional;

/**
 * How two ratings become one data set.
 *
 * @param inclusion which events an export calls positive
 * @param edges which pairs become the consensus by themselves; none when somebody looks at every pair
 * @param anonymous whether the adjudicator sees whose version is whose only after deciding
 * @param reasons whether every decision needs a reason
 * @param unaided share of the proposals, in percent, that a rater is first shown without, to learn how proposals pull them
 */
public record ReviewPlan(
        InclusionRule inclusion, Optional<EdgeRule> edges, boolean anonymous, boolean reasons, int unaided) {
    /** The greatest share: half of the windows. */
    public static final int MOST_UNAIDED = 50;

    public ReviewPlan {
        if (unaided < 0 || unaided > MOST_UNAIDED) {
            throw new IllegalArgumentException(
                    "From 0 to " + MOST_UNAIDED + " % of the proposals can be hidden at first, not " + unaided + " %.");
        }
    }

    /** Only what is adjudicated counts; the standard rule for edges; raters are named; reasons are free. */
    public static ReviewPlan standard() {
        return new ReviewPlan(InclusionRule.ADJUDICATED, Optional.of(EdgeRule.standard()), false, false, 0);
    }

    public ReviewPlan withInclusion(InclusionRule changed) {
        return new ReviewPlan(changed, edges, anonymous, reasons, unaided);
    }

    public ReviewPlan withEdges(Optional<EdgeRule> changed) {
        return new ReviewPlan(inclusion, changed, anonymous, reasons, unaided);
    }

    public ReviewPlan withAnonymous(boolean changed) {
        return new ReviewPlan(inclusion, edges, changed, reasons, unaided);
    }

    public ReviewPlan withReasons(boolean changed) {
        return new ReviewPlan(inclusion, edges, anonymous, changed, unaided);
    }

    public ReviewPlan withUnaided(int changed) {
        return new ReviewPlan(inclusion, edges, anonymous, reasons, changed);
    }
}
