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
            return SpanSet.of(mark.span()).intersection(jointlyReviewed).hull().map(span -> new Seen(mark, span));
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

    CageComparison(RatedCage cage, Label label, AgreementParameters parameters) {
        this.jointlyReviewed = cage.jointlyReviewed();
        this.a = seen(cage.a(), label);
        this.b = seen(cage.b(), label);
        this.likeness = Likeness.suiting(label, parameters);
        this.parameters = parameters;
        pairUp();
    }

    private List<Seen> seen(Rating rating, Label label) {
        return rating.marks().stream()
                .filter(mark -> mark.label().equals(label.name()))
                .map(mark -> Seen.of(mark, jointlyReviewed))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Seen::span))
                .toList();
    }

    private static List<Span> spans(List<Seen> events) {
        return events.stream().map(Seen::span).toList();
    }

    private void pairUp() {
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
        return durations;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Long> onsetDifferences() {
        return onsetDifferences;
    }

    List<Long> offsetDifferences() {
        return offsetDifferences;
    }
}
