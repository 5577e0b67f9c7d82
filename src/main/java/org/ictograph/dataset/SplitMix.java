package org.ictograph.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The SplitMix64 generator: adds a constant and mixes the bits. Written out here because a data set must come out the
 * same on every platform for ever. Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators"
 * (OOPSLA 2014). Confined to one thread.
 */
final class SplitMix {
    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A number for a name: the same for the same seed, whatever else is drawn. */
    static long rank(long seed, String name) {
        byte[] hash = Sha256.digest(name.getBytes(StandardCharsets.UTF_8));
        return new SplitMix(seed ^ ByteBuffer.wrap(hash).getLong()).next();
    }
}
