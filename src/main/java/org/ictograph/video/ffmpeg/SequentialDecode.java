package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32C;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** The first frames of a file as a plain decode from its start gives them: the truth that all other ways must match. */
final class SequentialDecode {
    private int[] packets = new int[1024];
    private long[] sums = new long[1024];
    private final BitSet keys = new BitSet();
    private final boolean whole;
    private int frames;
    private int interlaced;
    private boolean brokenEnd;

    /** Decodes up to {@code most} frames. */
    SequentialDecode(Path file, int most, Progress progress) throws VideoException {
        AVFrame frame = Reason.allocated(avutil.av_frame_alloc());
        try (Demuxer source = new Demuxer(file).numbering();
                Decoder decoder = new Decoder(source);
                LumaPlane luma = new LumaPlane(source.width(), source.height())) {
            while (frames < most && decoder.next(source, frame)) {
                progress.check();
                keys.set(frames, (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0);
                interlaced += (frame.flags() & AVFrame.AV_FRAME_FLAG_INTERLACED) != 0 ? 1 : 0;
                brokenEnd = isBroken(frame);
                add((int) frame.pts(), checksum(luma.of(frame)));
            }
            whole = frames < most;
        } finally {
            avutil.av_frame_free(frame);
        }
    }

    private void add(int packet, long sum) {
        if (frames == packets.length) {
            packets = Arrays.copyOf(packets, frames * 2);
            sums = Arrays.copyOf(sums, frames * 2);
        }
        packets[frames] = packet;
        sums[frames] = sum;
        frames++;
    }

    /** True when the decoder says that part of a frame is guessed. */
    static boolean isBroken(AVFrame frame) {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0;
    }

    static long checksum(byte[] luma) {
        CRC32C sum = new CRC32C();
        sum.update(luma);
        return sum.getValue();
    }

    /** Number of frames decoded. */
    int frames() {
        return frames;
    }

    /** Number of the packet each frame came from, in presentation order. */
    int[] packets() {
        return Arrays.copyOf(packets, frames);
    }

    /** Checksums of the brightness of frames {@code from} to {@code to} (exclusive). */
    long[] checksums(int from, int to) {
        return Arrays.copyOfRange(sums, from, to);
    }

    /** The packets of those frames that the decoder takes for key frames, whatever the container says. */
    BitSet keyPackets() {
        BitSet found = new BitSet();
        keys.stream().forEach(frame -> found.set(packets[frame]));
        return found;
    }

    /** How many of the frames are made of two fields. */
    int interlaced() {
        return interlaced;
    }

    /** True when the file was decoded to its end. */
    boolean whole() {
        return whole;
    }

    /** True when the last frame decoded is damaged. */
    boolean brokenEnd() {
        return brokenEnd;
    }
}
