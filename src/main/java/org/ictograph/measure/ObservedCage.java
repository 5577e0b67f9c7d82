package org.ictograph.measure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.SpanSet;

/**
 * One cage of one recording, with what was seen in it.
 *
 * @param recording name of the recording
 * @param animal the animal as the lab writes it, the same wherever it appears
 * @param start {@link LabTime} of the first frame; empty when nobody knows it. A clock that is set during a recording is
 *     taken to have gone on
 * @param ratings by label: in which time it is known whether there was such an event, and the events
 */
public record ObservedCage(
        UUID recordingId,
        UUID cageId,
        String recording,
        String animal,
        OptionalLong start,
        Map<String, Rating> ratings) {
    private static final Rating NOTHING = new Rating(SpanSet.EMPTY, List.of());

    public ObservedCage {
        ratings = Map.copyOf(ratings);
    }

    public Rating rating(String label) {
        return Optional.ofNullable(ratings.get(label)).orElse(NOTHING);
    }
}
