package org.ictograph.dataset;

import org.ictograph.model.Cage;

/**
 * A clip to be cut.
 *
 * @param file path inside the data set, with {@code /} between names
 * @param part name of the fold or subset that the animal was dealt to; empty before the split
 * @param cage where its picture is
 */
public record PlannedClip(String file, String part, ClipPlace place, ClipTruth truth, ClipSource source, Cage cage) {
    public PlannedClip inPart(String changed) {
        return new PlannedClip(file, changed, place, truth, source, cage);
    }
}
