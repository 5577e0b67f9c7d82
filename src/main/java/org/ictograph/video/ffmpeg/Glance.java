package org.ictograph.video.ffmpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * A hasty look at a whole recording: one decoder per processor, each at another stretch. Decoders of one thread side by side
 * use the processors better than one decoder of many threads.
 */
final class Glance {
    private final Reel reel;
    private final FrameIndex index;
    private final long step;
    private final long stretch;
    private final int count;
    private final AtomicInteger next = new AtomicInteger();

    /** For the parameters see {@link org.ictograph.video.FrameReader#glance}. */
    Glance(Reel reel, long step, long stretch) {
        this.reel = reel;
        this.index = reel.index();
        this.step = step;
        this.stretch = stretch;
        this.count = (int) ((index.duration() + stretch - 1) / stretch);
    }

    void show(IntFunction<LumaVisitor> stretches, Progress progress) throws VideoException {
        boolean anywhere =
                reel.pieces().stream().allMatch(piece -> piece.index().seekable());
        int workers = anywhere ? Math.min(count, Runtime.getRuntime().availableProcessors()) : 1;
        List<Lane> lanes = new ArrayList<>();
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        try {
            for (int worker = 0; worker < workers; worker++) {
                Lane lane = new Lane("glance-" + worker);
                lanes.add(lane);
                all.add(lane.submit(() -> work(stretches, progress)));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof VideoException video) {
                throw video;
            }
            if (failure.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw failure;
        } finally {
            lanes.forEach(Lane::close);
        }
    }

    /** Takes one stretch after another until none is left or one failed. */
    private boolean work(IntFunction<LumaVisitor> stretches, Progress progress) throws VideoException {
        boolean done = false;
        try (ReelCursor cursor = ReelCursor.hasty(reel);
                LumaPlane luma = new LumaPlane(cursor.width(), cursor.height())) {
            for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                look(cursor, luma, n, stretches.apply(n), progress);
                progress.report((double) (n + 1) / count, "looking over the film");
            }
            done = true;
        } finally {
            if (!done) {
                next.set(count);
            }
        }
        return done;
    }

    private void look(ReelCursor cursor, LumaPlane luma, int n, LumaVisitor visitor, Progress progress)
            throws VideoException {
        int from = index.firstFrom(n * stretch);
        int to = index.firstFrom((n + 1) * stretch);
        if (from == to) {
            return;
        }
        cursor.approach(from);
        long due = Long.MIN_VALUE;
        int number = cursor.advance();
        while (number >= 0 && number < to) {
            progress.check();
            long micros = index.microsOf(number);
            if (number >= from && micros >= due) {
                due = (micros / step + 1) * step;
                visitor.visit(number, micros, luma.of(cursor.frame()));
            }
            number = cursor.advance();
        }
    }
}
