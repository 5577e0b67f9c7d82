package org.ictograph.localizer.torch;

import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;

/**
 * Cuts one cage out of pictures and scales it, by the triangle filter that is as wide as the scaling asks for ("bilinear" with
 * antialiasing, as Pillow and torchvision have it). What the tag mask covers is black, as in exported clips. Immutable.
 */
final class CropScaler {
    /** For one row or column of the outcome: where it begins to look, and how much it takes of each. */
    private static final class Taps {
        private final int from;
        private final float[] shares;

        Taps(int from, float[] shares) {
            this.from = from;
            this.shares = shares;
        }
    }

    private final Box box;
    private final Optional<Box> tag;
    private final int pictureWidth;
    private final Taps[] columns;
    private final Taps[] rows;

    CropScaler(Cage cage, int pictureWidth, Preprocessing preprocessing) {
        this.box = cage.box();
        this.tag = cage.tagMask();
        this.pictureWidth = pictureWidth;
        int shortest = preprocessing.shortest();
        double short0 = Math.min(box.width(), box.height());
        int width = shortest == 0 ? preprocessing.size() : (int) (box.width() * shortest / short0);
        int height = shortest == 0 ? preprocessing.size() : (int) (box.height() * shortest / short0);
        columns = taps(box.width(), width, preprocessing.size());
        rows = taps(box.height(), height, preprocessing.size());
    }

    /** @param cut the middle so many of the scaled line */
    private static Taps[] taps(int from, int to, int cut) {
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        Taps[] taps = new Taps[cut];
        int first = (to - cut) / 2;
        for (int i = 0; i < cut; i++) {
            double centre = (first + i + 0.5) * scale;
            int low = Math.max(0, (int) (centre - reach + 0.5));
            int high = Math.min(from, (int) (centre + reach + 0.5));
            float[] shares = new float[high - low];
            double sum = 0;
            for (int j = low; j < high; j++) {
                double share = Math.max(0, 1 - Math.abs((j - centre + 0.5) / reach));
                shares[j - low] = (float) share;
                sum += share;
            }
            for (int j = 0; j < shares.length; j++) {
                shares[j] /= (float) sum;
            }
            taps[i] = new Taps(low, shares);
        }
        return taps;
    }

    /**
     * @param luma brightness of the whole picture, row by row
     * @return brightness from 0 to 255 of the scaled crop, row by row
     */
    float[] scale(byte[] luma) {
        float[] narrow = new float[box.height() * columns.length];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < columns.length; x++) {
                float sum = 0;
                Taps taps = columns[x];
                for (int j = 0; j < taps.shares.length; j++) {
                    sum += taps.shares[j] * brightness(luma, box.x() + taps.from + j, box.y() + y);
                }
                narrow[y * columns.length + x] = sum;
            }
        }
        float[] scaled = new float[rows.length * columns.length];
        for (int y = 0; y < rows.length; y++) {
            Taps taps = rows[y];
            for (int j = 0; j < taps.shares.length; j++) {
                int line = (taps.from + j) * columns.length;
                for (int x = 0; x < columns.length; x++) {
                    scaled[y * columns.length + x] += taps.shares[j] * narrow[line + x];
                }
            }
        }
        return scaled;
    }

    private int brightness(byte[] luma, int x, int y) {
        return tag.isPresent() && tag.get().contains(x, y) ? 0 : luma[y * pictureWidth + x] & 0xff;
    }
}
