package org.ictograph.video.ffmpeg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/**
 * Cuts many clips of one source in one pass: frames are decoded once, in order, and each is handed to all clips that show
 * it, which crop, scale and encode on {@link EncoderLanes}. Long holes between clips are jumped over. So all cages
 * of a window share one decode and one seek.
 */
final class ClipCutter implements AutoCloseable {
    /** Frames that are rather decoded than jumped over. */
    private static final int LONG_HOLE = 48;

    private final Deque<Wanted> waiting;
    private final List<Wanted> active = new ArrayList<>();
    private final ReelCursor cursor;
    private final EncoderLanes lanes;
    private final Deinterlacer deinterlacer = new Deinterlacer();
    private final FrameScaler scaler = new FrameScaler(swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND);

    /** How far an order has got. */
    private static final class Wanted {
        final int number;
        final ClipOrder order;
        int position;

        Wanted(int number, ClipOrder order) {
            this.number = number;
            this.order = order;
        }

        int frame() {
            return order.frames().get(position);
        }

        boolean complete() {
            return position == order.frames().size();
        }

        /** Passes over all positions that show the present frame; tells how many. */
        int take() {
            int frame = frame();
            int from = position;
            while (!complete() && frame() == frame) {
                position++;
            }
            return position - from;
        }
    }

    private ClipCutter(Reel source, List<ClipOrder> orders, OpticalFlow flow) throws VideoException {
        this.cursor = new ReelCursor(source);
        this.lanes = new EncoderLanes(orders, flow);
        this.waiting = new ArrayDeque<>(IntStream.range(0, orders.size())
                .mapToObj(number -> new Wanted(number, orders.get(number)))
                .sorted(Comparator.comparingInt(Wanted::frame))
                .toList());
    }

    static List<CutClip> cut(Reel source, List<ClipOrder> orders, OpticalFlow flow, Progress progress)
            throws VideoException {
        if (orders.isEmpty()) {
            return List.of();
        }
        for (ClipOrder order : orders) {
            check(order, source.index());
        }
        try (ClipCutter cutter = new ClipCutter(source, orders, flow)) {
            cutter.checkBoxes(orders);
            return cutter.cut(progress);
        }
    }

    private static void check(ClipOrder order, FrameIndex index) {
        List<Integer> frames = order.frames();
        boolean ordered = IntStream.range(1, frames.size()).allMatch(i -> frames.get(i - 1) <= frames.get(i));
        if (frames.isEmpty() || !ordered || frames.get(0) < 0 || frames.get(frames.size() - 1) >= index.frames()) {
            throw new IllegalArgumentException("A clip needs frames of its source, in order.");
        }
        boolean moves = order.path().isEmpty()
                || (order.fit() != Fit.CENTRE_CROP && order.path().size() == frames.size());
        if (!moves || !order.path().stream().allMatch(box -> sameSize(box, order.crop()))) {
            throw new IllegalArgumentException("A crop that moves has a place in each frame and keeps its size.");
        }
        if (!(order.rate() > 0) || order.side() % 2 != 0) {
            throw new IllegalArgumentException("A clip needs a rate and an even side.");
        }
    }

    private static boolean sameSize(Box a, Box b) {
        return a.width() == b.width() && a.height() == b.height();
    }

    private boolean inPicture(Box box) {
        return box.fits(cursor.width(), cursor.height());
    }

    private void checkBoxes(List<ClipOrder> orders) throws VideoException {
        for (ClipOrder order : orders) {
            if (!inPicture(order.crop()) || !order.path().stream().allMatch(this::inPicture)) {
                throw new VideoException("A cage's box does not lie inside the " + cursor.width() + "×"
                        + cursor.height() + " picture of "
                        + Reason.name(cursor.fileOf(order.frames().get(0))) + ". Draw the box again.");
            }
        }
    }

    private List<CutClip> cut(Progress progress) throws VideoException {
        int clips = waiting.size();
        while (!waiting.isEmpty() || !active.isEmpty()) {
            progress.check();
            int needed = Math.min(
                    waiting.isEmpty() ? Integer.MAX_VALUE : waiting.getFirst().frame(), firstActive());
            decode(needed);
            while (!waiting.isEmpty() && waiting.getFirst().frame() == needed) {
                active.add(waiting.removeFirst());
            }
            feed(needed);
            int done = clips - waiting.size() - active.size();
            progress.report((double) done / clips, "cutting clip " + Math.min(clips, done + 1) + " of " + clips);
        }
        return lanes.finish(progress);
    }

    private int firstActive() {
        return active.stream().mapToInt(Wanted::frame).min().orElse(Integer.MAX_VALUE);
    }

    private void decode(int needed) throws VideoException {
        if (cursor.next() < 0 || needed - cursor.next() > LONG_HOLE || needed < cursor.next()) {
            cursor.approach(needed);
        }
        int frame;
        do {
            frame = cursor.advance();
        } while (frame >= 0 && frame < needed);
        if (frame != needed) {
            throw new VideoException("Frame " + needed + " of " + Reason.name(cursor.fileOf(needed))
                    + " cannot be decoded, so no clip can show it. Leave out the seconds around it.");
        }
    }

    private void feed(int frame) throws VideoException {
        AVFrame picture = plain(deinterlacer.of(cursor.frame()));
        try {
            for (Wanted wanted : active) {
                if (wanted.frame() == frame) {
                    int times = wanted.take();
                    lanes.add(wanted.number, picture, times, wanted.complete());
                }
            }
        } finally {
            avutil.av_frame_free(picture);
        }
        active.removeIf(Wanted::complete);
    }

    /** The picture as plain 4:2:0: a reference to it when it is that already, else converted. The caller frees it. */
    private AVFrame plain(AVFrame frame) {
        if (frame.format() == avutil.AV_PIX_FMT_YUV420P
                && frame.color_range() != avutil.AVCOL_RANGE_JPEG
                && frame.width() == cursor.width()
                && frame.height() == cursor.height()) {
            return Reason.allocated(avutil.av_frame_clone(frame));
        }
        AVFrame converted = Planes.frame(cursor.width(), cursor.height(), avutil.AV_PIX_FMT_YUV420P);
        scaler.scale(frame, converted);
        return converted;
    }

    @Override
    public void close() {
        lanes.close();
        scaler.close();
        deinterlacer.close();
        cursor.close();
    }
}
