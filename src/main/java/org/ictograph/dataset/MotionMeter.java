package org.ictograph.dataset;

import java.util.OptionalDouble;
import java.util.UUID;
import org.ictograph.model.Span;

/** Tells how much moves in a cage. The same question always gets the same answer. */
@FunctionalInterface
public interface MotionMeter {
    /** For recordings whose motion was never measured. */
    MotionMeter NOT_MEASURED = (cageId, span) -> OptionalDouble.empty();

    /** Mean motion over a piece of time, empty where it was not measured. */
    OptionalDouble mean(UUID cageId, Span span);
}
