package org.ictograph.measure;

import java.util.OptionalDouble;
import org.ictograph.model.Span;

/** What is said about {@link DetectionCounts}. */
public enum DetectionRate {
    /** Part of the reference that was found. */
    SENSITIVITY("Undefined: the reference has no events.") {
        @Override
        double part(DetectionCounts c) {
            return c.found();
        }

        @Override
        double whole(DetectionCounts c) {
            return c.reference();
        }
    },
    /** Part of what was found that is right. */
    PRECISION("Undefined: the compared side has no events.") {
        @Override
        double part(DetectionCounts c) {
            return c.right();
        }

        @Override
        double whole(DetectionCounts c) {
            return c.right() + c.wrong();
        }
    },
    /** Harmonic mean of both, 0 when either is. */
    F1("Undefined: neither side has events.") {
        @Override
        double part(DetectionCounts c) {
            if (c.found() == 0 || c.right() == 0) {
                return 0;
            }
            double sensitivity = (double) c.found() / c.reference();
            double precision = (double) c.right() / (c.right() + c.wrong());
            return 2 * sensitivity * precision / (sensitivity + precision);
        }

        @Override
        double whole(DetectionCounts c) {
            return c.reference() + c.right() + c.wrong() > 0 ? 1 : 0;
        }
    },
    /** Wrong events per hour of reviewed time. */
    FALSE_PER_HOUR("Undefined: there is no jointly reviewed time.") {
        @Override
        double part(DetectionCounts c) {
            return c.wrong() * 3600.0 * Span.SECOND;
        }

        @Override
        double whole(DetectionCounts c) {
            return c.micros();
        }
    },
    /** Wrong events per 24 hours of reviewed time. */
    FALSE_PER_DAY("Undefined: there is no jointly reviewed time.") {
        @Override
        double part(DetectionCounts c) {
            return c.wrong() * 86400.0 * Span.SECOND;
        }

        @Override
        double whole(DetectionCounts c) {
            return c.micros();
        }
    };

    private final String undefined;

    DetectionRate(String undefined) {
        this.undefined = undefined;
    }

    /** What it is, for a definition. */
    String inWords() {
        return switch (this) {
            case SENSITIVITY -> "Part of the first rater’s that the second has too";
            case PRECISION -> "Part of the second rater’s that the first has too";
            case F1 -> "Harmonic mean of sensitivity and precision";
            case FALSE_PER_HOUR -> "Only of the second rater, per jointly reviewed hour";
            case FALSE_PER_DAY -> "Only of the second rater, per 24 jointly reviewed hours";
        };
    }

    abstract double part(DetectionCounts counts);

    abstract double whole(DetectionCounts counts);

    /** The value, empty where there is nothing to divide by. */
    public OptionalDouble of(DetectionCounts counts) {
        return whole(counts) == 0 ? OptionalDouble.empty() : OptionalDouble.of(part(counts) / whole(counts));
    }

    /** The sentence that says why there is no value, empty when there is one. */
    public String undefined(DetectionCounts counts) {
        return whole(counts) == 0 ? undefined : "";
    }

    /** What the value was counted over. */
    long n(DetectionCounts counts) {
        return switch (this) {
            case SENSITIVITY -> counts.reference();
            case PRECISION -> counts.right() + counts.wrong();
            case F1 -> counts.reference() + counts.right() + counts.wrong();
            case FALSE_PER_HOUR, FALSE_PER_DAY -> counts.wrong();
        };
    }
}
