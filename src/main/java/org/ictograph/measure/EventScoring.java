package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * Scoring of seizures as SzCORE does it (Dan et al. 2024, package timescoring 0.0.7): close events of either side become
 * one, long ones are cut into pieces, and a reference is found when anything of the other side lies in its window. An
 * event of the other side is false only when none of it lies in the window of a found reference.
 *
 * <p>The times are exact here, where timescoring rounds them to 0.1 s; shorter events are taken as 0.1 s long. Nested
 * events become one (timescoring lets a nested event shorten the one around it).
 *
 * @param minOverlap part of the window that must be covered for the reference to be found; any more than 0 for 0
 * @param before how far the window reaches before the reference, in microseconds
 * @param after how far the window reaches after the reference, in microseconds
 * @param mergeGap events with a smaller gap become one, in microseconds; 0 leaves them apart
 * @param longest longer events are cut into pieces of this length, in microseconds; 0 leaves them whole
 */
public record EventScoring(double minOverlap, long before, long after, long mergeGap, long longest) {
    /** For people: windows 30 s before and 60 s after, gaps below 90 s closed, pieces of 300 s. */
    public static final EventScoring SZCORE = new EventScoring(0, seconds(30), seconds(60), seconds(90), seconds(300));

    /** Sized for action units of rodents, which last 1 to 10 s. */
    public static final EventScoring RODENT = new EventScoring(0, seconds(1), seconds(1), seconds(2), seconds(300));

    /** As {@link #RODENT}, with every mark left as it was made. */
    public static final EventScoring RODENT_AS_MARKED = new EventScoring(0, seconds(1), seconds(1), 0, 0);

    private static final double JUST_ABOVE = 1e-6;
    private static final long SHORTEST = Span.SECOND / 10;

    private static long seconds(long seconds) {
        return seconds * Span.SECOND;
    }

    /** The five parameters for a reader. */
    public String inWords() {
        return String.format(
                Locale.ROOT,
                "overlap above %.2f of the window, window from %.1f s before to %.1f s after, %s, %s",
                minOverlap,
                before / 1e6,
                after / 1e6,
                mergeGap == 0
                        ? "nothing merged"
                        : String.format(Locale.ROOT, "gaps below %.1f s merged", mergeGap / 1e6),
                longest == 0 ? "nothing split" : String.format(Locale.ROOT, "split above %.1f s", longest / 1e6));
    }

    /**
     * @param reviewed the recorded time that counts; windows end where it begins or ends
     */
    public DetectionCounts score(List<Span> reference, List<Span> compared, SpanSet reviewed) {
        Optional<Span> file = reviewed.hull();
        if (file.isEmpty()) {
            return DetectionCounts.NONE;
        }
        List<Span> references = prepared(reference, file.get());
        List<Span> events = prepared(compared, file.get());
        SpanSet covered = new SpanSet(events);
        List<Span> found = new ArrayList<>();
        for (Span event : references) {
            Span window = new Span(
                    Math.max(file.get().start(), event.start() - before),
                    Math.min(file.get().end(), event.end() + after));
            double share = (double) common(covered, window) / window.length();
            if (share > minOverlap + JUST_ABOVE) {
                found.add(window);
            }
        }
        SpanSet windows = new SpanSet(found);
        long wrong =
                events.stream().filter(event -> common(windows, event) == 0).count();
        return new DetectionCounts(references.size(), found.size(), found.size(), wrong, reviewed.total());
    }

    private static long common(SpanSet set, Span span) {
        int low = 0;
        int high = set.spans().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (set.spans().get(middle).end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        long common = 0;
        for (int i = low; i < set.spans().size() && set.spans().get(i).start() < span.end(); i++) {
            Span piece = set.spans().get(i);
            common += Math.min(piece.end(), span.end()) - Math.max(piece.start(), span.start());
        }
        return common;
    }

    private List<Span> prepared(List<Span> events, Span file) {
        List<Span> merged = new ArrayList<>();
        for (Span event : events.stream().sorted().toList()) {
            Optional<Span> inside =
                    new Span(event.start(), Math.max(event.end(), event.start() + SHORTEST)).intersection(file);
            if (inside.isEmpty()) {
                continue;
            }
            int last = merged.size() - 1;
            if (last >= 0 && inside.get().start() - merged.get(last).end() < mergeGap) {
                Span open = merged.get(last);
                merged.set(
                        last,
                        new Span(open.start(), Math.max(open.end(), inside.get().end())));
            } else {
                merged.add(inside.get());
            }
        }
        return longest == 0
                ? merged
                : merged.stream().flatMap(event -> pieces(event).stream()).toList();
    }

    private List<Span> pieces(Span event) {
        List<Span> pieces = new ArrayList<>();
        for (long start = event.start(); start < event.end(); start += longest) {
            pieces.add(new Span(start, Math.min(event.end(), start + longest)));
        }
        return pieces;
    }

    /**
     * Scoring by samples: each second of the reviewed time is a sample that a side marked or did not, edges rounded to
     * the nearest second, as timescoring does at 1 Hz.
     */
    public static DetectionCounts samples(List<Span> reference, List<Span> compared, SpanSet reviewed) {
        DetectionCounts counts = DetectionCounts.NONE;
        for (Span stretch : reviewed.spans()) {
            BinTable table = Bins.rounded(stretch, reference, compared, Span.SECOND);
            counts = counts.plus(new DetectionCounts(
                    table.both() + table.onlyA(), table.both(), table.both(), table.onlyB(), stretch.length()));
        }
        return counts;
    }
}
