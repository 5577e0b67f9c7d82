package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes one list of segments from those of overlapping windows of a long sequence. A segment that reaches a border of its window
 * (but not of the sequence) may go on outside: it is joined to one of the same class in the neighbouring window that it overlaps,
 * and their common hull, with the better score, takes the place of both. Where the neighbour saw all of it, what was cut off by the
 * border gives way, however good its score. Then soft-NMS thins what both windows saw.
 *
 * @param margin how near to a border counts as reaching it, steps
 */
record SegmentStitcher(float margin, SoftNms nms) {
    /** Overlap from which two windows saw the same, as far as one of them reaches. */
    private static final float ALIKE = 0.5f;

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
        List<Segment> whole = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            boolean last = i == windows.size() - 1;
            int reached = i == 0 ? window.from : windows.get(i - 1).to;
            List<Segment> nextWhole = new ArrayList<>();
            List<Segment> next = new ArrayList<>();
            for (Segment segment : window.segments) {
                boolean begun = i > 0 && segment.start() <= window.from + margin;
                if (begun && !touches(segment, open) && known(segment, whole, window.from)) {
                    continue;
                }
                Segment all = begun ? joined(segment, open) : seenWhole(segment, open, reached);
                boolean goesOn = !last && all.end() >= window.to - margin;
                (goesOn ? next : nextWhole).add(all);
            }
            done.addAll(open);
            done.addAll(whole);
            open = next;
            whole = nextWhole;
        }
        done.addAll(open);
        done.addAll(whole);
        return nms.thin(done);
    }

    private static boolean touches(Segment segment, List<Segment> open) {
        return open.stream().anyMatch(one -> meet(one, segment));
    }

    private static boolean meet(Segment one, Segment other) {
        return one.label() == other.label() && one.start() < other.end() && other.start() <= one.end();
    }

    /**
     * Whether the window before saw all of what this one saw from its border on only; the better score is that of the whole.
     *
     * @param whole of the window before
     */
    private static boolean known(Segment segment, List<Segment> whole, float border) {
        for (int i = 0; i < whole.size(); i++) {
            Segment one = whole.get(i);
            if (one.label() == segment.label() && alike(from(one, border), segment)) {
                whole.set(i, with(one, segment.score()));
                return true;
            }
        }
        return false;
    }

    /** The segment, which takes the place of what the window before saw of it up to its border. */
    private static Segment seenWhole(Segment segment, List<Segment> open, float border) {
        Segment sofar = new Segment(segment.start(), Math.min(segment.end(), border), segment.label(), 0);
        Optional<Segment> cut = open.stream()
                .filter(one -> one.label() == segment.label() && alike(sofar, one))
                .max(Comparator.comparingDouble(Segment::score));
        cut.ifPresent(open::remove);
        return cut.map(one -> with(segment, one.score())).orElse(segment);
    }

    private static Segment from(Segment segment, float border) {
        return new Segment(Math.max(segment.start(), border), segment.end(), segment.label(), segment.score());
    }

    private static Segment with(Segment segment, float score) {
        return new Segment(segment.start(), segment.end(), segment.label(), Math.max(segment.score(), score));
    }

    private static boolean alike(Segment one, Segment other) {
        float common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return common > 0 && common >= ALIKE * (one.length() + other.length() - common);
    }

    /** The segment with the best open one of its class that it overlaps, which is open no more. */
    private static Segment joined(Segment segment, List<Segment> open) {
        return open.stream()
                .filter(one -> meet(one, segment))
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
