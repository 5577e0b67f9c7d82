package org.ictograph.exchange;

import java.util.List;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;

/**
 * What a model outside this program says, fitted to a study, and what did not fit. Nothing is in the study yet.
 *
 * @param runs one for each recording of which it says something
 */
public record ImportedProposals(List<Run> runs, List<Proposal> proposals, LossReport losses) {
    public ImportedProposals {
        runs = List.copyOf(runs);
        proposals = List.copyOf(proposals);
    }
}
