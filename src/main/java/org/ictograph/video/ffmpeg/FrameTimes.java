package org.ictograph.video.ffmpeg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.video.FrameIndex;

/**
 * Works out when each frame is shown from what the packets say. AVI has no presentation stamps, so there the n-th frame gets
 * the n-th decoding stamp; elsewhere frames are ordered by their presentation stamps; equal ones are moved apart by a
 * microsecond.
 */
final class FrameTimes {
    /** A gap is a distance of more than this many usual ones. */
    private static final int GAP = 3;
    /** A shorter distance is a frame that stands still, as cameras of changing rate make it; a longer one was not filmed. */
    private static final long LONG_GAP_MICROS = 1_000_000;
    /** Frames lie fewer places than this from their packets, on average. */
    private static final long NEAR = 32;
    /** Above this share of missing presentation stamps the container is taken to have none. */
    private static final double MOSTLY = 0.1;

    private final PacketTable packets;
    private final int timeBaseNum;
    private final int timeBaseDen;
    private final MendedStamps mended;
    private final boolean ordered;
    private final BitSet keys;
    /** Which of the shown packets each frame comes from. */
    private final int[] positions;

    private final int[] order;
    private final long[] stamps;
    private final int hidden;

    /**
     * @param seen the packet of each frame in presentation order, as seen when decoding; empty to find it from the stamps
     * @param keys the packets at which decoding may start
     * @param declaredRate frames per second the file declares, 0 when none; only used when no stamps tell
     */
    FrameTimes(PacketTable packets, Demuxer source, int[] seen, BitSet keys, double declaredRate) {
        this.packets = packets;
        this.keys = keys;
        this.timeBaseNum = source.timeBaseNum();
        this.timeBaseDen = source.timeBaseDen();
        int[] shown = seen.length > 0
                ? seen
                : IntStream.range(0, packets.size())
                        .filter(p -> !packets.isHidden(p))
                        .toArray();
        this.hidden = packets.size()
                - (int) IntStream.range(0, packets.size())
                        .filter(p -> !packets.isHidden(p))
                        .count();
        this.ordered = IntStream.of(shown).filter(p -> !packets.hasPts(p)).count() <= MOSTLY * shown.length;
        long declared = declaredRate > 0 ? Math.max(1, Math.round(timeBaseDen / (declaredRate * timeBaseNum))) : 1;
        this.mended = new MendedStamps(packets, shown, ordered, declared);
        boolean byStamp = ordered && seen.length == 0;
        this.positions = byStamp
                ? sortedByStamp(shown.length)
                : IntStream.range(0, shown.length).toArray();
        this.order = IntStream.of(positions).map(i -> shown[i]).toArray();
        this.stamps = IntStream.of(positions).mapToLong(mended::stamp).toArray();
        if (!ordered) {
            Arrays.sort(stamps);
        }
    }

    /**
     * Packets lie near the place where they are shown, so each is moved forward to its place; only where that leads far is
     * everything sorted.
     */
    private int[] sortedByStamp(int count) {
        int[] sorted = new int[count];
        long left = NEAR * count;
        for (int i = 0; i < count; i++) {
            long stamp = mended.stamp(i);
            int place = i;
            for (; place > 0 && mended.stamp(sorted[place - 1]) > stamp; place--) {
                sorted[place] = sorted[place - 1];
                left--;
            }
            sorted[place] = i;
            if (left < 0) {
                return sortedAll(count);
            }
        }
        return sorted;
    }

    private int[] sortedAll(int count) {
        return IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Long.compare(mended.stamp(a), mended.stamp(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The index of these frames; with stamps to seek by only when asked for and when the clock never jumps back. */
    FrameIndex index(boolean seekable) {
        int frames = stamps.length;
        long[] micros = new long[frames];
        boolean[] keys = new boolean[frames];
        for (int i = 0; i < frames; i++) {
            long exact = micros(stamps[i] - stamps[0], timeBaseNum, timeBaseDen);
            micros[i] = i == 0 ? 0 : Math.max(exact, micros[i - 1] + 1);
            keys[i] = isKey(i);
        }
        long duration = packets.duration(order[frames - 1]);
        long last = micros(duration > 0 ? duration : mended.usual(), timeBaseNum, timeBaseDen);
        long end = micros[frames - 1] + Math.max(1, last);
        long[] askedBy = seekable && mended.continuous() ? keyStamps() : new long[0];
        return new FrameIndex(micros, keys, end, askedBy, gapsBetween(micros));
    }

    /** Where nothing was filmed: distances that are long, not merely one of a changing rate. */
    private SpanSet gapsBetween(long[] micros) {
        long usual = usualMicros();
        long longest = Math.max(LONG_GAP_MICROS, GAP * usual);
        return new SpanSet(IntStream.range(1, micros.length)
                .filter(i -> micros[i] - micros[i - 1] > longest)
                .mapToObj(i -> new Span(micros[i - 1] + usual, micros[i]))
                .toList());
    }

    /**
     * True when decoding may start at a frame. A key frame without any stamp, or with that of the frame before, cannot be
     * asked for, so it serves as an ordinary frame.
     */
    private boolean isKey(int frame) {
        int packet = order[frame];
        boolean named = packets.hasPts(packet) || packets.hasDts(packet);
        return keys.get(packet) && named && (frame == 0 || askedBy(packet) != askedBy(order[frame - 1]));
    }

    /** The stamp by which the file is asked for a packet. */
    private long askedBy(int packet) {
        return packets.hasPts(packet) ? packets.pts(packet) : packets.dts(packet);
    }

    private long[] keyStamps() {
        return IntStream.range(0, order.length)
                .filter(this::isKey)
                .mapToLong(frame -> askedBy(order[frame]))
                .toArray();
    }

    /** The packet of each frame. */
    int[] order() {
        return order.clone();
    }

    /** True when presentation stamps tell the order of frames; else packets are taken in decoding order. */
    boolean ordered() {
        return ordered;
    }

    int frames() {
        return order.length;
    }

    /** Stamp of the first frame, in units of the time base. */
    long firstPts() {
        return stamps[0];
    }

    /** How many packets the container wants decoded but not shown. */
    int hidden() {
        return hidden;
    }

    /** True when the clock never jumps back, so that a stamp names one place in the file. */
    boolean continuous() {
        return mended.continuous();
    }

    /** Frames that come more than three usual distances after the one before. */
    int[] gaps() {
        return frames(i -> isGap(distance(i)));
    }

    /** Frames with the stamp of the one before. */
    int[] duplicates() {
        return frames(i -> distance(i) == 0);
    }

    /** Frames without a stamp of their own. */
    int[] missing() {
        return IntStream.range(0, stamps.length)
                .filter(i -> mended.isMissing(positions[i]))
                .toArray();
    }

    /** Frames to which the clock jumps back. */
    int[] backward() {
        return frames(i -> mended.isBackward(positions[i]));
    }

    /** Frames whose distance to the one before differs by more than the container's rounding to its time base explains. */
    int[] uneven() {
        return frames(i -> distance(i) != 0 && !isGap(distance(i)) && Math.abs(distance(i) - mended.usual()) > 1);
    }

    private boolean isGap(long distance) {
        return distance > GAP * mended.usual();
    }

    private long distance(int frame) {
        return stamps[frame] - stamps[frame - 1];
    }

    private int[] frames(IntPredicate later) {
        return IntStream.range(1, stamps.length).filter(later).toArray();
    }

    /** The median distance between frames, in microseconds. */
    long usualMicros() {
        return Math.max(1, micros(mended.usual(), timeBaseNum, timeBaseDen));
    }

    /** A length in units of the source's time base as microseconds. */
    static long micros(long units, Demuxer source) {
        return micros(units, source.timeBaseNum(), source.timeBaseDen());
    }

    private static long micros(long units, int num, int den) {
        return Math.round(units * 1e6 * num / den);
    }
}
