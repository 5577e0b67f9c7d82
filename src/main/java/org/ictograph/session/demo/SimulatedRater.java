package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;

/**
 * Somebody who marks a demo recording and makes the mistakes that people make. Edges are off by a Laplace-distributed
 * error (median 0.35 to 0.5 s), three times as much where staring begins, since nothing moves; short units are missed
 * more often; neighbours of the ethogram are confused; a bout of grooming is now and then taken for a seizure. The same
 * seed gives the same marks.
 */
public final class SimulatedRater {
    private static final Map<String, List<String>> CONFUSED = Map.of(
            "unilateral forelimb clonus", List.of("alternating forelimb clonus", "bilateral forelimb clonus"),
            "bilateral forelimb clonus", List.of("alternating forelimb clonus"),
            "alternating forelimb clonus", List.of("bilateral forelimb clonus", "unilateral forelimb clonus"),
            "head nodding", List.of("neck jerk"),
            "neck jerk", List.of("head nodding"));
    private static final double CONFUSION = 0.15;
    private static final double GROOMING_TAKEN_FOR_SEIZURE = 0.02;
    private static final double SEIZURE_MISSED = 0.04;
    private static final long SHORTEST = 200_000;

    private final String name;
    private final long seed;
    private final double medianError;

    /** @param medianError half of all edges are off by less than this, in seconds */
    public SimulatedRater(String name, long seed, double medianError) {
        this.name = name;
        this.seed = seed;
        this.medianError = medianError;
    }

    /** The careful one of the demo's two raters. */
    public static SimulatedRater first(long seed) {
        return new SimulatedRater("Rater A", new Dice(seed).named("rater A").next(), 0.3);
    }

    /** The other one, somewhat less practised. */
    public static SimulatedRater second(long seed) {
        return new SimulatedRater("Rater B", new Dice(seed).named("rater B").next(), 0.45);
    }

    public String name() {
        return name;
    }

    /** What this rater marks, by cage, then by start. */
    public List<DemoMark> rate(DemoRecording recording) {
        List<DemoMark> marks = new ArrayList<>();
        for (DemoCage cage : recording.cages()) {
            Dice dice = new Dice(seed).named(recording.fileName() + " cage " + cage.position());
            List<Act> acts = cage.script().acts();
            long end = acts.get(acts.size() - 1).span().end();
            List<DemoMark> seen = new ArrayList<>();
            for (Span seizure : cage.script().seizures()) {
                if (!dice.chance(SEIZURE_MISSED)) {
                    seen.addAll(seizure(cage, seizure, end, dice));
                }
            }
            for (Span normal : cage.script().lookAlikes()) {
                if (normal.length() > 4 * Span.SECOND && dice.chance(GROOMING_TAKEN_FOR_SEIZURE)) {
                    seen.add(new DemoMark(cage.position(), Protocol.SEIZURE, shifted(normal, 1, end, dice)));
                }
            }
            seen.sort(Comparator.comparing(DemoMark::span));
            marks.addAll(seen);
        }
        return marks;
    }

    private List<DemoMark> seizure(DemoCage cage, Span seizure, long end, Dice dice) {
        List<DemoMark> seen = new ArrayList<>();
        for (DemoMark truth : cage.script().marks(cage.position())) {
            if (!truth.span().overlaps(seizure)) {
                continue;
            }
            boolean whole = truth.label().equals(Protocol.SEIZURE);
            if (!whole && dice.chance(missed(truth.span()))) {
                continue;
            }
            boolean staring = truth.label().equals("staring") || whole;
            Span span = shifted(truth.span(), staring ? 3 : 1, end, dice);
            seen.add(new DemoMark(cage.position(), named(truth.label(), dice), span));
        }
        return seen;
    }

    /** A unit of one second is missed every fourth time, one of ten seconds hardly ever. */
    private static double missed(Span span) {
        return 0.03 + 0.22 * StrictMath.exp(-(span.length() / 1e6 - 1) / 2.5);
    }

    private static String named(String label, Dice dice) {
        List<String> others = CONFUSED.getOrDefault(label, List.of());
        return !others.isEmpty() && dice.chance(CONFUSION) ? dice.pick(others) : label;
    }

    private Span shifted(Span truth, double onsetFactor, long end, Dice dice) {
        long start = Math.max(0, truth.start() + error(onsetFactor, dice));
        long stop = Math.min(end, truth.end() + error(1, dice));
        return stop - start >= SHORTEST ? new Span(start, stop) : truth;
    }

    /** Laplace deviate on whole milliseconds: sign × median × log2(1 / u), so that half are below the median. */
    private long error(double factor, Dice dice) {
        double size = -StrictMath.log(1 - dice.unit()) / StrictMath.log(2);
        double seconds = Math.min(6, medianError * factor * size);
        return (dice.chance(0.35) ? -1 : 1) * Math.round(seconds * 1000) * 1000;
    }
}
