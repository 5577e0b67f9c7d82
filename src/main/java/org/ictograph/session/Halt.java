package org.ictograph.session;

import java.util.Optional;
import org.ictograph.model.Span;
import org.ictograph.video.FrameIndex;

/** A piece at whose ends playing stops. Who plays on from an end leaves it; whoever comes back stops again. */
final class Halt {
    private Optional<Span> piece = Optional.empty();
    private boolean leaving;

    void at(Optional<Span> changed) {
        piece = changed;
        leaving = false;
    }

    /** Playing begins at a frame, onwards or backwards. */
    void begin(FrameIndex index, int frame, boolean on) {
        leaving = piece.filter(span -> index.frameAt(on ? span.end() - 1 : span.start()) == frame)
                .isPresent();
    }

    /** The piece, while playing is in it and does not leave it. */
    Optional<Span> around(long micros) {
        Optional<Span> inside = piece.filter(span -> span.contains(micros));
        leaving &= inside.isPresent();
        return inside.filter(span -> !leaving);
    }
}
