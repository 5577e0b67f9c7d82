package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes one list of segments from those of windows of a long sequence that overlap, each thinned by itself. Two segments of the same
 * class are one where the windows agree about the time that both of them saw. What reaches a border of its window may go on outside,
 * so such an edge is taken from the other window; where both saw an edge, that of the better score counts.
 *
 * @param margin how near to a border counts as reaching it, steps
 */
record SegmentStitcher(float margin) {
    /** Overlap from which two windows saw the same, in the time that both saw. */
    private static final float ALIKE = 0.5f;

    /**
     * What was found in one window, in steps of the whole sequence.
     *
     * @param from first step of the window
     * @param to after its last step
     * @param segments by falling score
     */
    record Window(int from, int to, List<Segment> segments) {
        Window {
            segments = List.copyOf(segments);
        }
    }

    /**
     * @param windows by start
     * @return by falling score
     */
    List<Segment> stitch(List<Window> windows) {
        List<Segment> all = new ArrayList<>();
        List<Segment> before = new ArrayList<>();
        int reached = 0;
        for (Window window : windows) {
            int from = window.from;
            int to = reached;
            List<Segment> now = new ArrayList<>();
            for (Segment segment : window.segments) {
                Optional<Segment> same = before.stream()
                        .filter(one -> alike(one, segment, from, to))
                        .max(Comparator.comparingDouble(Segment::score));
                same.ifPresent(before::remove);
                now.add(same.map(one -> joined(one, segment, from, to)).orElse(segment));
            }
            all.addAll(before);
            before = now;
            reached = window.to;
        }
        all.addAll(before);
        all.sort(Comparator.comparingDouble((Segment one) -> -one.score()));
        return List.copyOf(all);
    }

    /** Whether they are the same from one border to the other. */
    private static boolean alike(Segment one, Segment other, float from, float to) {
        float common = length(Math.max(one.start(), other.start()), Math.min(one.end(), other.end()), from, to);
        float either = length(one.start(), one.end(), from, to) + length(other.start(), other.end(), from, to) - common;
        return one.label() == other.label() && common > 0 && common >= ALIKE * either;
    }

    private static float length(float start, float end, float from, float to) {
        return Math.max(0, Math.min(end, to) - Math.max(start, from));
    }

    /**
     * @param from where the window of the later one begins
     * @param to where the window of the earlier one ends
     */
    private Segment joined(Segment earlier, Segment later, float from, float to) {
        Segment better = earlier.score() < later.score() ? later : earlier;
        boolean begun = later.start() <= from + margin;
        boolean goesOn = earlier.end() >= to - margin;
        return new Segment(
                begun ? earlier.start() : better.start(),
                goesOn ? later.end() : better.end(),
                better.label(),
                better.score());
    }
}
