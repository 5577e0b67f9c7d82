package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.model.Label;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/** One label in one cage: the marks of both raters inside the jointly reviewed time, and what they have in common. */
final class CageComparison {
    private final SpanSet jointlyReviewed;
    private final SeenMarks a;
    private final SeenMarks b;
    private final Likeness likeness;
    private final AgreementParameters parameters;
    private List<Finding> findings = List.of();
    private List<Long> onsetDifferences = List.of();
    private List<Long> offsetDifferences = List.of();
    private final Map<Double, EventCounts> counts = new HashMap<>();
    private PairSums durations = PairSums.NONE;
    private boolean paired;
    private BinTable inBins = BinTable.EMPTY;
    private boolean binned;

    /**
     * @param a the first rater's marks with the label, as the jointly reviewed time shows them
     * @param b the second rater's
     */
    CageComparison(SpanSet jointlyReviewed, SeenMarks a, SeenMarks b, Label label, AgreementParameters parameters) {
        this.jointlyReviewed = jointlyReviewed;
        this.a = a;
        this.b = b;
        this.likeness = Likeness.suiting(label, parameters);
        this.parameters = parameters;
    }

    /** Only when somebody asks for the events: with many raters most only ask for counts. */
    private void pairUp() {
        if (paired) {
            return;
        }
        paired = true;
        findings = new ArrayList<>();
        onsetDifferences = new ArrayList<>();
        offsetDifferences = new ArrayList<>();
        int[] partnerOfA = Pairing.of(a.spans(), b.spans(), likeness, parameters.loosest());
        boolean[] taken = new boolean[b.size()];
        for (int i = 0; i < a.size(); i++) {
            if (partnerOfA[i] < 0) {
                findings.add(Finding.onlyA(a.events().get(i).mark()));
            } else {
                taken[partnerOfA[i]] = true;
                add(a.events().get(i), b.events().get(partnerOfA[i]));
            }
        }
        for (int j = 0; j < b.size(); j++) {
            if (!taken[j]) {
                findings.add(Finding.onlyB(b.events().get(j).mark()));
            }
        }
        findings.sort(Comparator.comparing(Finding::span).thenComparing(Finding::kind));
    }

    /** An edge that the end of the reviewed time cut off says nothing about where the rater set it. */
    private void add(SeenMarks.Seen mine, SeenMarks.Seen theirs) {
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
        if (!binned) {
            inBins = bins(parameters.bin());
            binned = true;
        }
        return inBins;
    }

    /** The bins are marked where the marks are, not where a hole in the reviewed time is bridged. */
    BinTable bins(long bin) {
        return Bins.count(jointlyReviewed, a.runs(bin), b.runs(bin), bin);
    }

    EventCounts events(double threshold) {
        return counts.computeIfAbsent(threshold, this::counted);
    }

    /** The same without remembering it. */
    EventCounts counted(double threshold) {
        int matched = 0;
        for (int partner : Pairing.of(a.spans(), b.spans(), likeness, threshold)) {
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
        return AnyOverlap.count(a.spans(), b.spans(), jointlyReviewed);
    }

    DetectionCounts scored(EventScoring scoring) {
        return scoring.score(a.spans(), b.spans(), jointlyReviewed);
    }

    DetectionCounts samples() {
        return EventScoring.samples(a.marked(), b.marked(), jointlyReviewed);
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
