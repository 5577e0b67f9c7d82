package org.ictograph.session.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Random numbers that are the same on every machine and in every release: SplitMix64 (Steele, Lea and Flood, "Fast
 * splittable pseudorandom number generators", 2014). Every use has dice of its own, made by name, so that a number
 * drawn more in one place changes nothing in another. Confined to one thread.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long seed;
    private long state;

    Dice(long seed) {
        this.seed = seed;
        this.state = mixed(seed + GOLDEN);
    }

    /** Dice whose numbers depend on this seed and the name, not on what was drawn before. */
    Dice named(String name) {
        long hash = FNV_OFFSET;
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ letter) * FNV_PRIME;
        }
        return new Dice(mixed(seed) ^ hash);
    }

    long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** From 0 (inclusive) to 1 (exclusive). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    double between(double low, double high) {
        return low + unit() * (high - low);
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Normal deviate with mean 0 and standard deviation 1, by Box and Muller. */
    double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
