package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * How useful proposals are to a reviewer.
 *
 * @param reviewedMicros time with known truth, of all cages together
 * @param found true events that a proposal overlaps, over all true events
 * @param falseProposals proposals that overlap no true event
 * @param falsePerHour false proposals per hour of reviewed time
 * @param events true events and proposals matched one to one at IoU 0.3
 * @param clips the same told by clips of 10 s: a clip is true where it overlaps a true event, and scores as the best
 *     proposal that overlaps it
 */
public record ProposalScores(
        long reviewedMicros,
        Statistic found,
        int falseProposals,
        Statistic falsePerHour,
        EventCounts events,
        ClipScores clips) {
    /** Overlap from which a proposal is the event. */
    public static final double IOU = 0.3;

    /** Length of a clip, in microseconds. */
    public static final long CLIP = 10 * Span.SECOND;

    private static final double HOUR = 3600.0 * Span.SECOND;
    private static final double NO_PROPOSAL = -1;

    public static ProposalScores of(List<ProposedCage> cages) {
        return of(cages, IOU);
    }

    /** @param iou overlap from which a proposal is the event, in place of {@link #IOU} */
    public static ProposalScores of(List<ProposedCage> cages, double iou) {
        Tally tally = new Tally(iou);
        cages.forEach(tally::add);
        return new ProposalScores(
                tally.micros,
                Statistic.ratio(
                        tally.found, tally.events.a(), tally.events.a(), "Undefined: there are no true events."),
                tally.falseProposals,
                Statistic.ratio(
                        tally.falseProposals,
                        tally.micros / HOUR,
                        tally.events.b(),
                        "Undefined: there is no reviewed time."),
                tally.events,
                ClipScores.of(tally.clips, 0));
    }

    /**
     * False proposals per hour where one takes only as many of the best proposals as find that part of the events, so that
     * models can be compared at equal recall.
     *
     * @param found above 0
     */
    public static Statistic falsePerHourAt(List<ProposedCage> cages, double found) {
        List<Double> scores = cages.stream()
                .flatMap(cage -> cage.proposals().stream())
                .map(ScoredSpan::score)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        for (double least : scores) {
            ProposalScores those =
                    of(cages.stream().map(cage -> cage.from(least)).toList());
            if (those.found.value().orElse(0) >= found) {
                return those.falsePerHour;
            }
        }
        return Statistic.undefined("Undefined: all proposals together find fewer of the events.", scores.size());
    }

    /** Part of the proposals that are an event, and the like. */
    public Statistic rate(EventRate rate) {
        return Statistic.share(rate.part(events), rate.whole(events), rate.undefined(events));
    }

    /** The counts of the cages so far. */
    private static final class Tally {
        private final double iou;
        private long micros;
        private int found;
        private int falseProposals;
        private EventCounts events = EventCounts.NONE;
        private final List<ClipScore> clips = new ArrayList<>();

        Tally(double iou) {
            this.iou = iou;
        }

        void add(ProposedCage cage) {
            List<Span> truth = cage.truth().stream()
                    .flatMap(span -> inside(span, cage.reviewed()).stream())
                    .toList();
            List<ScoredSpan> proposals = cage.proposals().stream()
                    .flatMap(scored ->
                            inside(scored.span(), cage.reviewed())
                                    .map(span -> new ScoredSpan(span, scored.score()))
                                    .stream())
                    .toList();
            List<Span> proposed = proposals.stream().map(ScoredSpan::span).toList();
            micros += cage.reviewed().total();
            found += (int)
                    truth.stream().filter(span -> anyOverlaps(proposed, span)).count();
            falseProposals += (int)
                    proposed.stream().filter(span -> !anyOverlaps(truth, span)).count();
            int matched = 0;
            for (int partner : Pairing.of(truth, proposed, Likeness.overlap(), iou)) {
                matched += partner >= 0 ? 1 : 0;
            }
            events = events.plus(new EventCounts(truth.size(), proposed.size(), matched));
            cage.reviewed().spans().forEach(stretch -> addClips(stretch, truth, proposals));
        }

        /** A rest that is shorter than a clip is left out. */
        private void addClips(Span stretch, List<Span> truth, List<ScoredSpan> proposals) {
            for (long start = stretch.start(); start + CLIP <= stretch.end(); start += CLIP) {
                Span clip = new Span(start, start + CLIP);
                double score = proposals.stream()
                        .filter(proposal -> proposal.span().overlaps(clip))
                        .mapToDouble(ScoredSpan::score)
                        .max()
                        .orElse(NO_PROPOSAL);
                clips.add(new ClipScore(anyOverlaps(truth, clip), score));
            }
        }

        private static Optional<Span> inside(Span span, SpanSet reviewed) {
            return SpanSet.of(span).intersection(reviewed).hull();
        }

        private static boolean anyOverlaps(List<Span> spans, Span span) {
            return spans.stream().anyMatch(span::overlaps);
        }
    }
}
