package org.ictograph.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of work that do not depend on each other, done by a few lanes at once: each takes the next piece until none is left.
 * One that fails lets the others finish what they do, and no further piece begins.
 */
public final class SideBySide {
    private final Piece piece;
    private final double[] done;
    private final Progress whole;
    private double sum;
    private final AtomicInteger next = new AtomicInteger();
    private volatile @Nullable Exception failure;

    /** What is done for one piece. */
    @FunctionalInterface
    public interface Piece {
        /**
         * @param number from 0
         * @param progress of this piece
         */
        void work(int number, Progress progress) throws Exception;
    }

    private SideBySide(int pieces, Piece piece, Progress whole) {
        this.piece = piece;
        this.done = new double[pieces];
        this.whole = whole;
    }

    /**
     * Does all pieces and returns when the last one is done. With one lane they are done in order.
     *
     * @param name of the lanes
     * @param atOnce how many lanes, at least one
     * @param progress of the whole, in which each piece has the same share
     * @throws Exception what a piece threw, the first of them
     */
    public static void work(String name, int pieces, int atOnce, Piece piece, Progress progress) throws Exception {
        SideBySide work = new SideBySide(pieces, piece, progress);
        if (Math.min(pieces, atOnce) <= 1) {
            work.takePieces();
        } else {
            work.share(name, Math.min(pieces, atOnce));
        }
        Exception broken = work.failure;
        if (broken != null) {
            throw broken;
        }
    }

    private void share(String name, int atOnce) {
        List<Lane> lanes = new ArrayList<>();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        try {
            for (int lane = 1; lane <= atOnce; lane++) {
                Lane made = new Lane(name + "-" + lane);
                lanes.add(made);
                all.add(made.submit(this::takePieces));
            }
            all.forEach(CompletableFuture::join);
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    private boolean takePieces() {
        for (int number = next.getAndIncrement(); number < done.length; number = next.getAndIncrement()) {
            try {
                piece.work(number, part(number));
                report(number, 1, "");
            } catch (Exception broken) {
                fail(broken);
            }
        }
        return true;
    }

    private synchronized void fail(Exception broken) {
        next.set(done.length);
        if (failure == null) {
            failure = broken;
        }
    }

    private Progress part(int number) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                SideBySide.this.report(number, fraction, what);
            }

            @Override
            public boolean cancelled() {
                return failure != null || whole.cancelled();
            }
        };
    }

    private synchronized void report(int number, double fraction, String what) {
        sum += fraction - done[number];
        done[number] = fraction;
        if (!what.isEmpty()) {
            whole.report(Math.min(1, sum / done.length), what);
        }
    }
}
