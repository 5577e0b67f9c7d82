package org.ictograph.ui.export;

import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.PlannedClip;
import org.ictograph.model.InclusionRule;

/**
 * What a data set would hold if a rule said which events count.
 *
 * @param study true for the rule that the study has now
 */
public record RulePreview(InclusionRule rule, DatasetPlan plan, boolean study) {
    public int positives() {
        return (int) plan.clips().stream().filter(RulePreview::positive).count();
    }

    public int negatives() {
        return plan.clips().size() - positives();
    }

    public int leftOut() {
        return plan.refusals().size();
    }

    private static boolean positive(PlannedClip clip) {
        return clip.truth().positive();
    }
}
