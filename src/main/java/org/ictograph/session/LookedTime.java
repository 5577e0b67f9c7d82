package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * Filmed time of cages by how a rater has looked at it, in microseconds of video. The kinds do not overlap, each moment
 * counts as the first that fits in the order labelled, reviewed, watched, skimmed, unseen; together they are the filmed
 * time.
 *
 * @param reviewed declared reviewed by the rater, and without a mark of theirs: nothing is there
 * @param slowest speed of the slowest skim, 0 when nothing was skimmed
 * @param fastest speed of the fastest skim, 0 when nothing was skimmed
 * @param seizures number of the rater's marks of a seizure
 */
public record LookedTime(
        long filmed,
        long labelled,
        long reviewed,
        long watched,
        long skimmed,
        double slowest,
        double fastest,
        int seizures) {
    /** No time at all. */
    public static final LookedTime NONE = new LookedTime(0, 0, 0, 0, 0, 0, 0, 0);

    /** What one rater's marks and coverage of one cage come to. */
    static LookedTime of(Recording recording, List<Mark> marks, List<Coverage> coverage) {
        SpanSet filmed = filmed(recording);
        List<Mark> ratings =
                marks.stream().filter(mark -> mark.layer() == Layer.RATING).toList();
        SpanSet labelled = new SpanSet(ratings.stream().map(Mark::span).toList()).intersection(filmed);
        SpanSet left = filmed.minus(labelled);
        SpanSet reviewed = seen(coverage, Seen.REVIEWED).intersection(left);
        left = left.minus(reviewed);
        SpanSet watched = seen(coverage, Seen.WATCHED).intersection(left);
        left = left.minus(watched);
        SpanSet skimmed = seen(coverage, Seen.SKIMMED).intersection(left);
        double[] speeds = coverage.stream()
                .filter(piece -> piece.seen() == Seen.SKIMMED && piece.speed() > 0)
                .mapToDouble(Coverage::speed)
                .sorted()
                .toArray();
        return new LookedTime(
                filmed.total(),
                labelled.total(),
                reviewed.total(),
                watched.total(),
                skimmed.total(),
                speeds.length == 0 ? 0 : speeds[0],
                speeds.length == 0 ? 0 : speeds[speeds.length - 1],
                (int) ratings.stream()
                        .filter(mark -> mark.label().equals(Protocol.SEIZURE))
                        .count());
    }

    /** Video that was neither marked nor shown in any way. */
    static SpanSet unseen(Recording recording, List<Mark> marks, List<Coverage> coverage) {
        List<Span> known = new ArrayList<>();
        marks.stream()
                .filter(mark -> mark.layer() == Layer.RATING)
                .map(Mark::span)
                .forEach(known::add);
        coverage.stream().map(Coverage::span).forEach(known::add);
        return filmed(recording).minus(new SpanSet(known));
    }

    private static SpanSet filmed(Recording recording) {
        return SpanSet.of(recording.span()).minus(recording.gaps());
    }

    private static SpanSet seen(List<Coverage> coverage, Seen how) {
        List<Span> spans = coverage.stream()
                .filter(piece -> piece.seen() == how)
                .map(Coverage::span)
                .toList();
        return new SpanSet(spans);
    }

    /** Both together. */
    public LookedTime plus(LookedTime other) {
        return new LookedTime(
                filmed + other.filmed,
                labelled + other.labelled,
                reviewed + other.reviewed,
                watched + other.watched,
                skimmed + other.skimmed,
                slowest == 0 || other.slowest == 0 ? slowest + other.slowest : Math.min(slowest, other.slowest),
                Math.max(fastest, other.fastest),
                seizures + other.seizures);
    }

    /** Time that nobody showed to the rater. */
    public long unseen() {
        return filmed - labelled - reviewed - watched - skimmed;
    }

    /** Time that rates refer to: skimming does not count as looking. */
    public long looked() {
        return labelled + reviewed + watched;
    }

    /** The part that was looked at, from 0 to 1; 0 while nothing was filmed. */
    public double share() {
        return filmed == 0 ? 0 : (double) looked() / filmed;
    }

    /** Marks of seizures in an hour of looked-at time of one cage; NaN while nothing was looked at. */
    public double seizuresPerHour() {
        return looked() == 0 ? Double.NaN : seizures * 3.6e9 / looked();
    }
}
