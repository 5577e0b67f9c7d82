package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ictograph.model.Box;
import org.ictograph.model.Span;

/**
 * What a piece of a cage's film shows over time, in twenty numbers for each quarter of a second, by which it is known again
 * whatever its codec, size, frame rate, brightness, margin or start.
 *
 * <p>Idea: a picture becomes 8 × 8 mean brightnesses, of which the lowest frequencies of the cosine transform but the mean are
 * kept, weighted with their frequency, so that edges count and not areas, divided by the mean, so that a brighter or dimmer
 * light changes nothing, and averaged over half a second. When prints
 * are compared, the mean of the four seconds around is taken away from each number: what stands still is gone, so two films of one
 * empty cage have nothing in common, and what is left is the animal's way through it. Immutable; 160 bytes a second.
 */
final class FilmPrint {
    static final long STEP = Span.SECOND / 4;
    static final int NUMBERS = 20;
    /** Steps over which a change is looked at. */
    static final int HALF_SECOND = 2;

    /** What a print's whole numbers are multiplied with. */
    private static final double SCALE = 8_000;

    private static final int AROUND = 8;

    private final long first;
    private final short[] values;

    private FilmPrint(long first, short[] values) {
        this.first = first;
        this.values = values;
    }

    /**
     * One film of the pieces that follow each other without a gap.
     *
     * @param pieces of one cage, by their start; they may overlap
     */
    static List<FilmPrint> joined(List<FilmPrint> pieces) {
        List<FilmPrint> films = new ArrayList<>();
        int from = 0;
        while (from < pieces.size()) {
            long end = pieces.get(from).end();
            int to = from + 1;
            for (; to < pieces.size() && pieces.get(to).first <= end; to++) {
                end = Math.max(end, pieces.get(to).end());
            }
            if (end > pieces.get(from).first) {
                films.add(laid(pieces.subList(from, to), end));
            }
            from = to;
        }
        return films;
    }

    /** The pieces of one film in one row, of each what those before it do not have. */
    private static FilmPrint laid(List<FilmPrint> pieces, long end) {
        long begin = pieces.get(0).first;
        short[] values = new short[Math.toIntExact((end - begin) * NUMBERS)];
        int filled = 0;
        for (FilmPrint piece : pieces) {
            int known = (int) Math.min(piece.values.length, filled - (piece.first - begin) * NUMBERS);
            System.arraycopy(piece.values, known, values, filled, piece.values.length - known);
            filled += piece.values.length - known;
        }
        return new FilmPrint(begin, values);
    }

    private long end() {
        return first + steps();
    }

    /** Step of the recording at which it begins. */
    long first() {
        return first;
    }

    int steps() {
        return values.length / NUMBERS;
    }

    double value(int step, int number) {
        return values[step * NUMBERS + number] / SCALE;
    }

    /**
     * Correlation of what changes in each half second here and in another film, around a step of each, as far as both last.
     *
     * @param from steps after those, or before them when negative
     */
    double likeness(int at, FilmPrint other, int otherAt, int from, int to) {
        int first = Math.max(from, -Math.min(at, otherAt) / HALF_SECOND * HALF_SECOND);
        int last = Math.min(to, Math.min(steps() - at, other.steps() - otherAt) - HALF_SECOND);
        long both = 0;
        long mine = 0;
        long theirs = 0;
        for (int t = first; t < last; t += HALF_SECOND) {
            int here = (at + t) * NUMBERS;
            int there = (otherAt + t) * NUMBERS;
            for (int i = 0; i < NUMBERS; i++) {
                long one = (long) values[here + i + HALF_SECOND * NUMBERS] - values[here + i];
                long two = (long) other.values[there + i + HALF_SECOND * NUMBERS] - other.values[there + i];
                both += one * two;
                mine += one * one;
                theirs += two * two;
            }
        }
        return both / Math.max(1, Math.sqrt((double) mine * theirs));
    }

    /** What stands out of the steps around, from a step to another, of which only these count. */
    double[] standing(int from, int to) {
        double[] out = new double[(to - from) * NUMBERS];
        double[] sums = new double[out.length + NUMBERS];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[from * NUMBERS + i] / SCALE;
            sums[i + NUMBERS] = sums[i] + out[i];
        }
        for (int t = 0; t < to - from; t++) {
            int low = Math.max(0, t - AROUND);
            int high = Math.min(to - from, t + AROUND + 1);
            for (int number = 0; number < NUMBERS; number++) {
                out[t * NUMBERS + number] -=
                        (sums[high * NUMBERS + number] - sums[low * NUMBERS + number]) / (high - low);
            }
        }
        return out;
    }

    /** Takes pictures in, in order. Confined to one thread. */
    static final class Maker {
        private static final int CELLS = 8;
        /** Rows and columns that are looked at in a picture; more tell nothing more. */
        private static final int LOOKED = 96;
        /** Pictures closer together tell nothing more. */
        private static final long LOOK = 60_000;
        /** Highest frequency down and across together. */
        private static final int HIGHEST = 5;

        private static final double[][] WAVES = waves();

        private final long first;
        private float[] sums = new float[NUMBERS * 64];
        private int[] counts = new int[64];
        private int steps;
        private long looked = Long.MIN_VALUE / 2;

        /**
         * @param start microseconds of the recording at which the film begins
         */
        Maker(long start) {
            first = Math.floorDiv(start, STEP);
        }

        private static double[][] waves() {
            double[][] waves = new double[NUMBERS][CELLS * CELLS];
            int number = 0;
            for (int sum = 1; sum <= HIGHEST; sum++) {
                for (int down = 0; down <= sum; down++) {
                    for (int cell = 0; cell < CELLS * CELLS; cell++) {
                        waves[number][cell] = Math.hypot(down, sum - down)
                                * wave(down, cell / CELLS)
                                * wave(sum - down, cell % CELLS);
                    }
                    number++;
                }
            }
            return waves;
        }

        private static double wave(int frequency, int cell) {
            return Math.cos(Math.PI * frequency * (2 * cell + 1) / (2 * CELLS));
        }

        /**
         * One picture.
         *
         * @param micros of the recording, not before the start
         * @param width of the whole picture
         * @param part of the picture that counts
         */
        void see(long micros, byte[] luma, int width, Box part) {
            if (micros - looked < LOOK) {
                return;
            }
            looked = micros;
            int step = (int) (Math.floorDiv(micros, STEP) - first);
            if (step >= counts.length) {
                counts = Arrays.copyOf(counts, 2 * (step + 1));
                sums = Arrays.copyOf(sums, counts.length * NUMBERS);
            }
            steps = Math.max(steps, step + 1);
            counts[step]++;
            double[] cells = cells(luma, width, part);
            double all = Math.max(1, Arrays.stream(cells).sum());
            for (int number = 0; number < NUMBERS; number++) {
                double sum = 0;
                for (int i = 0; i < cells.length; i++) {
                    sum += cells[i] * WAVES[number][i];
                }
                sums[step * NUMBERS + number] += (float) (sum / all);
            }
        }

        private static double[] cells(byte[] luma, int width, Box part) {
            double[] cells = new double[CELLS * CELLS];
            int down = Math.max(1, part.height() / LOOKED);
            int across = Math.max(1, part.width() / LOOKED);
            for (int cell = 0; cell < cells.length; cell++) {
                int top = part.y() + cell / CELLS * part.height() / CELLS;
                int bottom = Math.max(top + 1, part.y() + (cell / CELLS + 1) * part.height() / CELLS);
                int left = part.x() + cell % CELLS * part.width() / CELLS;
                int right = Math.max(left + 1, part.x() + (cell % CELLS + 1) * part.width() / CELLS);
                long sum = 0;
                int count = 0;
                for (int y = top; y < bottom; y += down) {
                    for (int x = left; x < right; x += across) {
                        sum += luma[y * width + x] & 0xff;
                        count++;
                    }
                }
                cells[cell] = (double) sum / count;
            }
            return cells;
        }

        /** The print of what was seen; a step without a picture has the numbers of the one before. */
        FilmPrint print() {
            double[] seen = new double[steps * NUMBERS];
            for (int i = 0; i < seen.length; i++) {
                int count = counts[i / NUMBERS];
                seen[i] = count > 0 ? sums[i] / count : i < NUMBERS ? 0 : seen[i - NUMBERS];
            }
            short[] values = new short[seen.length];
            for (int i = 0; i < seen.length; i++) {
                double next = i + NUMBERS < seen.length ? seen[i + NUMBERS] : seen[i];
                long scaled = Math.round(SCALE * (seen[i] + next) / 2);
                values[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled));
            }
            return new FilmPrint(first, values);
        }
    }
}
