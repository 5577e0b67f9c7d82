package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.localizer.Lesson;
import org.ictograph.measure.Calibration;
import org.ictograph.measure.ClipOracle;
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

    /** The least score that is asked about; what scores less is not proposed. */
    private static final double LEAST_ASKED = 0.05;

    private final SegmentSearch search;
    private final Grid grid;
    private final List<String> labels;
    private final List<org.ictograph.measure.Segment> truth = new ArrayList<>();
    private final List<ScoredSegment> predictions = new ArrayList<>();
    private final List<ProposedCage> cages = new ArrayList<>();
    private final List<ScoredSegment> oracle = new ArrayList<>();

    /** @param labels by class; the first is the one that a reviewer is asked about */
    HeldOut(SegmentSearch search, Grid grid, List<String> labels) {
        this.search = search;
        this.grid = grid;
        this.labels = List.copyOf(labels);
    }

    void test(Lesson lesson, List<float[]> steps) {
        String video = lesson.recording().id() + " " + lesson.cage().position();
        List<Span> events = new ArrayList<>();
        List<org.ictograph.measure.Segment> here = new ArrayList<>();
        for (Lesson.Event event : lesson.events()) {
            if (labels.contains(event.label())) {
                here.add(segment(video, event.span(), event.label()));
            }
            if (labels.indexOf(event.label()) == 0) {
                events.add(event.span());
            }
        }
        truth.addAll(here);
        oracle.addAll(ClipOracle.of(video, lesson.known(), here));
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

    /** Of the rival that knows which clips hold what. */
    DetectionScores oracle() {
        return DetectionScores.of(truth, oracle, Thresholds.ratSeizure());
    }

    /** Whether the scores of the first label mean what they say, in these parts together, each with animals of its own. */
    static Calibration calibration(List<HeldOut> parts) {
        List<org.ictograph.measure.Segment> happened = new ArrayList<>();
        List<ScoredSegment> found = new ArrayList<>();
        for (HeldOut part : parts) {
            part.truth.stream().filter(one -> part.first(one.label())).forEach(happened::add);
            part.predictions.stream()
                    .filter(one -> part.first(one.segment().label()) && one.score() >= LEAST_ASKED)
                    .forEach(found::add);
        }
        return Calibration.of(happened, found, IOU);
    }

    private boolean first(String label) {
        return labels.get(0).equals(label);
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
        for (int percent = (int) Math.round(100 * LEAST_ASKED); percent < 100; percent += 5) {
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
