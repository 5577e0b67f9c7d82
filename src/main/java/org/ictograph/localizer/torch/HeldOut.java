package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.Lesson;
import org.ictograph.measure.DetectionScores;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.ProposalScores;
import org.ictograph.measure.ProposedCage;
import org.ictograph.measure.ScoredSegment;
import org.ictograph.measure.ScoredSpan;
import org.ictograph.measure.Thresholds;
import org.ictograph.model.Span;

/** Tests a network on cages that it did not learn from, in the time of which somebody knows what happens. */
final class HeldOut {
    private static final double IOU = 0.5;
    private static final int ENOUGH = 5;

    private final SegmentSearch search;
    private final Grid grid;
    private final List<String> labels;
    private final List<org.ictograph.measure.Segment> truth = new ArrayList<>();
    private final List<ScoredSegment> predictions = new ArrayList<>();
    private final List<ProposedCage> cages = new ArrayList<>();

    /** @param labels by class; the first is the one that a reviewer is asked about */
    HeldOut(SegmentSearch search, Grid grid, List<String> labels) {
        this.search = search;
        this.grid = grid;
        this.labels = List.copyOf(labels);
    }

    void test(Lesson lesson, List<float[]> steps) {
        String video = lesson.recording().id() + " " + lesson.cage().position();
        List<Span> events = new ArrayList<>();
        for (Lesson.Event event : lesson.events()) {
            if (labels.contains(event.label())) {
                truth.add(segment(video, event.span(), event.label()));
            }
            if (labels.indexOf(event.label()) == 0) {
                events.add(event.span());
            }
        }
        List<ScoredSpan> proposals = new ArrayList<>();
        for (Segment found : search.segments(steps, new float[labels.size()][steps.size()])) {
            long start = Math.max(0, Math.round(grid.seconds(found.start()) * 1e6));
            long end = Math.min(lesson.recording().duration(), Math.round(grid.seconds(found.end()) * 1e6));
            if (start < end && lesson.known().contains((start + end) / 2)) {
                Span span = new Span(start, end);
                predictions.add(new ScoredSegment(segment(video, span, labels.get(found.label())), found.score()));
                if (found.label() == 0) {
                    proposals.add(new ScoredSpan(span, found.score()));
                }
            }
        }
        cages.add(new ProposedCage(lesson.known(), events, proposals));
    }

    private static org.ictograph.measure.Segment segment(String video, Span span, String label) {
        double second = Span.SECOND;
        return new org.ictograph.measure.Segment(video, span.start() / second, span.end() / second, label);
    }

    DetectionScores scores() {
        return DetectionScores.of(truth, predictions, Thresholds.ratSeizure());
    }

    /**
     * The score from which a segment should be proposed: where events and proposals of the first label match best, by F1 at
     * an overlap of a half; the usual one where there are too few events to tell.
     */
    double least() {
        if (cages.stream().mapToInt(cage -> cage.truth().size()).sum() < ENOUGH) {
            return ShelvedLocalizer.LEAST;
        }
        double best = ShelvedLocalizer.LEAST;
        double most = 0;
        for (int percent = 5; percent < 100; percent += 5) {
            double least = percent / 100.0;
            double f1 = ProposalScores.of(from(least), IOU)
                    .rate(EventRate.F1)
                    .value()
                    .orElse(0);
            if (f1 > most) {
                most = f1;
                best = least;
            }
        }
        return best;
    }

    /** Of the first label, with segments from that score on. */
    ProposalScores proposals(double least) {
        return ProposalScores.of(from(least), IOU);
    }

    private List<ProposedCage> from(double least) {
        return cages.stream().map(cage -> cage.from(least)).toList();
    }
}
