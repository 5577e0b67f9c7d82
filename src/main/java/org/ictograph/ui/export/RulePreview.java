package org.ictograph.ui.export;

import org.ictograph.dataset.DatasetPlan;
import org.ictograph.model.InclusionRule;

/**
 * What a data set would hold if a rule said which events count.
 *
 * @param positives clips with the behaviour
 * @param leftOut pieces that are refused
 * @param study true for the rule that the study has now
 */
public record RulePreview(InclusionRule rule, int positives, int negatives, int leftOut, boolean study) {
    static RulePreview of(InclusionRule rule, DatasetPlan plan, boolean study) {
        int positives = (int)
                plan.clips().stream().filter(clip -> clip.truth().positive()).count();
        return new RulePreview(
                rule,
                positives,
                plan.clips().size() - positives,
                plan.refusals().size(),
                study);
    }
}
