package org.ictograph.localizer;

import java.util.Optional;
import org.ictograph.model.Box;

/**
 * A cage's crop cut into square blocks, about {@value #ACROSS} over its width: small enough that a moving limb fills
 * one, large enough that the camera's noise averages out. Blocks that touch the tag are left out. Immutable.
 */
final class BlockGrid {
    private static final int ACROSS = 38;
    private static final int SMALLEST = 4;

    private final int side;
    private final int pictureWidth;
    /** Upper left pixel of each block, as a position in the picture. */
    private final int[] corners;

    BlockGrid(Box crop, Optional<Box> mask, int pictureWidth) {
        this.pictureWidth = pictureWidth;
        this.side = Math.max(SMALLEST, Math.round((float) crop.width() / ACROSS));
        int[] found = new int[(crop.width() / side) * (crop.height() / side)];
        int count = 0;
        for (int y = crop.y(); y + side <= crop.bottom(); y += side) {
            for (int x = crop.x(); x + side <= crop.right(); x += side) {
                Box block = new Box(x, y, side, side);
                if (mask.isEmpty() || !mask.get().overlaps(block)) {
                    found[count++] = y * pictureWidth + x;
                }
            }
        }
        this.corners = java.util.Arrays.copyOf(found, count);
    }

    /** Pixels along each edge of a block. */
    int side() {
        return side;
    }

    int blocks() {
        return corners.length;
    }

    /** Mean brightness of every block, 0 to 255. */
    void means(byte[] luma, float[] into) {
        float pixels = side * side;
        for (int block = 0; block < corners.length; block++) {
            int sum = 0;
            for (int y = 0; y < side; y++) {
                int from = corners[block] + y * pictureWidth;
                for (int x = 0; x < side; x++) {
                    sum += luma[from + x] & 0xFF;
                }
            }
            into[block] = sum / pixels;
        }
    }
}
