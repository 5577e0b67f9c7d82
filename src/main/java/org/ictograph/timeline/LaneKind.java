package org.ictograph.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a sub-lane shows, in the usual order from the top. */
public enum LaneKind {
    /** The marks of the rater who works. */
    OWN,
    /** The marks of another rater. */
    OTHER,
    /** The adjudicated marks. */
    CONSENSUS,
    /** What a model proposes. */
    PROPOSALS,
    /** What the rater who works has skimmed, watched and reviewed. */
    COVERAGE,
    /** How much moves in the cage. */
    ACTIVITY,
    /** How the model's score runs. */
    SCORE,
    /** Stills of the cage. */
    FILM;

    /** True for lanes of bars, false for lanes of curves and the like. */
    public boolean hasBars() {
        return compareTo(PROPOSALS) <= 0;
    }

    /** How settings and translations name it; never changes. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a name; empty when there is none. */
    public static Optional<LaneKind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
