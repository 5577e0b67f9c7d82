package org.ictograph.ui.kit;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * A picture that is painted pixel by pixel in memory and shown as a whole. Thousands of small areas cost what their pixels
 * cost; on a canvas each would be an order of its own to the renderer. What lies outside is cut off. FX thread.
 */
public final class Raster {
    private int width;
    private int height;
    private int[] pixels = new int[0];
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1, new int[1]);
    private Image image = new WritableImage(buffer);

    private static PixelBuffer<IntBuffer> buffer(int width, int height, int[] pixels) {
        return new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    }

    /** Starts a picture of a size, all of one colour. */
    public void begin(double pixelsWide, double pixelsHigh, Color ground) {
        int wide = Math.max(1, (int) pixelsWide);
        int high = Math.max(1, (int) pixelsHigh);
        if (wide != width || high != height) {
            width = wide;
            height = high;
            pixels = new int[wide * high];
            buffer = buffer(wide, high, pixels);
            image = new WritableImage(buffer);
        }
        Arrays.fill(pixels, Tile.argb(ground));
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** What was painted, for drawing. */
    public Image image() {
        buffer.updateBuffer(all -> null);
        return image;
    }

    /** Fills an area with an opaque colour. Edges are put on whole pixels. */
    public void fill(double x, double y, double wide, double high, Color colour) {
        fill(x, y, wide, high, Tile.argb(colour));
    }

    private void fill(double x, double y, double wide, double high, int argb) {
        int left = column(x);
        int right = column(x + wide);
        int bottom = row(y + high);
        for (int at = row(y); at < bottom && left < right; at++) {
            Arrays.fill(pixels, at * width + left, at * width + right, argb);
        }
    }

    /** Fills an area with a pattern. */
    public void fill(double x, double y, double wide, double high, Tile tile) {
        fill(x, y, wide, high, tile, 1);
    }

    /**
     * Fills an area with a pattern.
     *
     * @param opacity 0 leaves what is there, 1 covers it where the pattern does
     */
    public void fill(double x, double y, double wide, double high, Tile tile, double opacity) {
        int left = column(x);
        int right = column(x + wide);
        int bottom = row(y + high);
        int share = (int) Math.round(opacity * 255);
        for (int line = row(y); line < bottom; line++) {
            int start = line * width;
            for (int at = left; at < right; at++) {
                int over = tile.at(at, line);
                int alpha = over >>> 24;
                if (alpha == 255 && share == 255) {
                    pixels[start + at] = over;
                } else if (alpha > 0) {
                    pixels[start + at] = blended(pixels[start + at], over, share);
                }
            }
        }
    }

    private static int blended(int below, int over, int share) {
        int rest = 255 - (over >>> 24) * share / 255;
        int sum = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            int part = ((over >>> shift & 255) * share + (below >>> shift & 255) * rest) / 255;
            sum |= Math.min(255, part) << shift;
        }
        return sum;
    }

    /** A line of one pixel around an area, inside it. */
    public void outline(double x, double y, double wide, double high, Color colour) {
        int argb = Tile.argb(colour);
        fill(x, y, wide, 1, argb);
        fill(x, y + high - 1, wide, 1, argb);
        fill(x, y, 1, high, argb);
        fill(x + wide - 1, y, 1, high, argb);
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(width, Math.round(x)));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(height, Math.round(y)));
    }
}
