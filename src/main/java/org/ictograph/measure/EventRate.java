package org.ictograph.measure;

import java.util.OptionalDouble;

/** What is said about {@link EventCounts}. The first side is the reference. */
public enum EventRate {
    /** Part of the second side's events that the first side has too. */
    PRECISION("Undefined: the second side has no events."),
    /** Part of the first side's events that the second side found. */
    RECALL("Undefined: the first side has no events."),
    /** Harmonic mean of both: 2·matched / (a + b). */
    F1("Undefined: neither side has events.");

    private final String undefined;

    EventRate(String undefined) {
        this.undefined = undefined;
    }

    /** The value, empty where there is nothing to divide by. */
    public OptionalDouble of(EventCounts counts) {
        return whole(counts) == 0 ? OptionalDouble.empty() : OptionalDouble.of(part(counts) / (double) whole(counts));
    }

    /** The sentence that says why there is no value, empty when there is one. */
    public String undefined(EventCounts counts) {
        return whole(counts) == 0 ? undefined : "";
    }

    int part(EventCounts counts) {
        return this == F1 ? 2 * counts.matched() : counts.matched();
    }

    int whole(EventCounts counts) {
        return switch (this) {
            case PRECISION -> counts.b();
            case RECALL -> counts.a();
            case F1 -> counts.a() + counts.b();
        };
    }
}
