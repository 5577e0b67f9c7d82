package org.ictograph.video.ffmpeg;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;

/**
 * Walks over the frames of a recording of one or more files, numbered through. One file is open at a time. Confined to one
 * thread at a time.
 */
final class ReelCursor implements AutoCloseable {
    private final Reel reel;
    private final int threads;
    private final boolean hasty;
    private final int width;
    private final int height;
    private final boolean sound;
    private int piece;
    private FrameCursor cursor;

    ReelCursor(Reel reel) throws VideoException {
        this(reel, 1, false);
    }

    /** A cursor for an overview, see {@link FrameCursor#hasty}. */
    static ReelCursor hasty(Reel reel) throws VideoException {
        return new ReelCursor(reel, 1, true);
    }

    /** @param threads that decode, see {@link Decoder} */
    ReelCursor(Reel reel, int threads) throws VideoException {
        this(reel, threads, false);
    }

    private ReelCursor(Reel reel, int threads, boolean hasty) throws VideoException {
        this.reel = reel;
        this.threads = threads;
        this.hasty = hasty;
        this.cursor = opened(0);
        this.width = cursor.width();
        this.height = cursor.height();
        this.sound = cursor.hasSound();
    }

    private FrameCursor opened(int number) throws VideoException {
        Reel.Piece wanted = reel.pieces().get(number);
        return hasty
                ? FrameCursor.hasty(wanted.file(), wanted.index())
                : new FrameCursor(wanted.file(), wanted.index(), threads);
    }

    private void change(int number) throws VideoException {
        if (number == piece) {
            return;
        }
        FrameCursor other = opened(number);
        if (other.width() != width || other.height() != height) {
            other.close();
            throw new VideoException("The picture of "
                    + Reason.name(reel.pieces().get(number).file()) + " is "
                    + other.width() + "×" + other.height() + ", that of the files before it " + width + "×" + height
                    + ". Add it as a recording of its own.");
        }
        cursor.close();
        cursor = other;
        piece = number;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** True when the first file has sound whose times are those of its frames. */
    boolean hasSound() {
        return sound;
    }

    /** The file that a frame lies in. */
    Path fileOf(int frame) {
        return reel.pieces().get(reel.pieceOf(frame)).file();
    }

    /** The frame that {@link #advance} moved to; its pixels stay valid until the next move. */
    AVFrame frame() {
        return cursor.frame();
    }

    private int first() {
        return reel.pieces().get(piece).firstFrame();
    }

    /** Number of the frame that {@link #advance} would give; -1 when a start must be chosen first. */
    int next() {
        return cursor.next() < 0 ? -1 : first() + cursor.next();
    }

    /** Makes sure that advancing leads to a frame, by the shortest way. */
    void approach(int target) throws VideoException {
        change(reel.pieceOf(target));
        cursor.approach(target - first());
    }

    /**
     * Decodes the next frame, in the next file where one ends.
     *
     * @return its number, or -1 after the last frame
     */
    int advance() throws VideoException {
        int number = cursor.advance();
        while (number < 0 && piece + 1 < reel.pieces().size()) {
            change(piece + 1);
            cursor.startAt(0);
            number = cursor.advance();
        }
        return number < 0 ? -1 : first() + number;
    }

    /**
     * Decodes a key frame and nothing else; afterwards a start must be chosen anew.
     *
     * @return false when it cannot be had alone
     */
    boolean keyAlone(int key) throws VideoException {
        change(reel.pieceOf(key));
        return cursor.keyAlone(key - first());
    }

    @Override
    public void close() {
        cursor.close();
    }
}
