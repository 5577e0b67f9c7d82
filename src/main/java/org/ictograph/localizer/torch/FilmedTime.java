package org.ictograph.localizer.torch;

import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;

/**
 * Where a recording shows anything. In a gap the last picture before it stands still; whatever a network says of that, it is no
 * finding, and what lies on both sides is two.
 */
record FilmedTime(SpanSet gaps, long duration) {
    static FilmedTime of(FrameIndex index) {
        return new FilmedTime(index.gaps(), index.duration());
    }

    /** What of a span from one time to another was filmed, both in microseconds. */
    List<Span> of(long from, long to) {
        long start = Math.max(0, from);
        long end = Math.min(duration, to);
        return start < end ? SpanSet.of(new Span(start, end)).minus(gaps).spans() : List.of();
    }

    /** Lets the scores of steps whose middle lies in a gap be 0. */
    void quiet(float[] scores, Grid grid) {
        for (Span gap : gaps.spans()) {
            int first = (int) Math.max(0, Math.ceil(grid.step(gap.start() / (double) Span.SECOND)));
            for (int step = first; step < scores.length && micros(grid, step) < gap.end(); step++) {
                scores[step] = 0;
            }
        }
    }

    static long micros(Grid grid, float step) {
        return Math.round(grid.seconds(step) * 1e6);
    }
}
