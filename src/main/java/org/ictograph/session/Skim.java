package org.ictograph.session;

import java.util.ArrayList;
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

    /** Share of a recording in which even a restless animal rests. */
    private static final double REST_SHARE = 0.05;

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
     * @param threshold activity from 0 to 1 above the cage's rest from which on it moves: the noise of a camera at night is
     *     motion energy, too, and the same all the time
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
        double least = energy(rest(values)) + energy(threshold);
        List<Span> spans = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= values.size(); i++) {
            boolean moves = i < values.size() && energy(values.get(i)) >= least;
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

    /** The motion energy that a value of a curve stands for, in halves of its scale; energies of noise and motion add up. */
    private static double energy(double value) {
        return value / (1 - value);
    }

    /** The value, to a hundredth, under which the curve lies for a share of the time; counted, since curves are long. */
    private static double rest(List<Float> values) {
        int[] counts = new int[101];
        values.forEach(value -> counts[Math.round(100 * value)]++);
        int under = counts[0];
        int rest = 0;
        while (under <= REST_SHARE * values.size() && rest < 100) {
            under += counts[++rest];
        }
        return rest / 100.0;
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
