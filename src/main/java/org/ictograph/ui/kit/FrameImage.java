package org.ictograph.ui.kit;

import java.nio.ByteBuffer;
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

        void fill(Picture picture) {
            ByteBuffer pixels = buffer.getBuffer();
            pixels.clear();
            pixels.put(picture.bgra());
            // GPU pipelines upload from the buffer's position: without this they find nothing left to read.
            pixels.rewind();
            buffer.updateBuffer(all -> null);
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Image>> image = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Page> front = Optional.empty();
    private Optional<Page> back = Optional.empty();

    /** What to draw; empty before the first frame. */
    public ReadOnlyObjectProperty<Optional<Image>> image() {
        return image.getReadOnlyProperty();
    }

    /** Copies a picture to the screen; it may be used for something else afterwards. */
    public void show(Picture picture) {
        Page page = back.filter(free -> free.fits(picture)).orElseGet(() -> Page.of(picture.width(), picture.height()));
        page.fill(picture);
        back = front;
        front = Optional.of(page);
        image.set(Optional.of(page.image()));
    }

    /** Takes the picture away. */
    public void clear() {
        front = Optional.empty();
        back = Optional.empty();
        image.set(Optional.empty());
    }
}
