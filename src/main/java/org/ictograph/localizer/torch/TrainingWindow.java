package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.Lesson;
import org.ictograph.model.Span;

/**
 * A stretch of features with what is known of it: as long as the localizer's own windows, or shorter where less is known in one
 * piece.
 *
 * @param truth in steps from its begin, cut at its borders as the localizer's segments are
 */
record TrainingWindow(List<float[]> steps, List<Segment> truth) {
    /** Steps below which nothing can be told. */
    static final int SHORTEST = 8;

    TrainingWindow {
        truth = List.copyOf(truth);
    }

    /**
     * The windows of one cage.
     *
     * @param labels by class
     * @param longest steps of a window
     */
    static List<TrainingWindow> of(Lesson lesson, List<float[]> steps, List<String> labels, Grid grid, int longest) {
        List<TrainingWindow> windows = new ArrayList<>();
        for (Span piece : lesson.known().spans()) {
            int from = (int) Math.max(0, Math.ceil(step(grid, piece.start())));
            int to = (int) Math.min(steps.size(), Math.floor(step(grid, piece.end())) + 1);
            for (int start : to - from < SHORTEST ? List.<Integer>of() : SegmentSearch.starts(to - from, longest)) {
                int first = from + start;
                int end = Math.min(to, first + longest);
                windows.add(new TrainingWindow(steps.subList(first, end), truth(lesson, labels, grid, first, end)));
            }
        }
        return windows;
    }

    private static List<Segment> truth(Lesson lesson, List<String> labels, Grid grid, int first, int end) {
        List<Segment> truth = new ArrayList<>();
        for (Lesson.Event event : lesson.events()) {
            float onset = Math.max(first, step(grid, event.span().start()));
            float offset = Math.min(end, step(grid, event.span().end()));
            int label = labels.indexOf(event.label());
            if (label >= 0 && offset - onset > 0) {
                truth.add(new Segment(onset - first, offset - first, label, 1));
            }
        }
        return truth;
    }

    private static float step(Grid grid, long micros) {
        return grid.step(micros / (double) Span.SECOND);
    }
}
