package org.ictograph.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;
import org.jspecify.annotations.Nullable;

/**
 * What a screen really showed while a recording played. A frame that was shown stands for its own time, and for the time
 * up to the frame shown next when no more lies between than the speed skips in {@link #RENEWED}. Time that the clock
 * passed without a picture, and time in which nothing was filmed, is not part of it. Pure.
 */
final class Viewing {
    /** Microseconds of the person's time in which a moving picture is renewed at least once: 25 pictures a second. */
    static final long RENEWED = 40_000;

    /**
     * Time that was shown in one way.
     *
     * @param speed how many times faster than life, always positive
     */
    record Piece(Span span, Seen seen, double speed) {}

    private record Pace(double speed, boolean skim) {
        Seen seen() {
            return skim ? Seen.SKIMMED : Coverage.seenAt(speed);
        }
    }

    private final FrameIndex index;
    private final Map<Pace, List<Span>> shown = new LinkedHashMap<>();
    private final Map<Pace, SpanSet> told = new LinkedHashMap<>();
    private Pace pace;
    private int last = -1;
    private int frames;
    private @Nullable Span stretch;

    /** Begins a viewing at a speed. */
    Viewing(FrameIndex index, double speed, boolean skim) {
        this.index = index;
        this.pace = new Pace(Math.abs(speed), skim);
    }

    /** Goes on at another speed. */
    void change(double speed, boolean skim) {
        close();
        pace = new Pace(Math.abs(speed), skim);
    }

    /** A frame appeared on the screen. */
    void show(int frame) {
        frames++;
        Span own = new Span(index.microsOf(frame), index.endOf(frame));
        if (last >= 0 && skipped(frame) <= pace.speed() * RENEWED) {
            Span before = new Span(index.microsOf(last), index.endOf(last));
            long from = last < frame ? before.end() : own.start();
            long to = last < frame ? own.end() : before.start();
            Span added = from < to ? new Span(from, to) : own;
            stretch = stretch == null ? added : hull(stretch, added);
        } else {
            close();
            stretch = own;
        }
        last = frame;
    }

    private long skipped(int frame) {
        return last < frame
                ? index.microsOf(frame) - index.endOf(last)
                : Math.max(0, index.microsOf(last) - index.endOf(frame));
    }

    private static Span hull(Span one, Span other) {
        return new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()));
    }

    /** The next frame does not follow the one before: somebody sought, or a picture could not be shown. */
    void interrupt() {
        close();
        last = -1;
    }

    private void close() {
        Span done = stretch;
        if (done != null) {
            shown.computeIfAbsent(pace, none -> new ArrayList<>()).add(done);
            stretch = null;
        }
    }

    /** What was shown since this was asked last, nothing twice at the same speed. A single frame is no viewing. */
    List<Piece> gather() {
        close();
        List<Piece> pieces = new ArrayList<>();
        if (frames > 1) {
            shown.forEach((how, spans) -> {
                SpanSet before = told.getOrDefault(how, SpanSet.EMPTY);
                SpanSet fresh = new SpanSet(spans).minus(index.gaps()).minus(before);
                fresh.spans().forEach(span -> pieces.add(new Piece(span, how.seen(), how.speed())));
                told.put(how, before.union(fresh));
            });
            shown.clear();
        }
        return pieces;
    }
}
