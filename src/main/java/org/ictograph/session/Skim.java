package org.ictograph.session;

import java.util.List;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * A speed that slows by itself where something moves.
 *
 * @param moving time in which an animal moves, with some air around it
 * @param fast speed elsewhere, {@value #LEAST_FAST} to {@value #MOST_FAST}
 * @param slow speed where something moves, {@value #LEAST_SLOW} to {@value #MOST_SLOW}
 */
public record Skim(SpanSet moving, double fast, double slow) {
    public static final double LEAST_FAST = 4;
    public static final double MOST_FAST = 32;
    public static final double LEAST_SLOW = 0.5;
    public static final double MOST_SLOW = 4;

    /** Time that is slow before and after something moves, and the shortest time that is worth hurrying over. */
    private static final long AIR = 1_500_000;

    public Skim {
        if (!(fast >= LEAST_FAST && fast <= MOST_FAST && slow >= LEAST_SLOW && slow <= MOST_SLOW)) {
            throw new IllegalArgumentException(
                    "Skimming goes at 4 to 32 and slows to 0.5 to 4, not " + fast + ", " + slow);
        }
    }

    /**
     * Skims by activity curves.
     *
     * @param tracks of the cages that count; others than {@link ScoreTrack#MOTION} are left aside
     * @param threshold activity from 0 to 1 from which on a cage moves
     */
    public static Skim over(List<ScoreTrack> tracks, double threshold, double fast, double slow) {
        List<Span> moving = tracks.stream()
                .filter(track -> track.label().equals(ScoreTrack.MOTION))
                .flatMap(track -> moving(track, threshold).spans().stream())
                .map(span -> new Span(Math.max(0, span.start() - AIR), span.end() + AIR))
                .toList();
        return new Skim(new SpanSet(moving), fast, slow);
    }

    private static SpanSet moving(ScoreTrack track, double threshold) {
        List<Float> values = track.values();
        List<Span> spans = new java.util.ArrayList<>();
        int from = -1;
        for (int i = 0; i <= values.size(); i++) {
            boolean moves = i < values.size() && values.get(i) >= threshold;
            if (moves && from < 0) {
                from = i;
            } else if (!moves && from >= 0) {
                spans.add(new Span(track.start() + from * track.step(), track.start() + i * track.step()));
                from = -1;
            }
        }
        return new SpanSet(spans.stream()
                .filter(span -> span.end() > 0)
                .map(Skim::fromZero)
                .toList());
    }

    private static Span fromZero(Span span) {
        return new Span(Math.max(0, span.start()), span.end());
    }

    /** The speed at a time. */
    public double speedAt(long micros) {
        return moving.contains(micros) ? slow : fast;
    }

    /** Where the way forward from one time to another first comes to something that moves; the end when nowhere. */
    public long slowedOn(long from, long to) {
        return moving.spans().stream()
                .mapToLong(Span::start)
                .filter(start -> start > from && start < to)
                .min()
                .orElse(to);
    }
}
