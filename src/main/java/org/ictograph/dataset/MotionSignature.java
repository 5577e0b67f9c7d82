package org.ictograph.dataset;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * When an animal moved and when it did not, by which a copy of a recording is known again whatever its name, codec, size,
 * margin or start. Two signatures are laid over each other at every shift; how well they fit is their correlation there.
 *
 * <p>Idea: the mean motion of each bin, less the mean of the bins around it (so that day and night, or one lively hour, make
 * nobody alike), limited to three standard deviations. The correlation r of n common bins counts as a copy from
 * {@value #LEAST} on when Fisher's z = atanh(r) √(m − 3) reaches {@value #CERTAIN}, or more where many pairs are compared. On drawn
 * films of 150 s strangers reached 3.75 among 6,240 pairs, and 80 copies at least 4.66; of 40 others 39
 * were found and no stranger (2026-11-26). Motion comes in bouts, so neighbouring bins tell less than as many bins apart: with the
 * autocorrelations ρ and ρ' of the two, m = n / (1 + 2 Σ ρ(k) ρ'(k)), after Bartlett (1946). And one leap
 * that two animals made proves nothing: with p the products of common bins, n is their participation (Σ |p|)² / Σ p², which
 * is small when a few of them carry the correlation. All shifts are computed at once
 * through the Fourier transform.
 */
final class MotionSignature {
    /** Recordings longer than this many bins get longer bins: what is the same for an hour need not be looked at by the second. */
    private static final int BINS = 8_192;

    private static final long SHORTEST_BIN = Span.SECOND / 2;
    private static final int AROUND = 8;
    private static final int FEWEST = 48;
    private static final double LEAST = 0.5;
    private static final double CERTAIN = 4.5;
    /** Among so many pairs of strangers none came near {@link #CERTAIN}. */
    private static final double TRIED = 6_240;

    private static final double LIMIT = 3;
    private static final int LAGS = 4 * AROUND;

    private final long bin;
    private final double[] values;
    private final double[] squares;
    private final double[] auto;

    private MotionSignature(long bin, double[] values) {
        this.bin = bin;
        this.values = values;
        squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            squares[i + 1] = squares[i] + values[i] * values[i];
        }
        auto = new double[LAGS];
        for (int lag = 1; lag <= LAGS; lag++) {
            double sum = 0;
            for (int i = lag; i < values.length; i++) {
                sum += values[i] * values[i - lag];
            }
            auto[lag - 1] = sum / squares[values.length];
        }
    }

    /** How many bins tell as much as one that depends on no other. */
    private double repetition(MotionSignature other) {
        double sum = 1;
        for (int lag = 0; lag < LAGS; lag++) {
            sum += 2 * auto[lag] * other.auto[lag];
        }
        return Math.max(1, sum);
    }

    /**
     * The same motion in two recordings.
     *
     * @param shiftMicros what the time in the second is less than in the first
     */
    record Match(double correlation, long shiftMicros) {}

    /** Length of the bins when this is the longest recording. */
    static long bin(long longest) {
        long bin = Math.max(SHORTEST_BIN, longest / BINS);
        return (bin + SHORTEST_BIN - 1) / SHORTEST_BIN * SHORTEST_BIN;
    }

    /** The signature of a cage; empty when its motion was not measured, or it is too short or too still to tell. */
    static Optional<MotionSignature> of(MotionMeter meter, UUID cage, long duration, long bin) {
        int count = (int) (duration / bin);
        if (count < FEWEST) {
            return Optional.empty();
        }
        double[] motion = new double[count];
        for (int i = 0; i < count; i++) {
            OptionalDouble mean = meter.mean(cage, new Span(i * bin, (i + 1) * bin));
            motion[i] = mean.orElse(Double.NaN);
        }
        double[] values = standing(motion);
        double square = Arrays.stream(values).map(value -> value * value).sum();
        long moving = Arrays.stream(values).filter(value -> value != 0).count();
        if (moving < FEWEST || square <= 0) {
            return Optional.empty();
        }
        double deviation = Math.sqrt(square / moving);
        for (int i = 0; i < count; i++) {
            values[i] = Math.max(-LIMIT, Math.min(LIMIT, values[i] / deviation));
        }
        return Optional.of(new MotionSignature(bin, values));
    }

    /** What stands out of the bins around; 0 where nothing was measured. */
    private static double[] standing(double[] motion) {
        double[] out = new double[motion.length];
        for (int i = 0; i < motion.length; i++) {
            double sum = 0;
            int known = 0;
            for (int j = Math.max(0, i - AROUND); j <= Math.min(motion.length - 1, i + AROUND); j++) {
                if (!Double.isNaN(motion[j])) {
                    sum += motion[j];
                    known++;
                }
            }
            out[i] = Double.isNaN(motion[i]) ? 0 : motion[i] - sum / known;
        }
        return out;
    }

    /**
     * The z that makes a copy where many pairs are compared: since chances of a normal tail fall as exp(−z² / 2), it rises so
     * that more pairs bring no more false alarms.
     */
    static double certain(long pairs) {
        return Math.sqrt(CERTAIN * CERTAIN + 2 * Math.log(Math.max(1, pairs / TRIED)));
    }

    /**
     * How the other is a copy of some of this, when it is. Both have the same bins.
     *
     * @param certain the z from which on it is, as of {@link #certain}
     */
    Optional<Match> copy(MotionSignature other, double certain) {
        int size = Integer.highestOneBit(values.length + other.values.length) * 2;
        double[] products = correlate(values, other.values, size);
        double repetition = repetition(other);
        Optional<Match> best = Optional.empty();
        double most = certain;
        for (int shift = FEWEST - other.values.length; shift <= values.length - FEWEST; shift++) {
            int from = Math.max(0, shift);
            int to = Math.min(values.length, other.values.length + shift);
            double mine = squares[to] - squares[from];
            double theirs = other.squares[to - shift] - other.squares[from - shift];
            if (to - from < FEWEST || mine <= 0 || theirs <= 0) {
                continue;
            }
            double r = Math.min(0.999_999, products[Math.floorMod(shift, size)] / Math.sqrt(mine * theirs));
            if (r < LEAST || certainty(r, (to - from) / repetition) <= most) {
                continue;
            }
            double z = certainty(r, participation(other, from, to, shift) / repetition);
            if (z > most) {
                most = z;
                best = Optional.of(new Match(r, shift * bin));
            }
        }
        return best;
    }

    private static double certainty(double r, double bins) {
        return atanh(r) * Math.sqrt(Math.max(0, bins - 3));
    }

    private double participation(MotionSignature other, int from, int to, int shift) {
        double sum = 0;
        double square = 0;
        for (int i = from; i < to; i++) {
            double product = Math.abs(values[i] * other.values[i - shift]);
            sum += product;
            square += product * product;
        }
        return square == 0 ? 0 : sum * sum / square;
    }

    private static double atanh(double r) {
        return 0.5 * Math.log((1 + r) / (1 - r));
    }

    /** For every shift s, modulo the size, the sum of a[i + s] b[i]. */
    private static double[] correlate(double[] a, double[] b, int size) {
        double[] re = Arrays.copyOf(a, size);
        double[] im = Arrays.copyOf(b, size);
        transform(re, im, 1);
        double[] outRe = new double[size];
        double[] outIm = new double[size];
        for (int k = 0; k < size; k++) {
            int mirror = (size - k) % size;
            double aRe = (re[k] + re[mirror]) / 2;
            double aIm = (im[k] - im[mirror]) / 2;
            double bRe = (im[k] + im[mirror]) / 2;
            double bIm = (re[mirror] - re[k]) / 2;
            outRe[k] = aRe * bRe + aIm * bIm;
            outIm[k] = aIm * bRe - aRe * bIm;
        }
        transform(outRe, outIm, -1);
        for (int i = 0; i < size; i++) {
            outRe[i] /= size;
        }
        return outRe;
    }

    /** The discrete Fourier transform in place (Cooley and Tukey, radix 2); direction 1 forth, −1 back without division. */
    private static void transform(double[] re, double[] im, int direction) {
        int size = re.length;
        for (int i = 1, j = 0; i < size; i++) {
            int bit = size >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, i, j);
                swap(im, i, j);
            }
        }
        double[] cos = new double[size / 2];
        double[] sin = new double[size / 2];
        for (int i = 0; i < size / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = -direction * Math.sin(2 * Math.PI * i / size);
        }
        for (int length = 2; length <= size; length *= 2) {
            for (int start = 0; start < size; start += length) {
                for (int i = 0; i < length / 2; i++) {
                    butterfly(re, im, start + i, length / 2, cos[i * (size / length)], sin[i * (size / length)]);
                }
            }
        }
    }

    private static void butterfly(double[] re, double[] im, int at, int half, double cos, double sin) {
        int other = at + half;
        double turnedRe = re[other] * cos - im[other] * sin;
        double turnedIm = re[other] * sin + im[other] * cos;
        re[other] = re[at] - turnedRe;
        im[other] = im[at] - turnedIm;
        re[at] += turnedRe;
        im[at] += turnedIm;
    }

    private static void swap(double[] of, int i, int j) {
        double kept = of[i];
        of[i] = of[j];
        of[j] = kept;
    }
}
