package org.ictograph.ui.study;

import java.util.List;
import java.util.UUID;
import org.ictograph.model.Recording;

/**
 * One recording of the study's table.
 *
 * @param missing true while its video is not where the study says
 * @param cages how many cages are drawn in it
 * @param marks how many the rater who works may see
 * @param looked the part that each rater has looked at, from 0 to 1, in the order of the study's raters
 * @param mine the part that the rater who works has looked at
 */
public record RecordingRow(
        Recording recording, boolean missing, int cages, int marks, List<Double> looked, double mine) {
    public RecordingRow {
        looked = List.copyOf(looked);
    }

    public UUID id() {
        return recording.id();
    }
}
