package org.ictograph.video.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.VideoException;

/**
 * Walks over the frames of a video and always knows the number of the frame it is on. It starts at a key frame, asked for
 * by its stamp and verified, and counts the frames that come out: the one method that gives the right frame in every
 * container. Where a frame carries its own time stamp, the stamp corrects the count after a damaged place. Confined to one
 * thread at a time.
 */
final class FrameCursor implements AutoCloseable {
    private static final int NOWHERE = -1;

    private final Path file;
    private final FrameIndex index;
    private final AVFrame frame;
    private Demuxer source;
    private final Decoder decoder;
    private int next = NOWHERE;
    /** Stamp of the key frame that must come first, none (the smallest number) afterwards. */
    private long awaited = AV_NOPTS_VALUE;

    /** True while frames carry presentation stamps that can be believed. */
    private boolean stamped;

    FrameCursor(Path file, FrameIndex index) throws VideoException {
        this.file = file;
        this.index = index;
        this.source = new Demuxer(file);
        try {
            this.decoder = new Decoder(source);
        } catch (VideoException failure) {
            source.close();
            throw failure;
        }
        this.frame = Reason.allocated(avutil.av_frame_alloc());
        if (source.next()) {
            decoder.prime(source.packet());
        }
    }

    int width() {
        return source.width();
    }

    int height() {
        return source.height();
    }

    /** The frame that {@link #advance} moved to; its pixels stay valid until the next move. */
    AVFrame frame() {
        return frame;
    }

    /** Number of the frame that {@link #advance} would give; -1 when a start must be chosen first. */
    int next() {
        return next;
    }

    /** Makes sure that advancing leads to a frame, by the shortest way: onward from here or from its key frame. */
    void approach(int target) throws VideoException {
        int key = index.seekable() ? index.keyAtOrBefore(target) : 0;
        if (next == NOWHERE || next > target || next < key) {
            startAt(key);
        }
    }

    /** Makes the frame at a key frame the next one. Without trust in the file's seeking only frame 0 will do. */
    void startAt(int key) throws VideoException {
        decoder.flush();
        if (found(key)) {
            next = key;
            stamped = source.stampedForShow();
            awaited = stamped ? index.keyStamp(index.keyNumber(key)) : AV_NOPTS_VALUE;
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
    int advance() {
        while (decoder.next(source, frame)) {
            if (stamped && frame.pts() != AV_NOPTS_VALUE && frame.pts() < awaited) {
                continue; // belongs before the key frame (open group of pictures) and lacks what it builds on
            }
            awaited = AV_NOPTS_VALUE;
            int number = Math.max(next, ownNumber());
            next = number + 1;
            return number;
        }
        next = NOWHERE;
        return NOWHERE;
    }

    /** The frame number that the frame's own stamp says, -1 when it says none exactly. */
    private int ownNumber() {
        if (!stamped || frame.pts() == AV_NOPTS_VALUE) {
            return NOWHERE;
        }
        long micros = FrameTimes.micros(frame.pts() - index.keyStamp(0), source) + index.microsOf(index.keyFrame(0));
        int number = index.frameAt(micros);
        return index.microsOf(number) == micros ? number : NOWHERE;
    }

    /**
     * Decodes a key frame and nothing else; afterwards a start must be chosen anew.
     *
     * @return false when it cannot be had alone
     */
    boolean keyAlone(int key) {
        next = NOWHERE;
        decoder.flush();
        boolean decoded = found(key) && source.next() && decoder.alone(source.packet(), frame);
        decoder.flush();
        return decoded;
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        decoder.close();
        source.close();
    }
}
