package org.ictograph.video.ffmpeg;

import java.nio.file.Files;
import java.util.function.IntFunction;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.LumaVisitor;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Picture;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames with one decoder, one scaler and a cache of the frames around the last one asked for; going backwards, with
 * one more decoder that works ahead.
 */
final class FfmpegFrameReader implements FrameReader {
    private static final int REPORT_EVERY = 256;
    /** A move back by at most so many frames is a step or backward play, not a jump. */
    private static final int LONGEST_STEP = 64;
    /** Share of the cache that is made ready at a time when going backwards. */
    private static final int STRETCHES = 3;
    /** More threads gain little, and each holds a frame back. */
    private static final int MOST_THREADS = 4;

    private final Reel reel;
    private final OpticalFlow flow;
    private final FrameIndex index;
    private final ReelCursor cursor;
    private final FrameCache cache = new FrameCache();
    private final Deinterlacer deinterlacer = new Deinterlacer();
    private final Rewind rewind;
    private final AVFrame found = Reason.allocated(avutil.av_frame_alloc());
    private int onScreen = -1;
    private final FrameScaler scaler = new FrameScaler(swscale.SWS_BILINEAR);
    private @Nullable AVFrame screen;
    private boolean closed;

    FfmpegFrameReader(Reel reel, OpticalFlow flow) throws VideoException {
        this.reel = reel;
        this.flow = flow;
        this.index = reel.index();
        this.cursor =
                new ReelCursor(reel, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors() / 2));
        this.rewind = new Rewind(reel, cache);
    }

    @Override
    public FrameIndex index() {
        return index;
    }

    @Override
    public OpticalFlow flow() {
        return flow;
    }

    @Override
    public int width() {
        return cursor.width();
    }

    @Override
    public int height() {
        return cursor.height();
    }

    @Override
    public boolean hasSound() {
        return cursor.hasSound();
    }

    @Override
    public void read(int frame, Picture into) throws VideoException {
        paint(decoded(frame), into);
    }

    private AVFrame decoded(int frame) throws VideoException {
        if (frame < 0 || frame >= index.frames()) {
            throw new IllegalArgumentException("There is no frame " + frame + " of " + index.frames());
        }
        boolean backwards = frame < onScreen && onScreen - frame <= LONGEST_STEP;
        onScreen = frame;
        cache.look(frame, backwards);
        if (backwards) {
            rewind.await(frame);
        } else {
            rewind.keepOnlyFor(frame);
        }
        AVFrame shown = cache.get(frame, found) ? found : forward(frame);
        if (backwards && !rewind.busy()) {
            prepareBefore(frame, FrameCache.capacity(shown) / STRETCHES);
        }
        return shown;
    }

    /** Has the nearest frames made ready that are not at hand, when there are few between. */
    private void prepareBefore(int frame, int stretch) {
        int last = frame - 1;
        while (last >= 0 && frame - last <= stretch && cache.has(last)) {
            last--;
        }
        if (last >= 0 && frame - last <= stretch) {
            rewind.begin(Math.max(0, last - stretch + 1), last);
        }
    }

    private AVFrame forward(int frame) throws VideoException {
        cursor.approach(frame);
        int number;
        do {
            number = cursor.advance();
            if (number >= 0) {
                cache.add(number, cursor.frame());
            }
        } while (number >= 0 && number < frame);
        if (number != frame) {
            throw damaged(frame);
        }
        return cursor.frame();
    }

    private VideoException damaged(int frame) {
        if (!Files.isReadable(cursor.fileOf(frame))) {
            return new VideoException(Reason.name(cursor.fileOf(frame)) + " has gone from "
                    + cursor.fileOf(frame).toAbsolutePath().getParent()
                    + " while it was read. Connect the disk it is on, then go to the frame again.");
        }
        return new VideoException("Frame " + frame + " of " + Reason.name(cursor.fileOf(frame))
                + " cannot be decoded; the file is damaged there. Go on at a later frame.");
    }

    @Override
    public int readKey(int frame, Picture into) throws VideoException {
        int key = index.keyAtOrBefore(frame);
        if (cache.get(key, found)) {
            paint(found, into);
        } else if (cursor.next() != key && cursor.keyAlone(key)) {
            paint(cursor.frame(), into);
        } else {
            read(key, into);
        }
        return key;
    }

    @Override
    public void scan(int from, int to, LumaVisitor visitor, Progress progress) throws VideoException {
        if (from < 0 || to > index.frames() || from > to) {
            throw new IllegalArgumentException("There are no frames " + from + " to " + to + " of " + index.frames());
        }
        if (from == to) {
            return;
        }
        try (ScanAhead ahead = new ScanAhead(cursor, deinterlacer, from, to, progress)) {
            int number = -1;
            while (number < to - 1) {
                progress.check();
                ScanAhead.Seen seen = ahead.next();
                number = seen.frame;
                if (number < 0) {
                    throw damaged(to - 1);
                }
                if (number < to) {
                    visitor.visit(number, index.microsOf(number), seen.luma);
                }
                if (number % REPORT_EVERY == 0 && number > from) {
                    progress.report(
                            (number - from) / (double) (to - from), "decoding " + Reason.name(cursor.fileOf(number)));
                }
            }
        }
    }

    @Override
    public void glance(long step, long stretch, IntFunction<LumaVisitor> stretches, Progress progress)
            throws VideoException {
        new Glance(reel, step, stretch).show(stretches, progress);
    }

    private void paint(AVFrame frame, Picture into) {
        AVFrame target = screen;
        if (target == null || target.width() != into.width() || target.height() != into.height()) {
            if (target != null) {
                Planes.free(target);
            }
            target = Planes.frame(into.width(), into.height(), avutil.AV_PIX_FMT_BGRA);
            screen = target;
        }
        scaler.scale(deinterlacer.of(frame), target);
        Planes.copyOut(target, 0, into.width() * 4, into.height(), into.bgra());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        rewind.close();
        cache.close();
        avutil.av_frame_free(found);
        if (screen != null) {
            Planes.free(screen);
        }
        scaler.close();
        deinterlacer.close();
        cursor.close();
    }
}
