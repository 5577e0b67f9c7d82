package org.ictograph.model;

import java.util.Optional;

/**
 * How two ratings become one data set.
 *
 * @param inclusion which events an export calls positive
 * @param edges which pairs become the consensus by themselves; none when somebody looks at every pair
 * @param anonymous whether the adjudicator sees whose version is whose only after deciding
 * @param reasons whether every decision needs a reason
 */
public record ReviewPlan(InclusionRule inclusion, Optional<EdgeRule> edges, boolean anonymous, boolean reasons) {
    /** Only what is adjudicated counts; the standard rule for edges; raters are named; reasons are free. */
    public static ReviewPlan standard() {
        return new ReviewPlan(InclusionRule.ADJUDICATED, Optional.of(EdgeRule.standard()), false, false);
    }

    public ReviewPlan withInclusion(InclusionRule changed) {
        return new ReviewPlan(changed, edges, anonymous, reasons);
    }

    public ReviewPlan withEdges(Optional<EdgeRule> changed) {
        return new ReviewPlan(inclusion, changed, anonymous, reasons);
    }

    public ReviewPlan withAnonymous(boolean changed) {
        return new ReviewPlan(inclusion, edges, changed, reasons);
    }

    public ReviewPlan withReasons(boolean changed) {
        return new ReviewPlan(inclusion, edges, anonymous, changed);
    }
}
