package org.ictograph.ui.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.ictograph.video.Picture;
import org.testfx.util.WaitForAsyncUtils;

/** What screen tests need: work on the FX thread and pictures to look at. */
public final class OnScreen {
    private OnScreen() {}

    /** Does something on the FX thread and waits until all events after it are handled. */
    public static <T> T fx(Callable<T> work) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return result;
    }

    /** Does something on the FX thread and waits until all events after it are handled. */
    public static void fx(Runnable work) {
        fx(() -> {
            work.run();
            return 0;
        });
    }

    /** The first node of an id, for example {@code #report}, in any window. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public static <T extends Node> T found(String id) {
        return (T) fx(() -> Window.getWindows().stream()
                        .flatMap(shown -> shown.getScene().getRoot().lookupAll(id).stream())
                        .toList())
                .get(0);
    }

    /** The colour of a pixel of a picture. */
    public static Color pixel(Picture picture, int x, int y) {
        int at = (y * picture.width() + x) * 4;
        byte[] bgra = picture.bgra();
        return Color.rgb(bgra[at + 2] & 255, bgra[at + 1] & 255, bgra[at] & 255);
    }

    /** The colour of a pixel of a node. */
    public static Color pixel(Node node, int x, int y) {
        return pixel(fx(() -> Snapshot.of(node)), x, y);
    }

    /** The colour of a pixel of a scene. */
    public static Color pixel(Scene scene, int x, int y) {
        WritableImage image = fx(() -> scene.snapshot(null));
        PixelReader pixels = image.getPixelReader();
        return pixels.getColor(x, y);
    }

    /** A folder under {@code target} for pictures that people look at. */
    public static Path pictures() {
        try {
            return Files.createDirectories(Path.of("target/screens"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
