package org.ictograph.ui.annotate;

import org.ictograph.model.Layer;
import org.ictograph.model.Rater;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.kit.Look;

/** What the tooltip of a bar says: label, start, end, length, and who says so. */
final class BarText {
    private final StudySession session;
    private final Look look;

    BarText(StudySession session, Look look) {
        this.session = session;
        this.look = look;
    }

    String of(Bar bar) {
        return look.label(bar.label()) + "\n"
                + TimeText.clock(bar.span().start()) + " – "
                + TimeText.clock(bar.span().end()) + "\n"
                + TimeText.length(bar.span().length()) + " · " + source(bar);
    }

    private String source(Bar bar) {
        StudyState state = session.state();
        return state.labels()
                .get()
                .mark(bar.id())
                .map(mark -> mark.layer() == Layer.CONSENSUS
                        ? look.text("annotate.lane.consensus")
                        : state.study()
                                .get()
                                .rater(mark.raterId())
                                .map(Rater::name)
                                .orElse(""))
                .orElseGet(() -> look.text("annotate.bar.proposal", Math.round(bar.score() * 100)));
    }
}
