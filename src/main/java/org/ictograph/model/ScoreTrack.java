package org.ictograph.model;

import java.util.List;
import java.util.UUID;

/**
 * How a score runs over the time of one cage. Machine output: it hangs on its run and is not an entity of its own.
 *
 * @param label the label that the score speaks of, or {@link #MOTION}
 * @param start time of the first value, in microseconds
 * @param step microseconds between values
 * @param values scores from 0 to 1
 */
public record ScoreTrack(UUID runId, UUID cageId, String label, long start, long step, List<Float> values) {
    /** Stands in the label's place on the track that tells how much moves in the cage, whatever it means. */
    public static final String MOTION = "motion";

    public ScoreTrack {
        values = List.copyOf(values);
        if (step < 1) {
            throw new IllegalArgumentException("The step of a score track must be positive.");
        }
    }
}
