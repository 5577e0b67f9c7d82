package org.ictograph.dataset;

import java.util.List;
import org.ictograph.model.Coverage;
import org.ictograph.model.Mark;
import org.ictograph.model.Settlement;

/**
 * What people said about one recording.
 *
 * @param marks of all raters and of the consensus; only the consensus becomes a label, the ratings show where it is
 *     doubtful
 * @param coverage what each rater has looked at
 * @param settlements how disagreements were settled; a rating that was settled as wrong is no doubt any more
 * @param disputed pieces whose disagreement nobody has settled yet; no clip touches them
 * @param rejected pieces that a model proposed and a rater rejected
 */
public record Evidence(
        List<Mark> marks,
        List<Coverage> coverage,
        List<Settlement> settlements,
        List<CageSpan> disputed,
        List<CageSpan> rejected) {
    /** Of a recording that no model has looked at. */
    public Evidence(List<Mark> marks, List<Coverage> coverage, List<Settlement> settlements, List<CageSpan> disputed) {
        this(marks, coverage, settlements, disputed, List.of());
    }

    public Evidence {
        marks = List.copyOf(marks);
        coverage = List.copyOf(coverage);
        settlements = List.copyOf(settlements);
        disputed = List.copyOf(disputed);
        rejected = List.copyOf(rejected);
    }
}
