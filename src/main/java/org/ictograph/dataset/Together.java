package org.ictograph.dataset;

import java.util.Optional;

/** What makes animals belong together, so that a split keeps them in one part. */
public enum Together {
    /** Born in one litter, where the study says which. */
    LITTER,
    /** Neighbours: ever filmed in one recording, side by side in the rack. */
    RECORDING,
    /** Ever filmed on the same day, in the lab's zone. */
    DAY;

    /** What two animals that belong together have in common; empty when this place does not tell. */
    Optional<String> tie(ClipPlace place, String litter) {
        return Optional.of(
                        switch (this) {
                            case LITTER -> litter;
                            case RECORDING -> place.recording();
                            case DAY -> place.date();
                        })
                .filter(tie -> !tie.isEmpty());
    }

    /** As sentences and files call it. */
    public String text() {
        return switch (this) {
            case LITTER -> "litter";
            case RECORDING -> "recording";
            case DAY -> "day";
        };
    }
}
