package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the frames of a video and always knows the number of the frame it is on. It starts at a key frame, asked for
 * by its stamp and verified, and counts the frames that come out: the one method that gives the right frame in every
 * container. Where a frame carries its own time stamp, the stamp corrects the count after a damaged place. On the way to a
 * far frame those that nothing refers to are left out, where stamps tell for sure which frame comes then. Confined to one
 * thread at a time.
 */
final class FrameCursor implements AutoCloseable {
    private static final int NOWHERE = -1;
    /** Frames before a target that are decoded all the same, since whoever goes somewhere often looks around there. */
    private static final int NEAR = 3;

    private final Path file;
    private final FrameIndex index;
    private final AVFrame frame;
    private Demuxer source;
    private final Decoder decoder;
    /** For key frames alone: without the hand-overs of a decoder with threads it has one sooner. */
    private @Nullable Decoder single;
    /** The file's first packet, by which every decoder must be primed; null when the file has none. */
    private @Nullable AVPacket first;

    private int next = NOWHERE;
    /** Stamp of the key frame that must come first, none (the smallest number) afterwards. */
    private long awaited = AV_NOPTS_VALUE;

    /** True while frames carry presentation stamps that can be believed. */
    private boolean stamped;
    /** True when the index's times are those of the stamps: false when a person stated another rate. */
    private final boolean timedByStamps;
    /** True for an overview: no frame is worth waiting for. */
    private final boolean hasty;
    /** False once leaving out frames led astray in this file. */
    private boolean leaps = true;
    /** Frame that must come next, frames before it being left out; nowhere when all frames come. */
    private int landing = NOWHERE;

    FrameCursor(Path file, FrameIndex index) throws VideoException {
        this(file, index, 1);
    }

    /** @param threads that decode, see {@link Decoder} */
    FrameCursor(Path file, FrameIndex index, int threads) throws VideoException {
        this(file, index, threads, false);
    }

    /**
     * A cursor for an overview: it leaves out the frames that nothing refers to wherever stamps still tell which frame comes,
     * and does not smooth the edges of blocks.
     */
    static FrameCursor hasty(Path file, FrameIndex index) throws VideoException {
        FrameCursor cursor = new FrameCursor(file, index, 1, true);
        cursor.decoder.leaveEdges();
        return cursor;
    }

    private FrameCursor(Path file, FrameIndex index, int threads, boolean hasty) throws VideoException {
        this.file = file;
        this.index = index;
        this.hasty = hasty;
        this.source = new Demuxer(file);
        try {
            this.decoder = new Decoder(source, threads);
        } catch (VideoException failure) {
            source.close();
            throw failure;
        }
        this.timedByStamps = timedByStamps();
        this.frame = Reason.allocated(avutil.av_frame_alloc());
        if (source.next()) {
            first = Reason.allocated(avcodec.av_packet_clone(source.packet()));
            decoder.prime(first);
        }
    }

    /** The frames it walks over. */
    FrameIndex index() {
        return index;
    }

    int width() {
        return source.width();
    }

    int height() {
        return source.height();
    }

    /** True when the file has sound, and frames have the times of their stamps. */
    boolean hasSound() {
        return timedByStamps && source.hasSound();
    }

    /** The frame that {@link #advance} moved to; its pixels stay valid until the next move. */
    AVFrame frame() {
        return frame;
    }

    /** Number of the frame that {@link #advance} would give; -1 when a start must be chosen first. */
    int next() {
        return next;
    }

    private boolean timedByStamps() {
        for (int key = 0; index.seekable() && key < index.keys(); key++) {
            if (Math.abs(micros(index.keyStamp(key)) - index.microsOf(index.keyFrame(key))) > 1) {
                return false;
            }
        }
        return index.seekable();
    }

    /** Time of a stamp, in microseconds since the first frame. */
    private long micros(long stamp) {
        return FrameTimes.micros(stamp - index.keyStamp(0), source) + index.microsOf(index.keyFrame(0));
    }

    /**
     * Makes sure that advancing leads to a frame, by the shortest way: onward from here or from its key frame. Frames well
     * before it may be left out.
     */
    void approach(int target) throws VideoException {
        int key = index.seekable() ? index.keyAtOrBefore(target) : 0;
        landing = NOWHERE;
        if (next == NOWHERE || next > target || next < key) {
            startAt(key);
        }
        int near = target - NEAR;
        while (near > next && index.microsOf(near) - index.microsOf(near - 1) <= 1) {
            near--; // frames with the same stamp cannot be told apart
        }
        if (leaps && !hasty && stamped && near > next && decoder.canLeaveOut()) {
            landing = near;
        }
    }

    private boolean isSpare(AVPacket packet) {
        if (hasty) {
            return stamped && decoder.canLeaveOut();
        }
        return landing != NOWHERE && packet.pts() != AV_NOPTS_VALUE && micros(packet.pts()) < index.microsOf(landing);
    }

    /** Makes the frame at a key frame the next one. Without trust in the file's seeking only frame 0 will do. */
    void startAt(int key) throws VideoException {
        decoder.flush();
        landing = NOWHERE;
        if (found(key)) {
            next = key;
            stamped = timedByStamps && source.stampedForShow();
            awaited = source.stampedForShow() ? index.keyStamp(index.keyNumber(key)) : AV_NOPTS_VALUE;
            return;
        }
        Demuxer fromStart = new Demuxer(file);
        source.close();
        source = fromStart;
        next = 0;
        stamped = false;
        awaited = AV_NOPTS_VALUE;
    }

    private boolean found(int key) {
        return index.seekable() && index.isKey(key) && source.seek(index.keyStamp(index.keyNumber(key)));
    }

    /**
     * Decodes the next frame.
     *
     * @return its number, or -1 after the last frame
     */
    int advance() throws VideoException {
        while (decoder.next(source, frame, this::isSpare)) {
            if (frame.pts() != AV_NOPTS_VALUE && frame.pts() < awaited) {
                continue; // belongs before the key frame (open group of pictures) and lacks what it builds on
            }
            awaited = AV_NOPTS_VALUE;
            int own = ownNumber();
            if (landing == NOWHERE) {
                return arrivedAt(Math.max(next, own));
            }
            if (own == landing) {
                landing = NOWHERE;
                return arrivedAt(own);
            }
            if (own < 0 || own > landing) {
                walkInstead();
            }
        }
        if (landing != NOWHERE) {
            walkInstead();
            return advance();
        }
        next = NOWHERE;
        return NOWHERE;
    }

    private int arrivedAt(int number) {
        next = number + 1;
        return number;
    }

    /** Goes back and decodes every frame, now and from now on: this file's stamps do not lead where they say. */
    private void walkInstead() throws VideoException {
        leaps = false;
        startAt(index.keyAtOrBefore(landing));
    }

    /** The frame number that the frame's own stamp says, -1 when it says none exactly. */
    private int ownNumber() {
        if (!stamped || frame.pts() == AV_NOPTS_VALUE) {
            return NOWHERE;
        }
        long micros = micros(frame.pts());
        int number = index.frameAt(micros);
        return index.microsOf(number) == micros ? number : NOWHERE;
    }

    /**
     * Decodes a key frame and nothing else; afterwards a start must be chosen anew.
     *
     * @return false when it cannot be had alone
     */
    boolean keyAlone(int key) throws VideoException {
        next = NOWHERE;
        landing = NOWHERE;
        if (!found(key) || !source.next()) {
            return false;
        }
        boolean decoded = single().alone(source.packet(), frame);
        single().flush();
        return decoded;
    }

    private Decoder single() throws VideoException {
        Decoder own = single;
        if (own == null) {
            own = new Decoder(source);
            if (first != null) {
                own.prime(first);
            }
            single = own;
        }
        return own;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        if (first != null) {
            avcodec.av_packet_free(first);
        }
        if (single != null) {
            single.close();
        }
        decoder.close();
        source.close();
    }
}
