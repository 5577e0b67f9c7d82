package org.ictograph.ui.triage;

import java.util.UUID;
import org.ictograph.measure.CandidateGroup;

/**
 * One decision of the queue.
 *
 * @param recording name of the recording
 * @param cage position of the cage
 * @param animal name of the animal in it, empty when it is not named
 */
public record TriageRow(CandidateGroup group, String recording, int cage, String animal) {
    /** Id of the proposal that speaks for the group. */
    public UUID id() {
        return group.lead().id();
    }

    /** How many proposals are decided at once. */
    public int proposals() {
        return group.members().size();
    }
}
