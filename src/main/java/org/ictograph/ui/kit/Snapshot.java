package org.ictograph.ui.kit;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.ictograph.video.Picture;

/** Pictures of what is on the screen, for reports and for looking at screens without a display. FX thread. */
public final class Snapshot {
    private Snapshot() {}

    /** A whole scene in its present size. */
    public static Picture of(Scene scene) {
        return of(scene.snapshot(null));
    }

    /** A node as it is drawn. */
    public static Picture of(Node node) {
        return of(node.snapshot(new SnapshotParameters(), null));
    }

    /** An image as it is. */
    public static Picture of(WritableImage image) {
        Picture picture = new Picture((int) image.getWidth(), (int) image.getHeight());
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        picture.width(),
                        picture.height(),
                        PixelFormat.getByteBgraInstance(),
                        picture.bgra(),
                        0,
                        picture.width() * 4);
        return picture;
    }
}
