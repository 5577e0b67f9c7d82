package org.ictograph.video.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;

/**
 * One clip being cut. It gets its source frames in order, at a constant rate, and is decoded again when it is complete.
 * Confined to one lane.
 */
final class ClipFile implements AutoCloseable {
    private final ClipOrder order;
    private final ClipShape shape;
    private final EncoderRecipe recipe;
    private final EncodedFile file;
    private final byte[] first;
    private final byte[] last;
    private int frames;
    private boolean closed;

    ClipFile(ClipOrder order) throws VideoException {
        this.order = order;
        this.shape = new ClipShape(order);
        this.recipe = EncoderRecipe.constant(
                new VideoSpec(shape.width(), shape.height(), order.rate(), order.rate(), order.codec()));
        try {
            this.file = new EncodedFile(order.file(), recipe);
        } catch (VideoException failure) {
            shape.close();
            throw failure;
        }
        this.first = new byte[shape.width() * shape.height()];
        this.last = new byte[first.length];
    }

    /** Adds a source picture, as often as the clip shows it. */
    void add(AVFrame source, int times) throws VideoException {
        AVFrame picture = shape.of(source);
        if (frames == 0) {
            Planes.copyOut(picture, 0, shape.width(), shape.height(), first);
        }
        for (int i = 0; i < times; i++) {
            picture.pts(frames++).duration(recipe.ticks()).quality(recipe.quality());
            file.write(picture);
        }
        if (frames == order.frames().size()) {
            Planes.copyOut(picture, 0, shape.width(), shape.height(), last);
        }
    }

    /** Completes the file, decodes it and compares it with what went in. */
    CutClip finish() throws VideoException {
        file.finish();
        close();
        AVFrame frame = Reason.allocated(avutil.av_frame_alloc());
        try (Demuxer source = new Demuxer(order.file());
                Decoder decoder = new Decoder(source);
                LumaPlane luma = new LumaPlane(source.width(), source.height())) {
            int count = 0;
            double firstPsnr = 0;
            double lastPsnr = 0;
            while (decoder.next(source, frame)) {
                count++;
                if (count == 1) {
                    firstPsnr = psnr(first, luma.of(frame));
                }
                if (count == frames) {
                    lastPsnr = psnr(last, luma.of(frame));
                }
            }
            return new CutClip(order, source.width(), source.height(), count, firstPsnr, lastPsnr);
        } finally {
            avutil.av_frame_free(frame);
        }
    }

    /** Peak signal to noise ratio in dB, {@code 10 log10(255² / mean squared error)}; 0 for pictures of another size. */
    static double psnr(byte[] a, byte[] b) {
        if (a.length != b.length) {
            return 0;
        }
        long squares = 0;
        for (int i = 0; i < a.length; i++) {
            int difference = (a[i] & 0xff) - (b[i] & 0xff);
            squares += (long) difference * difference;
        }
        return squares == 0 ? Double.POSITIVE_INFINITY : 10 * Math.log10(255.0 * 255.0 * a.length / squares);
    }

    /** Frees what the clip holds; what was not finished is deleted. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            shape.close();
            file.close();
        }
    }
}
