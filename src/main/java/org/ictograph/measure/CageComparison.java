package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** One label in one cage: the marks of both raters inside the jointly reviewed time, and what they have in common. */
final class CageComparison {
    /**
     * A mark as far as both raters could see it: from the first to the last jointly reviewed moment of it. One mark
     * stays one event even where a piece in its middle was not reviewed.
     */
    private record Seen(Mark mark, Span span) {
        static Optional<Seen> of(Mark mark, SpanSet jointlyReviewed) {
            long start = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (Span piece : jointlyReviewed.spans()) {
                if (piece.overlaps(mark.span())) {
                    start = Math.min(start, Math.max(piece.start(), mark.span().start()));
                    end = Math.max(end, Math.min(piece.end(), mark.span().end()));
                }
            }
            return start < end ? Optional.of(new Seen(mark, new Span(start, end))) : Optional.empty();
        }

        boolean onsetSeen() {
            return span.start() == mark.span().start();
        }

        boolean offsetSeen() {
            return span.end() == mark.span().end();
        }

        boolean whole() {
            return onsetSeen() && offsetSeen();
        }
    }

    private final SpanSet jointlyReviewed;
    private final List<Seen> a;
    private final List<Seen> b;
    private final Likeness likeness;
    private final AgreementParameters parameters;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Long> onsetDifferences = new ArrayList<>();
    private final List<Long> offsetDifferences = new ArrayList<>();
    private final Map<Double, EventCounts> counts = new HashMap<>();
    private PairSums durations = PairSums.NONE;
    private boolean paired;

    CageComparison(RatedCage cage, Label label, AgreementParameters parameters) {
        this(cage.jointlyReviewed(), cage.a().marks(label), cage.b().marks(label), label, parameters);
    }

    /**
     * @param a the first rater's marks with the label
     * @param b the second rater's
     */
    CageComparison(SpanSet jointlyReviewed, List<Mark> a, List<Mark> b, Label label, AgreementParameters parameters) {
        this.jointlyReviewed = jointlyReviewed;
        this.a = seen(a);
        this.b = seen(b);
        this.likeness = Likeness.suiting(label, parameters);
        this.parameters = parameters;
    }

    private List<Seen> seen(List<Mark> marks) {
        List<Seen> seen = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            Seen.of(mark, jointlyReviewed).ifPresent(seen::add);
        }
        seen.sort(Comparator.comparing(Seen::span));
        return seen;
    }

    private static List<Span> spans(List<Seen> events) {
        return events.stream().map(Seen::span).toList();
    }

    /** Only when somebody asks for the events: with many raters most only ask for counts. */
    private void pairUp() {
        if (paired) {
            return;
        }
        paired = true;
        int[] partnerOfA = Pairing.of(spans(a), spans(b), likeness, parameters.loosest());
        boolean[] taken = new boolean[b.size()];
        for (int i = 0; i < a.size(); i++) {
            if (partnerOfA[i] < 0) {
                findings.add(Finding.onlyA(a.get(i).mark()));
            } else {
                taken[partnerOfA[i]] = true;
                add(a.get(i), b.get(partnerOfA[i]));
            }
        }
        for (int j = 0; j < b.size(); j++) {
            if (!taken[j]) {
                findings.add(Finding.onlyB(b.get(j).mark()));
            }
        }
        findings.sort(Comparator.comparing(Finding::span).thenComparing(Finding::kind));
    }

    /** An edge that the end of the reviewed time cut off says nothing about where the rater set it. */
    private void add(Seen mine, Seen theirs) {
        Span first = mine.mark().span();
        Span second = theirs.mark().span();
        findings.add(Finding.pair(mine.mark(), theirs.mark(), likeness.of(first, second), parameters.edgeTolerance()));
        if (mine.onsetSeen() && theirs.onsetSeen()) {
            onsetDifferences.add(second.start() - first.start());
        }
        if (mine.offsetSeen() && theirs.offsetSeen()) {
            offsetDifferences.add(second.end() - first.end());
        }
        if (mine.whole() && theirs.whole()) {
            durations = durations.plus(first.length() / 1e6, second.length() / 1e6);
        }
    }

    BinTable bins() {
        return bins(parameters.bin());
    }

    /** The bins are marked where the marks are, not where a hole in the reviewed time is bridged. */
    BinTable bins(long bin) {
        return Bins.count(jointlyReviewed, marked(a), marked(b), bin);
    }

    private static List<Span> marked(List<Seen> events) {
        return events.stream().map(seen -> seen.mark().span()).toList();
    }

    EventCounts events(double threshold) {
        return counts.computeIfAbsent(threshold, this::counted);
    }

    private EventCounts counted(double threshold) {
        int matched = 0;
        for (int partner : Pairing.of(spans(a), spans(b), likeness, threshold)) {
            matched += partner >= 0 ? 1 : 0;
        }
        return new EventCounts(a.size(), b.size(), matched);
    }

    /** What the second rater has of the first one's events, paired one to one. */
    DetectionCounts detections(double threshold) {
        EventCounts events = events(threshold);
        return new DetectionCounts(
                events.a(), events.matched(), events.matched(), events.b() - events.matched(), jointlyReviewed.total());
    }

    DetectionCounts anyOverlap() {
        return AnyOverlap.count(spans(a), spans(b), jointlyReviewed);
    }

    DetectionCounts scored(EventScoring scoring) {
        return scoring.score(spans(a), spans(b), jointlyReviewed);
    }

    DetectionCounts samples() {
        return EventScoring.samples(marked(a), marked(b), jointlyReviewed);
    }

    /** Durations in seconds of the pairs that both raters could see whole. */
    PairSums durations() {
        pairUp();
        return durations;
    }

    List<Finding> findings() {
        pairUp();
        return findings;
    }

    List<Long> onsetDifferences() {
        pairUp();
        return onsetDifferences;
    }

    List<Long> offsetDifferences() {
        pairUp();
        return offsetDifferences;
    }
}
