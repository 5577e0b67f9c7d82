package org.ictograph.measure;

import java.util.List;
import java.util.UUID;

/**
 * One cage of one recording with the work of all raters who are compared.
 *
 * @param subject a key of the animal, as in {@link RatedCage}
 * @param ratings one for each rater, in the order of the raters; who has not looked has no reviewed time
 */
public record CageRatings(UUID recordingId, UUID cageId, String subject, List<Rating> ratings) {
    public CageRatings {
        ratings = List.copyOf(ratings);
    }

    /** The same cage with two of the raters. */
    public RatedCage pair(int first, int second) {
        return new RatedCage(recordingId, cageId, subject, ratings.get(first), ratings.get(second));
    }
}
