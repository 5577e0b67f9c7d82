package org.ictograph.measure;

import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Span;

/** How alike two spans are, from 0 (cannot be the same event) to 1 (the same). Symmetric. */
@FunctionalInterface
public interface Likeness {
    double of(Span a, Span b);

    /** Intersection over union, for events that last. */
    static Likeness overlap() {
        return Span::iou;
    }

    /**
     * For events that happen at one moment: 1 at the same onset, falling in a straight line to 0 at the reach. A
     * threshold θ thus allows onsets that are up to {@code reach · (1 − θ)} apart.
     *
     * @param reach in microseconds
     */
    static Likeness closeness(long reach) {
        return (a, b) -> Math.max(0, (double) (reach - Math.abs(a.start() - b.start())) / reach);
    }

    /** What suits a label's kind. */
    static Likeness suiting(Label label, AgreementParameters parameters) {
        return label.kind() == LabelKind.POINT ? closeness(parameters.pointReach()) : overlap();
    }
}
