package org.ictograph.measure;

import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/**
 * One event as two raters have it: a matched pair, or a mark that only one of them made. Screens jump to its span.
 *
 * @param a the first rater's mark
 * @param b the second rater's mark
 * @param likeness of the two whole marks, 0 for a mark without a partner
 */
public record Finding(Kind kind, Optional<Mark> a, Optional<Mark> b, double likeness) {
    /** How far the raters agree on an event. */
    public enum Kind {
        AGREED,
        EDGES_DIFFER,
        ONLY_A,
        ONLY_B
    }

    public Finding {
        boolean fits =
                switch (kind) {
                    case AGREED, EDGES_DIFFER -> a.isPresent() && b.isPresent();
                    case ONLY_A -> a.isPresent() && b.isEmpty();
                    case ONLY_B -> a.isEmpty() && b.isPresent();
                };
        if (!fits) {
            throw new IllegalArgumentException("The marks do not fit the finding " + kind);
        }
    }

    static Finding onlyA(Mark mark) {
        return new Finding(Kind.ONLY_A, Optional.of(mark), Optional.empty(), 0);
    }

    static Finding onlyB(Mark mark) {
        return new Finding(Kind.ONLY_B, Optional.empty(), Optional.of(mark), 0);
    }

    static Finding pair(Mark a, Mark b, double likeness, long edgeTolerance) {
        boolean near = Math.abs(a.span().start() - b.span().start()) <= edgeTolerance
                && Math.abs(a.span().end() - b.span().end()) <= edgeTolerance;
        return new Finding(near ? Kind.AGREED : Kind.EDGES_DIFFER, Optional.of(a), Optional.of(b), likeness);
    }

    public boolean isPair() {
        return a.isPresent() && b.isPresent();
    }

    public UUID recordingId() {
        return either().recordingId();
    }

    public UUID cageId() {
        return either().cageId();
    }

    public String label() {
        return either().label();
    }

    /** From the earlier onset to the later offset. */
    public Span span() {
        Span mine = a.or(() -> b).orElseThrow().span();
        Span theirs = b.or(() -> a).orElseThrow().span();
        return new Span(Math.min(mine.start(), theirs.start()), Math.max(mine.end(), theirs.end()));
    }

    private Mark either() {
        return a.or(() -> b).orElseThrow();
    }
}
