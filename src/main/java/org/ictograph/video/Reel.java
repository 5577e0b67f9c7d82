package org.ictograph.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * The files of one recording in the order in which they follow each other, joined on one time axis. Frames are numbered
 * through all files; where a file ends before the next begins there is a gap. Immutable.
 */
public final class Reel {
    /** Two files whose ends are nearer than this many usual frame lengths follow each other without a gap. */
    private static final double SEAM = 1.5;

    /**
     * One file on the time axis.
     *
     * @param index times within the file, from its own first frame
     * @param start when its first frame is shown, in microseconds since the first frame of the recording
     * @param firstFrame number of its first frame within the recording
     */
    public record Piece(Path file, FrameIndex index, long start, int firstFrame) {
        /** Number of the frame after the last. */
        public int endFrame() {
            return firstFrame + index.frames();
        }

        /** When the last frame ends. */
        public long end() {
            return start + index.duration();
        }
    }

    /**
     * A file to join.
     *
     * @param start when its first frame is shown; moved on where it would lie before the end of the file before
     */
    public record Part(Path file, FrameIndex index, long start) {}

    private final List<Piece> pieces;
    private final FrameIndex index;

    private Reel(List<Piece> pieces, long end) {
        this.pieces = List.copyOf(pieces);
        FrameIndex only = pieces.get(0).index();
        boolean alone = pieces.size() == 1 && pieces.get(0).start() == 0 && end <= only.duration();
        this.index = alone ? only : joined(pieces, end);
    }

    /** A recording of one file. */
    public static Reel of(Path file, FrameIndex index) {
        return new Reel(List.of(new Piece(file, index, 0, 0)), 0);
    }

    /** A recording of several files in order, at least one; the first starts at 0. */
    public static Reel of(List<Part> parts) {
        if (parts.isEmpty() || parts.get(0).start() != 0) {
            throw new IllegalArgumentException("A recording has at least one file, and the first starts at 0.");
        }
        return of(parts, 0);
    }

    /**
     * What is there of a recording of which files are missing, at least one file in order; where one is missing there is a
     * gap.
     *
     * @param end when the whole recording ends
     */
    public static Reel of(List<Part> parts, long end) {
        List<Piece> pieces = new ArrayList<>();
        long filmed = 0;
        int frames = 0;
        for (Part part : parts) {
            Piece piece = new Piece(part.file(), part.index(), Math.max(filmed, part.start()), frames);
            pieces.add(piece);
            filmed = piece.end();
            frames = piece.endFrame();
        }
        return new Reel(pieces, end);
    }

    private static FrameIndex joined(List<Piece> pieces, long end) {
        Piece last = pieces.get(pieces.size() - 1);
        long[] micros = new long[last.endFrame()];
        boolean[] keys = new boolean[micros.length];
        List<Span> gaps = new ArrayList<>();
        long filmed = 0;
        for (Piece piece : pieces) {
            FrameIndex own = piece.index();
            if (piece.start() - filmed > SEAM * own.duration() / own.frames()) {
                gaps.add(new Span(filmed, piece.start()));
            }
            for (int i = 0; i < own.frames(); i++) {
                micros[piece.firstFrame() + i] = piece.start() + own.microsOf(i);
            }
            for (int key = 0; key < own.keys(); key++) {
                keys[piece.firstFrame() + own.keyFrame(key)] = true;
            }
            own.gaps()
                    .spans()
                    .forEach(gap -> gaps.add(new Span(piece.start() + gap.start(), piece.start() + gap.end())));
            filmed = piece.end();
        }
        if (end - filmed > SEAM * last.index().duration() / last.index().frames()) {
            gaps.add(new Span(filmed, end));
            filmed = end;
        }
        return new FrameIndex(micros, keys, filmed, new long[0], new SpanSet(gaps));
    }

    /** The files, in order. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** The times of all frames of the recording. For more than one file it cannot be asked for stamps. */
    public FrameIndex index() {
        return index;
    }

    /** Which of the pieces, counted from 0, a frame belongs to. */
    public int pieceOf(int frame) {
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (pieces.get(middle).firstFrame() <= frame) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
