package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.ictograph.work.Progress;

/** What the container says about each packet of the video stream, in decoding order. */
final class PacketTable {
    private static final int CHECK_EVERY = 2000;

    private long[] pts = new long[1024];
    private long[] dts = new long[1024];
    private long[] durations = new long[1024];
    private int[] flags = new int[1024];
    private int size;

    /** Reads all packets once, without decoding them. */
    static PacketTable of(Demuxer source, Progress progress) {
        PacketTable table = new PacketTable();
        long bytes = Math.max(1, source.bytes());
        while (source.next()) {
            AVPacket packet = source.packet();
            table.add(packet.pts(), packet.dts(), packet.duration(), packet.flags());
            if (table.size % CHECK_EVERY == 0) {
                progress.check();
                progress.report((double) Math.max(0, packet.pos()) / bytes, "reading " + Reason.name(source.file()));
            }
        }
        return table;
    }

    /** Adds a packet; {@link org.bytedeco.ffmpeg.global.avutil#AV_NOPTS_VALUE} stands for a stamp that is missing. */
    void add(long shown, long decoded, long duration, int marks) {
        if (size == pts.length) {
            pts = Arrays.copyOf(pts, size * 2);
            dts = Arrays.copyOf(dts, size * 2);
            durations = Arrays.copyOf(durations, size * 2);
            flags = Arrays.copyOf(flags, size * 2);
        }
        pts[size] = shown;
        dts[size] = decoded;
        durations[size] = duration;
        flags[size] = marks;
        size++;
    }

    int size() {
        return size;
    }

    /** When the packet's frame is shown, {@link #hasPts} permitting. */
    long pts(int packet) {
        return pts[packet];
    }

    boolean hasPts(int packet) {
        return pts[packet] != AV_NOPTS_VALUE;
    }

    /** When the packet is decoded, {@link #hasDts} permitting. */
    long dts(int packet) {
        return dts[packet];
    }

    boolean hasDts(int packet) {
        return dts[packet] != AV_NOPTS_VALUE;
    }

    /** How long the frame is shown, 0 when the container does not say. */
    long duration(int packet) {
        return durations[packet];
    }

    boolean isKey(int packet) {
        return (flags[packet] & avcodec.AV_PKT_FLAG_KEY) != 0;
    }

    /** The packets that the container calls key frames. */
    BitSet keys() {
        BitSet keys = new BitSet();
        IntStream.range(0, size).filter(this::isKey).forEach(keys::set);
        return keys;
    }

    /** True when the container wants the frame decoded but not shown (cut off by an edit list). */
    boolean isHidden(int packet) {
        return (flags[packet] & avcodec.AV_PKT_FLAG_DISCARD) != 0;
    }

    /** True when part of the packet's bytes are missing. */
    boolean isCorrupt(int packet) {
        return (flags[packet] & avcodec.AV_PKT_FLAG_CORRUPT) != 0;
    }
}
