package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avformat;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the frame index of a file and decides whether its frames can be reached by seeking. Packets are cheap to read, but
 * they are not always frames (packed or undecodable ones), so the head and the tail are decoded and compared with what the
 * packets promise; where they differ the whole file is decoded and its frames are counted. Then frames reached by seeking
 * are compared with the same frames of a sequential decode.
 */
final class Surveyor {
    private static final Logger LOG = LoggerFactory.getLogger(Surveyor.class);
    /** Frames compared after each key frame reached by seeking. */
    private static final int COMPARED = 6;
    /** Head frames decoded when no second key frame comes earlier. */
    private static final int LONGEST_HEAD = 3000;

    private final Path file;
    private final Progress progress;

    private Surveyor(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    static Survey survey(Path file, Progress progress) throws VideoException {
        return new Surveyor(file, progress).survey();
    }

    private Survey survey() throws VideoException {
        try (Demuxer source = new Demuxer(file)) {
            double rate = declaredRate(source);
            PacketTable packets = PacketTable.of(source, progress.part(0, 0.6));
            if (packets.size() == 0) {
                throw undecodable();
            }
            FrameTimes times = new FrameTimes(packets, source, new int[0], rate);
            SequentialDecode head = new SequentialDecode(file, headLength(times), progress);
            if (!headAgrees(head, times) || !tailAgrees(times.index(true))) {
                LOG.debug("{}: packets are not frames, decoding all of it", file);
                head = new SequentialDecode(file, Integer.MAX_VALUE, progress);
                if (head.frames() == 0) {
                    throw undecodable();
                }
                times = new FrameTimes(packets, source, head.packets(), rate);
            }
            progress.report(0.9, "comparing frames of " + Reason.name(file));
            boolean seekable = randomAccessAgrees(times.index(true), head);
            LOG.debug("{}: {} frames, random access {}", file, times.frames(), seekable);
            return new Survey(times.index(seekable), times, head.interlaced(), isTruncated(source, packets));
        }
    }

    static double declaredRate(Demuxer source) {
        AVRational rate = avformat.av_guess_frame_rate(source.context(), source.stream(), null);
        return rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
    }

    private VideoException undecodable() {
        return new VideoException(
                Reason.name(file) + " holds no frame that can be decoded; it is damaged or cut short. "
                        + "Copy it again from where it was recorded.");
    }

    private static boolean isTruncated(Demuxer source, PacketTable packets) {
        return source.damaged()
                || source.stream().nb_frames() > packets.size()
                || packets.isCorrupt(packets.size() - 1);
    }

    /** Enough frames to reach a little beyond the second key frame. */
    private static int headLength(FrameTimes times) {
        FrameIndex index = times.index(false);
        int second = index.keys() > 1 ? index.keyFrame(1) : index.frames();
        return Math.min(second + COMPARED, LONGEST_HEAD);
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
        int key = index.keyFrame(Math.max(0, index.keys() - 2));
        try (FrameCursor cursor = new FrameCursor(file, index)) {
            cursor.startAt(key);
            if (cursor.next() != key) {
                return true; // cannot seek there; the comparison of frames will say so
            }
            int count = 0;
            while (cursor.advance() >= 0) {
                count++;
                progress.check();
            }
            return count == index.frames() - key;
        }
    }

    /**
     * Compares frames reached by seeking with the same frames of a longer decode: the second key frame with a decode from the
     * start, one in the middle and the last with a decode from the key frame before.
     */
    private boolean randomAccessAgrees(FrameIndex index, SequentialDecode head) throws VideoException {
        if (!index.seekable()) {
            return false;
        }
        if (index.keys() < 2) {
            return true;
        }
        int second = index.keyFrame(1);
        int fromStart = Math.min(COMPARED, head.frames() - second);
        boolean agrees = fromStart > 0
                && Arrays.equals(head.checksums(second, second + fromStart), checksums(index, 1, second, fromStart));
        for (int key : new int[] {index.keys() / 2, index.keys() - 1}) {
            int frame = index.keyFrame(key);
            int count = Math.min(COMPARED, index.frames() - frame);
            agrees = agrees
                    && (key < 2
                            || Arrays.equals(
                                    checksums(index, key - 1, frame, count), checksums(index, key, frame, count)));
        }
        return agrees;
    }

    /** Checksums of some frames, reached from a given key frame by a fresh decoder; empty where that fails. */
    private long[] checksums(FrameIndex index, int fromKey, int first, int count) throws VideoException {
        long[] found = new long[count];
        int filled = 0;
        try (FrameCursor cursor = new FrameCursor(file, index);
                LumaPlane luma = new LumaPlane(cursor.width(), cursor.height())) {
            int start = index.keyFrame(fromKey);
            cursor.startAt(start);
            if (cursor.next() != start) {
                return new long[0];
            }
            while (filled < count) {
                int frame = cursor.advance();
                if (frame < 0) {
                    break;
                }
                if (frame == first + filled) {
                    found[filled++] = SequentialDecode.checksum(luma.of(cursor.frame()));
                }
                progress.check();
            }
        }
        return Arrays.copyOf(found, filled);
    }
}
