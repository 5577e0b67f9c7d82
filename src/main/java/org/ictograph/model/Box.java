package org.ictograph.model;

/**
 * A rectangle in source pixels, origin at the top left of the picture.
 *
 * @param x left edge
 * @param y top edge
 * @param width at least 2
 * @param height at least 2
 */
public record Box(int x, int y, int width, int height) {
    /** Chroma is stored for every second pixel, so boxes lie on even pixels. */
    public static final int GRID = 2;

    public Box {
        if (width < GRID || height < GRID || x < 0 || y < 0) {
            throw new IllegalArgumentException(
                    "A box needs a place inside the picture and a size of at least 2 × 2 pixels: " + x + "," + y + " "
                            + width + "×" + height);
        }
    }

    public int right() {
        return x + width;
    }

    public int bottom() {
        return y + height;
    }

    public boolean contains(double px, double py) {
        return px >= x && px < right() && py >= y && py < bottom();
    }

    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** True when the box lies inside a picture of the given size and all its edges are on even pixels. */
    public boolean fits(int pictureWidth, int pictureHeight) {
        return right() <= pictureWidth
                && bottom() <= pictureHeight
                && x % GRID == 0
                && y % GRID == 0
                && width % GRID == 0
                && height % GRID == 0;
    }

    /**
     * The nearest box on even pixels inside a picture of the given size. The edges may be given in any order and may lie
     * outside the picture; what comes back is never empty.
     */
    public static Box snapped(double x1, double y1, double x2, double y2, int pictureWidth, int pictureHeight) {
        int maxRight = pictureWidth / GRID * GRID;
        int maxBottom = pictureHeight / GRID * GRID;
        int left = clamp(even(Math.min(x1, x2)), 0, maxRight - GRID);
        int top = clamp(even(Math.min(y1, y2)), 0, maxBottom - GRID);
        int right = clamp(even(Math.max(x1, x2)), left + GRID, maxRight);
        int bottom = clamp(even(Math.max(y1, y2)), top + GRID, maxBottom);
        return new Box(left, top, right - left, bottom - top);
    }

    /** The box moved by whole pixels, kept inside the picture and on even pixels, its size unchanged. */
    public Box moved(double dx, double dy, int pictureWidth, int pictureHeight) {
        int left = clamp(even(x + dx), 0, Math.max(0, (pictureWidth - width) / GRID * GRID));
        int top = clamp(even(y + dy), 0, Math.max(0, (pictureHeight - height) / GRID * GRID));
        return new Box(left, top, width, height);
    }

    private static int even(double pixels) {
        return (int) (Math.round(pixels / GRID) * GRID);
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }
}
