package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * A data set that was written and verified.
 *
 * @param manifestHash SHA-256 of {@code manifest-sha256.txt}, which holds the SHA-256 of every other file
 * @param plan what was written: the plan that was to be, but for what the pictures told against
 */
public record ExportOutcome(Path folder, String manifestHash, DatasetPlan plan) {
    /** Id of the profile. */
    public String profile() {
        return plan.profile().id();
    }

    /** How many clips there are. */
    public int clips() {
        return plan.clips().size();
    }

    /** What was left out because of its pictures, besides what the dry run told. */
    public List<Refusal> leftOut() {
        return plan.leftOutForPictures();
    }
}
