package org.ictograph.video.ffmpeg;

import java.util.BitSet;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One usable time stamp for each packet that is shown, in units of the time base. A clock that jumps back (files stitched
 * by a camcorder) is carried on from the packet before; a missing stamp is set one usual distance on.
 */
final class MendedStamps {
    /** A clock that steps back by more than this many usual distances was set anew. */
    private static final int BACK = 16;

    private final PacketTable packets;
    private final int[] shown;
    private final long usual;
    private final long[] stamps;
    /** Presentation stamps that frames have; filled only when some frame lacks its own. */
    private final NavigableSet<Long> claimed = new TreeSet<>();

    private final BitSet missing = new BitSet();
    private final BitSet backward = new BitSet();

    /**
     * @param shown the packets that are shown, in decoding order or in the order seen when decoding
     * @param withPts true to take presentation stamps, false for decoding stamps
     * @param declared declared distance between frames, used when no stamps tell
     */
    MendedStamps(PacketTable packets, int[] shown, boolean withPts, long declared) {
        this.packets = packets;
        this.shown = shown;
        this.usual = usualDistance(declared);
        this.stamps = new long[shown.length];
        mend(withPts);
    }

    private boolean hasClock(int packet) {
        return packets.hasDts(packet) || packets.hasPts(packet);
    }

    private long clock(int packet) {
        return packets.hasDts(packet) ? packets.dts(packet) : packets.pts(packet);
    }

    /** The median distance between stamps that follow each other. */
    private long usualDistance(long declared) {
        long[] known = IntStream.of(shown)
                .filter(this::hasClock)
                .mapToLong(this::clock)
                .sorted()
                .toArray();
        long[] distances = IntStream.range(1, known.length)
                .mapToLong(i -> known[i] - known[i - 1])
                .filter(distance -> distance > 0)
                .sorted()
                .toArray();
        return distances.length == 0 ? declared : distances[distances.length / 2];
    }

    /**
     * When a frame without a presentation stamp is shown: frames take turns at the same distances at which they are decoded,
     * so it is the first turn from its own decoding stamp on that no other frame has.
     */
    private long unclaimed(long dts) {
        for (long turn = dts; turn < dts + BACK * usual; turn += usual) {
            Long near = claimed.ceiling(turn - usual / 4);
            if (near == null || near > turn + usual / 4) {
                claimed.add(turn);
                return turn;
            }
        }
        return dts;
    }

    private void mend(boolean withPts) {
        if (withPts && IntStream.of(shown).anyMatch(p -> !packets.hasPts(p))) {
            IntStream.of(shown).filter(packets::hasPts).forEach(p -> claimed.add(packets.pts(p)));
        }
        long offset = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < shown.length; i++) {
            int packet = shown[i];
            if (hasClock(packet)) {
                long clock = clock(packet) + offset;
                if (i > 0 && last != Long.MIN_VALUE && clock < last - BACK * usual) {
                    offset += last + usual - clock;
                    clock = last + usual;
                    backward.set(i);
                }
                last = Math.max(last, clock);
            }
            if (withPts ? packets.hasPts(packet) : packets.hasDts(packet)) {
                stamps[i] = (withPts ? packets.pts(packet) : packets.dts(packet)) + offset;
            } else {
                stamps[i] = withPts && packets.hasDts(packet)
                        ? unclaimed(packets.dts(packet)) + offset
                        : i == 0 ? 0 : stamps[i - 1] + usual;
                missing.set(i);
            }
        }
    }

    /** The stamp of the n-th shown packet. */
    long stamp(int n) {
        return stamps[n];
    }

    /** The median distance between frames. */
    long usual() {
        return usual;
    }

    /** True when the n-th shown packet has no stamp of its own. */
    boolean isMissing(int n) {
        return missing.get(n);
    }

    /** True when the clock jumps back to the n-th shown packet. */
    boolean isBackward(int n) {
        return backward.get(n);
    }

    /** True when the clock never jumps back. */
    boolean continuous() {
        return backward.isEmpty();
    }
}
