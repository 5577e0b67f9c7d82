package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the frame index of a file and decides how its frames are reached. Packets are cheap to read, but they are not always
 * frames (packed or undecodable ones), so the head and the tail are decoded and compared with what the packets promise;
 * where they differ the whole file is decoded and its frames are counted. Then frames reached by seeking are compared with
 * the same frames of a longer decode, at places spread over the file by a fixed seed. Where they differ, the container's key
 * flags may lie: the whole file is decoded once and only key frames that the decoder confirms are kept. Where that does not
 * help either, frames of this file are decoded from its start.
 */
final class Surveyor {
    private static final Logger LOG = LoggerFactory.getLogger(Surveyor.class);
    /** Most frames compared after a key frame reached by seeking. */
    private static final int COMPARED = 40;
    /** Frames compared after the second key frame, where that is known from the start. */
    private static final int COMPARED_AT_HEAD = 6;
    /** Places compared besides head and tail. Each costs the decoding of a group of pictures. */
    private static final int PLACES = 4;
    /** Head frames decoded when no second key frame comes earlier. */
    private static final int LONGEST_HEAD = 3000;
    /** A file that promises this much more than it holds was cut short; sound may be a little longer than the picture. */
    private static final long PROMISED_MICROS = 1_000_000;
    /** Size of the pieces a transport stream is made of. */
    private static final int TRANSPORT_PACKET = 188;

    private final Path file;
    private final Progress progress;
    private int places;
    private boolean brokenEnd;

    private Surveyor(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    static Survey survey(Path file, Progress progress) throws VideoException {
        return new Surveyor(file, progress).survey();
    }

    /** What the packets say of a file, which is believed: no frame is decoded, and none can be asked for by a stamp. */
    static FrameIndex times(Path file) throws VideoException {
        try (Demuxer source = new Demuxer(file)) {
            PacketTable packets = PacketTable.of(source, Progress.NONE);
            if (packets.size() == 0) {
                throw undecodable(file);
            }
            return new FrameTimes(packets, source, new int[0], packets.keys(), declaredRate(source)).index(false);
        }
    }

    private Survey survey() throws VideoException {
        try (Demuxer source = new Demuxer(file)) {
            double rate = declaredRate(source);
            PacketTable packets = PacketTable.of(source, progress.part(0, 0.6));
            if (packets.size() == 0) {
                throw undecodable(file);
            }
            BitSet keys = packets.keys();
            FrameTimes times = new FrameTimes(packets, source, new int[0], keys, rate);
            SequentialDecode start = new SequentialDecode(file, headLength(times), progress);
            if (!headAgrees(start, times) || !tailAgrees(times.index(true))) {
                LOG.debug("{}: packets are not frames, decoding all of it", file);
                start = whole(start);
                times = new FrameTimes(packets, source, start.packets(), keys, rate);
            }
            Survey.Seeking seeking = seeking(times, start);
            if (seeking == Survey.Seeking.WRONG_FRAMES) {
                LOG.debug("{}: seeking gives wrong frames, decoding all of it", file);
                start = whole(start);
                times = new FrameTimes(packets, source, start.packets(), keys, rate);
                seeking = seeking(times, start);
            }
            if (seeking == Survey.Seeking.WRONG_FRAMES) {
                keys.and(start.keyPackets());
                FrameTimes confirmed = new FrameTimes(packets, source, start.packets(), keys, rate);
                if (confirmed.index(true).keys() > 1 && seeking(confirmed, start) == Survey.Seeking.TRUSTED) {
                    seeking = Survey.Seeking.CONFIRMED_KEYS;
                    times = confirmed;
                }
            }
            boolean seekable = seeking == Survey.Seeking.TRUSTED || seeking == Survey.Seeking.CONFIRMED_KEYS;
            LOG.debug("{}: {} frames, reached by seeking: {}", file, times.frames(), seeking);
            FrameIndex index = times.index(seekable);
            brokenEnd |= start.whole() && start.brokenEnd();
            boolean truncated = brokenEnd || isTruncated(source, packets, index.duration());
            return new Survey(index, times, start, seeking, places, truncated);
        }
    }

    private SequentialDecode whole(SequentialDecode start) throws VideoException {
        SequentialDecode whole =
                start.whole() ? start : new SequentialDecode(file, Integer.MAX_VALUE, progress.part(0.6, 0.9));
        if (whole.frames() == 0) {
            throw undecodable(file);
        }
        return whole;
    }

    static double declaredRate(Demuxer source) {
        AVRational rate = avformat.av_guess_frame_rate(source.context(), source.stream(), null);
        return rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
    }

    private static VideoException undecodable(Path file) {
        return new VideoException(
                Reason.name(file) + " holds no frame that can be decoded; it is damaged or cut short. "
                        + "Copy it again from where it was recorded.");
    }

    private static boolean isTruncated(Demuxer source, PacketTable packets, long duration) {
        boolean promised = source.context().duration_estimation_method() == avformat.AVFMT_DURATION_FROM_STREAM
                && source.context().duration() > duration + PROMISED_MICROS + start(source);
        boolean torn = source.context().iformat().name().getString().equals("mpegts")
                && source.bytes() % TRANSPORT_PACKET != 0
                && source.bytes() % (TRANSPORT_PACKET + Integer.BYTES) != 0;
        return promised
                || torn
                || source.damaged()
                || source.stream().nb_frames() > packets.size()
                || packets.isCorrupt(packets.size() - 1);
    }

    /** When the first stream begins, in microseconds; containers differ in whether their duration includes it. */
    private static long start(Demuxer source) {
        long start = source.context().start_time();
        return start == avutil.AV_NOPTS_VALUE ? 0 : Math.max(0, start);
    }

    /** Enough frames to reach a little beyond the second key frame. */
    private static int headLength(FrameTimes times) {
        FrameIndex index = times.index(false);
        int second = index.keys() > 1 ? index.keyFrame(1) : index.frames();
        return Math.min(second + COMPARED_AT_HEAD, LONGEST_HEAD);
    }

    /** True when the decoder gave the frames that the packets promise. */
    private static boolean headAgrees(SequentialDecode head, FrameTimes times) {
        int[] promised = times.order();
        int[] decoded = head.packets();
        int count = decoded.length;
        if (count == 0 || count > promised.length) {
            return false;
        }
        if (times.ordered()) {
            return Arrays.equals(decoded, 0, count, promised, 0, count);
        }
        // Without stamps the order inside a group of pictures is unknown, but a key frame must come at its packet's
        // number.
        FrameIndex index = times.index(false);
        int second = index.keys() > 1 ? index.keyFrame(1) : count;
        return second < count ? decoded[second] == second : count == promised.length;
    }

    /** True when decoding from the last key frame but one gives as many frames as the packets promise. */
    private boolean tailAgrees(FrameIndex index) throws VideoException {
        if (!index.seekable() || index.keys() < 2) {
            return true;
        }
        int key = index.keys() - 2;
        int first = index.keyFrame(key);
        KeyedDecode tail;
        try (FrameCursor cursor = new FrameCursor(file, index)) {
            tail = new KeyedDecode(cursor, key, first, Integer.MAX_VALUE, progress);
        }
        brokenEnd = tail.landed() && tail.brokenEnd();
        // Where it cannot seek there, the comparison of frames will say so.
        return !tail.landed() || tail.frames() == index.frames() - first;
    }

    /**
     * Compares frames reached by seeking with the same frames of a longer decode: from the start of the file as far as that
     * was decoded, further on from the key frame before.
     */
    private Survey.Seeking seeking(FrameTimes times, SequentialDecode start) throws VideoException {
        FrameIndex index = times.index(true);
        if (!index.seekable()) {
            return Survey.Seeking.CLOCK_SET_BACK;
        }
        progress.report(0.9, "comparing frames of " + Reason.name(file));
        places = 0;
        if (index.keys() < 2) {
            return Survey.Seeking.TRUSTED;
        }
        int second = index.keyFrame(1);
        boolean agrees = second < start.frames();
        try (FrameCursor cursor = new FrameCursor(file, index)) {
            agrees = agrees && agrees(cursor, start, second);
            for (int frame : sample(index)) {
                agrees = agrees && agrees(cursor, start, frame);
            }
        }
        return agrees ? Survey.Seeking.TRUSTED : Survey.Seeking.WRONG_FRAMES;
    }

    /** Frames spread over the file, always the same ones, and the last. */
    private static int[] sample(FrameIndex index) {
        Random random = new Random(index.frames());
        int[] frames = new int[PLACES + 1];
        for (int i = 0; i < PLACES; i++) {
            int from = (int) ((long) index.frames() * i / PLACES);
            int to = (int) ((long) index.frames() * (i + 1) / PLACES);
            frames[i] = from + random.nextInt(Math.max(1, to - from));
        }
        frames[PLACES] = index.frames() - 1;
        return frames;
    }

    /** Compares the frames from the key frame before a frame up to it. */
    private boolean agrees(FrameCursor cursor, SequentialDecode start, int frame) throws VideoException {
        FrameIndex index = cursor.index();
        int key = index.keyNumber(frame);
        if (key < 1) {
            return true; // reached from the start anyway
        }
        places++;
        int first = index.keyFrame(key);
        int count = Math.min(COMPARED, frame + 1 - first);
        if (first < start.frames()) {
            count = Math.min(start.frames() - first, Math.max(count, COMPARED_AT_HEAD));
        }
        long[] sought = sums(cursor, key, first, count);
        long[] truth = first + count <= start.frames()
                ? start.checksums(first, first + count)
                : sums(cursor, key - 1, first, count);
        return sought.length == count && Arrays.equals(truth, sought);
    }

    private long[] sums(FrameCursor cursor, int fromKey, int first, int count) throws VideoException {
        return new KeyedDecode(cursor, fromKey, first, count, progress).sums();
    }
}
