package org.ictograph.exchange;

import java.util.List;
import org.ictograph.model.Change;

/**
 * Foreign boxes as cages of a study, and what did not fit. Nothing is in the study yet.
 *
 * @param changes new cages, and new animals before the cages in which they live
 */
public record ImportedBoxes(List<Change> changes, LossReport losses) {
    public ImportedBoxes {
        changes = List.copyOf(changes);
    }
}
