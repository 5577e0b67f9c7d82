package org.ictograph.ui.kit;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.ictograph.video.Picture;

/**
 * The frame on screen as an image. Pixels are copied into one of two buffers in turn, so that what is being drawn is
 * never written to and the decoder's memory is never the screen's. Several views can share one. FX thread.
 */
public final class FrameImage {
    /** One of the two buffers and the image that shows it. */
    private record Page(PixelBuffer<ByteBuffer> buffer, WritableImage image) {
        static Page of(int width, int height) {
            PixelBuffer<ByteBuffer> buffer = new PixelBuffer<>(
                    width, height, ByteBuffer.allocateDirect(width * height * 4), PixelFormat.getByteBgraPreInstance());
            return new Page(buffer, new WritableImage(buffer));
        }

        boolean fits(Picture picture) {
            return buffer.getWidth() == picture.width() && buffer.getHeight() == picture.height();
        }

        void fill(byte[] bgra) {
            ByteBuffer pixels = buffer.getBuffer();
            pixels.clear();
            pixels.put(bgra);
            // GPU pipelines upload from the buffer's position: without this they find nothing left to read.
            pixels.rewind();
            buffer.updateBuffer(all -> null);
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Image>> image = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Page> front = Optional.empty();
    private Optional<Page> back = Optional.empty();
    private List<Tone> tones = List.of();
    private int sourceWidth = 1;
    private int sourceHeight = 1;
    private byte[] scratch = new byte[0];

    /** What to draw; empty before the first frame. */
    public ReadOnlyObjectProperty<Optional<Image>> image() {
        return image.getReadOnlyProperty();
    }

    /** Copies a picture to the screen; it may be used for something else afterwards. */
    public void show(Picture picture) {
        Page page = back.filter(free -> free.fits(picture)).orElseGet(() -> Page.of(picture.width(), picture.height()));
        page.fill(toned(picture));
        back = front;
        front = Optional.of(page);
        image.set(Optional.of(page.image()));
    }

    /**
     * Changes the colours of parts of the pictures that are shown from now on; the pictures themselves stay as they are.
     *
     * @param width width of the source that the boxes are measured in
     * @param height height of that source
     * @return false when nothing changes
     */
    public boolean setTones(List<Tone> changed, int width, int height) {
        boolean same = changed.isEmpty() && tones.isEmpty();
        tones = List.copyOf(changed);
        sourceWidth = width;
        sourceHeight = height;
        return !same;
    }

    private byte[] toned(Picture picture) {
        if (tones.isEmpty()) {
            return picture.bgra();
        }
        if (scratch.length != picture.bgra().length) {
            scratch = new byte[picture.bgra().length];
        }
        System.arraycopy(picture.bgra(), 0, scratch, 0, scratch.length);
        double across = (double) picture.width() / sourceWidth;
        double down = (double) picture.height() / sourceHeight;
        tones.forEach(tone -> tone.apply(scratch, picture.width(), picture.height(), across, down));
        return scratch;
    }

    /** Takes the picture away. */
    public void clear() {
        front = Optional.empty();
        back = Optional.empty();
        image.set(Optional.empty());
    }
}
