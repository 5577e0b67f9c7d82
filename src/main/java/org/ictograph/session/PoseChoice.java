package org.ictograph.session;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a file of key points belongs to the cages of a recording.
 *
 * @param cage number of the cage; empty to go by where the points lie
 * @param track the animal as the file calls it; empty for all of them
 * @param inCage true when the program saw the cage alone, so that its pixels count from the corner of the cage's box
 */
public record PoseChoice(OptionalInt cage, Optional<String> track, boolean inCage) {
    /** Each animal of the file into the cage where it lies. */
    public static final PoseChoice BY_PLACE = new PoseChoice(OptionalInt.empty(), Optional.empty(), false);
}
