package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes one list of segments from those of overlapping windows of a long sequence. A segment that reaches a border of its window
 * (but not of the sequence) may go on outside: it is joined to one of the same class in the neighbouring window that it overlaps,
 * and their common hull, with the better score, takes the place of both. Then soft-NMS thins what both windows saw.
 *
 * @param margin how near to a border counts as reaching it, steps
 */
record SegmentStitcher(float margin, SoftNms nms) {
    /**
     * What was found in one window, in steps of the whole sequence.
     *
     * @param from first step of the window
     * @param to after its last step
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
        List<Segment> done = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            boolean last = i == windows.size() - 1;
            List<Segment> next = new ArrayList<>();
            for (Segment segment : window.segments) {
                Segment whole = i > 0 && segment.start() <= window.from + margin ? joined(segment, open) : segment;
                boolean goesOn = !last && whole.end() >= window.to - margin;
                (goesOn ? next : done).add(whole);
            }
            done.addAll(open);
            open = next;
        }
        done.addAll(open);
        return nms.thin(done);
    }

    /** The segment with the best open one of its class that it overlaps, which is open no more. */
    private static Segment joined(Segment segment, List<Segment> open) {
        return open.stream()
                .filter(one ->
                        one.label() == segment.label() && one.start() < segment.end() && segment.start() <= one.end())
                .max(Comparator.comparingDouble(Segment::score))
                .map(one -> {
                    open.remove(one);
                    return new Segment(
                            Math.min(one.start(), segment.start()),
                            Math.max(one.end(), segment.end()),
                            segment.label(),
                            Math.max(one.score(), segment.score()));
                })
                .orElse(segment);
    }
}
