package org.ictograph.video.ffmpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Fit;

/**
 * Turns source pictures (4:2:0) into the pictures of one clip: the crop is copied, the mask painted black, and unless the
 * crop is wanted as it is, the rest scaled and laid on black. A crop that is wanted as it is keeps every value. Confined to
 * one thread at a time. A crop that moves is at its next place with each source picture.
 */
final class ClipShape implements AutoCloseable {
    private static final byte BLACK_LUMA = 16;
    private static final byte BLACK_CHROMA = (byte) 128;

    /** The places of a crop that moves, one for each source picture. */
    private final Iterator<Box> path;

    private Box crop;
    private final Optional<Box> mask;
    private final FrameScaler scaler = new FrameScaler(swscale.SWS_BICUBIC | swscale.SWS_ACCURATE_RND);
    /** The crop in source pixels. */
    private final AVFrame cut;
    /** The crop at the size it has in the clip. */
    private final AVFrame scaled;
    /** What the encoder sees, and what it saw before: it holds on to a picture until it is given the next. */
    private AVFrame canvas;

    private AVFrame before;

    ClipShape(ClipOrder order) {
        this.crop = order.fit() == Fit.CENTRE_CROP ? middle(order.crop()) : order.crop();
        this.path = places(order).iterator();
        this.mask = order.mask();
        int width = order.fit() == Fit.NATIVE ? crop.width() : order.side();
        int height = order.fit() == Fit.NATIVE ? crop.height() : order.side();
        double scale = Math.min((double) width / crop.width(), (double) height / crop.height());
        this.cut = frame(crop.width(), crop.height());
        this.scaled = frame(even(crop.width() * scale), even(crop.height() * scale));
        this.canvas = frame(width, height);
        this.before = frame(width, height);
        paintBlack(canvas, new Box(0, 0, width, height));
        paintBlack(before, new Box(0, 0, width, height));
    }

    private static List<Box> places(ClipOrder order) {
        List<Box> places = new ArrayList<>();
        for (int i = 0; i < order.path().size(); i++) {
            if (i == 0 || !order.frames().get(i).equals(order.frames().get(i - 1))) {
                places.add(order.path().get(i));
            }
        }
        return places;
    }

    private static AVFrame frame(int width, int height) {
        return Planes.frame(width, height, avutil.AV_PIX_FMT_YUV420P);
    }

    /** The largest square in the middle of a box, on even pixels. */
    private static Box middle(Box box) {
        int side = Math.min(box.width(), box.height()) / 2 * 2;
        return new Box(box.x() + (box.width() - side) / 4 * 2, box.y() + (box.height() - side) / 4 * 2, side, side);
    }

    private static int even(double pixels) {
        return (int) Math.max(2, Math.round(pixels / 2) * 2);
    }

    int width() {
        return canvas.width();
    }

    int height() {
        return canvas.height();
    }

    /** The clip's picture of a source picture; valid until the next call. */
    AVFrame of(AVFrame source) {
        if (path.hasNext()) {
            crop = path.next();
        }
        AVFrame next = before;
        before = canvas;
        canvas = next;
        avutil.av_frame_make_writable(next);
        int left = (canvas.width() - scaled.width()) / 4 * 2;
        int top = (canvas.height() - scaled.height()) / 4 * 2;
        if (scaled.width() == crop.width() && scaled.height() == crop.height()) {
            copy(source, crop.x(), crop.y(), next, left, top, scaled);
            mask.ifPresent(box -> paintMask(box, next, left, top));
        } else {
            copy(source, crop.x(), crop.y(), cut, 0, 0, cut);
            mask.ifPresent(box -> paintMask(box, cut, 0, 0));
            cut.colorspace(source.colorspace());
            scaler.scale(cut, scaled);
            copy(scaled, 0, 0, next, left, top, scaled);
        }
        return next;
    }

    /** Copies as many pixels as {@code size} has, from and to places on even pixels. */
    private static void copy(AVFrame from, int fromX, int fromY, AVFrame to, int toX, int toY, AVFrame size) {
        for (int plane = 0; plane < 3; plane++) {
            int part = plane == 0 ? 1 : 2;
            avutil.av_image_copy_plane(
                    to.data(plane).position((long) toY / part * to.linesize(plane) + toX / part),
                    to.linesize(plane),
                    from.data(plane).position((long) fromY / part * from.linesize(plane) + fromX / part),
                    from.linesize(plane),
                    size.width() / part,
                    size.height() / part);
        }
    }

    /**
     * Paints over the part of the mask that lies in the crop, widened to even pixels.
     *
     * @param x where the crop begins in the picture
     */
    private void paintMask(Box box, AVFrame picture, int x, int y) {
        int left = Math.max(0, (box.x() - crop.x()) & ~1);
        int top = Math.max(0, (box.y() - crop.y()) & ~1);
        int right = Math.min(crop.width(), (box.right() - crop.x() + 1) & ~1);
        int bottom = Math.min(crop.height(), (box.bottom() - crop.y() + 1) & ~1);
        if (left < right && top < bottom) {
            paintBlack(picture, new Box(x + left, y + top, right - left, bottom - top));
        }
    }

    private static void paintBlack(AVFrame frame, Box box) {
        for (int plane = 0; plane < 3; plane++) {
            int part = plane == 0 ? 1 : 2;
            byte[] row = new byte[box.width() / part];
            Arrays.fill(row, plane == 0 ? BLACK_LUMA : BLACK_CHROMA);
            for (int y = box.y() / part; y < box.bottom() / part; y++) {
                frame.data(plane)
                        .position((long) y * frame.linesize(plane) + box.x() / part)
                        .put(row, 0, row.length);
            }
        }
    }

    @Override
    public void close() {
        Planes.free(cut);
        Planes.free(scaled);
        Planes.free(canvas);
        Planes.free(before);
        scaler.close();
    }
}
