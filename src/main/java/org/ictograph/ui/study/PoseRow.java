package org.ictograph.ui.study;

import java.util.List;
import java.util.UUID;
import org.ictograph.session.PoseState;

/**
 * Key points of one cage in the study's table.
 *
 * @param cage number of the cage
 * @param file name of the file; empty while names are kept from the rater who works
 * @param animal what the file calls the animal
 * @param points names of the key points
 */
public record PoseRow(
        UUID cageId,
        String recording,
        int cage,
        String subject,
        String file,
        String animal,
        List<String> points,
        PoseState state) {
    public PoseRow {
        points = List.copyOf(points);
    }
}
