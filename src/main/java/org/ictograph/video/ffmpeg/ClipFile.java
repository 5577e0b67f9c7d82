package org.ictograph.video.ffmpeg;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.CutClip;
import org.ictograph.video.Modality;
import org.ictograph.video.OpticalFlow;
import org.ictograph.video.VideoException;
import org.ictograph.video.VideoSpec;
import org.jspecify.annotations.Nullable;

/**
 * One clip being cut. It gets its source frames in order, at a constant rate, and is decoded again when it is complete.
 * Confined to one lane.
 */
final class ClipFile implements AutoCloseable {
    private final ClipOrder order;
    private final ClipShape shape;
    private final @Nullable ClipChanges changes;
    private final EncoderRecipe recipe;
    private final @Nullable FullRange range;
    private final EncodedFile file;
    private final FrameShades shades;
    /** Of what does not move no change is left, and a crop that follows a joint can lie within a coat of one shade. */
    private final boolean mustShowSomething;

    private final byte[] first;
    private final byte[] last;
    private final byte[] luma;
    private Optional<Integer> blank = Optional.empty();
    private int frames;
    private boolean closed;

    ClipFile(ClipOrder order, OpticalFlow flow) throws VideoException {
        this.order = order;
        this.shape = new ClipShape(order);
        this.changes = order.modality() == Modality.PICTURE
                ? null
                : new ClipChanges(order.modality(), flow, shape.width(), shape.height());
        int rate = (int) Math.max(1, Math.round(order.rate()));
        this.recipe = EncoderRecipe.constant(
                new VideoSpec(shape.width(), shape.height(), rate, rate, order.codec()), order.rate());
        this.range = recipe.fullRange() ? new FullRange(shape.width(), shape.height()) : null;
        try {
            this.file = new EncodedFile(order.file(), recipe);
        } catch (VideoException failure) {
            freePictures();
            throw failure;
        }
        this.mustShowSomething =
                order.modality() == Modality.PICTURE && order.path().isEmpty();
        this.shades = new FrameShades(shape.width(), shape.height());
        this.first = new byte[shape.width() * shape.height()];
        this.last = new byte[first.length];
        this.luma = new byte[first.length];
    }

    /** Adds a source picture, as often as the clip shows it. */
    void add(AVFrame source, int times) throws VideoException {
        AVFrame picture = shape.of(source);
        for (int i = 0; i < times; i++) {
            if (changes == null) {
                write(picture);
            } else {
                addChange(changes, picture);
            }
        }
    }

    /** The first picture, before which there is none, shows what the second shows. */
    private void addChange(ClipChanges found, AVFrame picture) throws VideoException {
        boolean later = found.see(picture);
        if (later && frames == 0) {
            write(found.frame());
        }
        if (later || order.frames().size() == 1) {
            write(found.frame());
        }
    }

    private void write(AVFrame made) throws VideoException {
        Planes.copyOut(made, 0, shape.width(), shape.height(), luma);
        if (blank.isEmpty() && mustShowSomething && shades.isBlank(luma)) {
            blank = Optional.of(order.frames().get(frames));
        }
        AVFrame picture = made;
        if (range != null) {
            picture = range.of(made);
            Planes.copyOut(picture, 0, shape.width(), shape.height(), luma);
        }
        shades.add(luma);
        if (frames == 0) {
            System.arraycopy(luma, 0, first, 0, luma.length);
        }
        picture.pts(frames++).duration(recipe.ticks()).quality(recipe.quality());
        file.write(picture);
        if (frames == order.frames().size()) {
            System.arraycopy(luma, 0, last, 0, luma.length);
        }
    }

    private void freePictures() {
        shape.close();
        if (changes != null) {
            changes.close();
        }
        if (range != null) {
            range.close();
        }
    }

    /** Completes the file, decodes it and compares it with what went in; deletes it when a frame of it shows nothing. */
    CutClip finish() throws VideoException {
        if (blank.isPresent()) {
            CutClip nothing = new CutClip(order, shape.width(), shape.height(), 0, 0, 0, blank);
            close();
            return nothing;
        }
        file.finish();
        close();
        AVFrame frame = Reason.allocated(avutil.av_frame_alloc());
        try (Demuxer source = new Demuxer(order.file());
                Decoder decoder = new Decoder(source);
                LumaPlane plane = new LumaPlane(source.width(), source.height())) {
            byte[] expected = shades.all();
            int count = 0;
            double firstPsnr = 0;
            double lastPsnr = 0;
            while (decoder.next(source, frame)) {
                byte[] decoded = plane.of(frame);
                if (count < frames
                        && decoded.length == luma.length
                        && !FrameShades.alike(expected, count, shades.of(decoded))) {
                    throw new VideoException("Frame " + count + " of the clip " + Reason.name(order.file())
                            + " does not show what was written; export again, with another codec if it stays so.");
                }
                count++;
                if (count == 1) {
                    firstPsnr = psnr(first, decoded);
                }
                if (count == frames) {
                    lastPsnr = psnr(last, decoded);
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
            freePictures();
            file.close();
        }
    }
}
