package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.ScoreTrack;

/**
 * Evenly spaced values with their least and greatest over ever longer pieces, so that drawing a curve costs the same for
 * a minute and for a day. Level {@code k} holds one pair for each 2^k values. Immutable.
 */
public final class CurvePyramid {
    /** The least and the greatest value of a piece; both {@code NaN} where there is no value. */
    public record Range(float least, float greatest) {
        static final Range NONE = new Range(Float.NaN, Float.NaN);

        public boolean isEmpty() {
            return Float.isNaN(least);
        }

        Range with(Range other) {
            if (isEmpty()) {
                return other;
            }
            return other.isEmpty() ? this : new Range(Math.min(least, other.least), Math.max(greatest, other.greatest));
        }
    }

    private final long start;
    private final long step;
    private final List<float[]> least = new ArrayList<>();
    private final List<float[]> greatest = new ArrayList<>();

    /**
     * @param start time of the first value, in microseconds
     * @param step microseconds between values
     */
    public CurvePyramid(long start, long step, float[] values) {
        this.start = start;
        this.step = step;
        least.add(values.clone());
        greatest.add(values.clone());
        while (least.get(least.size() - 1).length > 1) {
            float[] low = least.get(least.size() - 1);
            float[] high = greatest.get(greatest.size() - 1);
            int size = (low.length + 1) / 2;
            float[] lower = new float[size];
            float[] higher = new float[size];
            for (int i = 0; i < size; i++) {
                int second = Math.min(2 * i + 1, low.length - 1);
                lower[i] = Math.min(low[2 * i], low[second]);
                higher[i] = Math.max(high[2 * i], high[second]);
            }
            least.add(lower);
            greatest.add(higher);
        }
    }

    public static CurvePyramid of(ScoreTrack track) {
        float[] values = new float[track.values().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = track.values().get(i);
        }
        return new CurvePyramid(track.start(), track.step(), values);
    }

    /** The extremes of all values, {@link Range#isEmpty empty} without values. */
    public Range whole() {
        return between(0, least.get(0).length);
    }

    /** The extremes of the values that hold in {@code [from, to)}; a value holds for one step. */
    public Range range(long from, long to) {
        long first = Math.floorDiv(from - start, step);
        long beyond = Math.floorDiv(to - start + step - 1, step);
        int size = least.get(0).length;
        return between((int) Math.max(0, Math.min(size, first)), (int) Math.max(0, Math.min(size, beyond)));
    }

    /** Climbs from both ends: at each level the odd ones out are taken, the rest is left to the level above. */
    private Range between(int from, int to) {
        Range found = Range.NONE;
        int low = from;
        int high = to;
        for (int level = 0; low < high; level++) {
            if (low % 2 == 1) {
                found = found.with(at(level, low++));
            }
            if (low < high && high % 2 == 1) {
                found = found.with(at(level, --high));
            }
            low /= 2;
            high /= 2;
        }
        return found;
    }

    private Range at(int level, int i) {
        return new Range(least.get(level)[i], greatest.get(level)[i]);
    }
}
