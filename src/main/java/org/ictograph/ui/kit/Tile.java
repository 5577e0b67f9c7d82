package org.ictograph.ui.kit;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;

/** A square of pixels that areas are filled with again and again. Immutable. */
public final class Tile {
    /** Pixels of a side. */
    static final int SIDE = 8;

    /** Decides the colour of one pixel. */
    public interface Dot {
        Color at(int x, int y);
    }

    private final int[] pixels = new int[SIDE * SIDE];

    public Tile(Dot dot) {
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                pixels[y * SIDE + x] = argb(dot.at(x, y));
            }
        }
    }

    /** A colour as premultiplied alpha, red, green and blue. */
    static int argb(Color colour) {
        double alpha = colour.getOpacity();
        return part(alpha) << 24
                | part(colour.getRed() * alpha) << 16
                | part(colour.getGreen() * alpha) << 8
                | part(colour.getBlue() * alpha);
    }

    private static int part(double value) {
        return (int) Math.round(value * 255);
    }

    /** The pixel at a place of the endless pattern. */
    int at(int x, int y) {
        return pixels[(y & SIDE - 1) * SIDE + (x & SIDE - 1)];
    }

    /** The pattern for what is drawn on a canvas. */
    Paint paint() {
        WritableImage image = new WritableImage(SIDE, SIDE);
        image.getPixelWriter().setPixels(0, 0, SIDE, SIDE, PixelFormat.getIntArgbPreInstance(), pixels, 0, SIDE);
        return new ImagePattern(image, 0, 0, SIDE, SIDE, false);
    }
}
