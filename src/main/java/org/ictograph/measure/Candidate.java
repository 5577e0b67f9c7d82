package org.ictograph.measure;

import java.util.Optional;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Proposal;

/**
 * A proposal that somebody is to decide about, or has.
 *
 * @param animal the animal whose rate it tells of
 * @param verdict what the rater decided
 */
public record Candidate(Proposal proposal, String animal, Optional<Verdict> verdict) {
    public boolean open() {
        return verdict.isEmpty();
    }

    /** True when it turned out to be something. */
    public boolean taken() {
        return verdict.filter(decided -> decided != Verdict.REJECTED).isPresent();
    }
}
