package org.ictograph.localizer.torch;

import java.util.Arrays;
import java.util.Optional;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;

/**
 * Cuts one cage out of pictures and scales it, by the triangle filter that is as wide as the scaling asks for ("bilinear" with
 * antialiasing, as Pillow and torchvision have it). What the tag mask covers is black, as in exported clips. It works in memory
 * of its own: confined to one thread.
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

        /** What it takes of a line. */
        float sum(float[] line) {
            float sum = 0;
            for (int j = 0; j < shares.length; j++) {
                sum += shares[j] * line[from + j];
            }
            return sum;
        }

        /**
         * What it takes of each line into a column of the outcome. Each sum is added up in the same order as by {@link #sum},
         * but those of several lines at once: an addition waits for the one before, not for those of other lines.
         */
        void sums(float[][] lines, float[] scaled, int column, int columns) {
            int row = 0;
            for (; row + TOGETHER <= lines.length; row += TOGETHER) {
                float[] a = lines[row];
                float[] b = lines[row + 1];
                float[] c = lines[row + 2];
                float[] d = lines[row + 3];
                float sumA = 0;
                float sumB = 0;
                float sumC = 0;
                float sumD = 0;
                for (int j = 0; j < shares.length; j++) {
                    float share = shares[j];
                    sumA += share * a[from + j];
                    sumB += share * b[from + j];
                    sumC += share * c[from + j];
                    sumD += share * d[from + j];
                }
                scaled[row * columns + column] = sumA;
                scaled[(row + 1) * columns + column] = sumB;
                scaled[(row + 2) * columns + column] = sumC;
                scaled[(row + 3) * columns + column] = sumD;
            }
            for (; row < lines.length; row++) {
                scaled[row * columns + column] = sum(lines[row]);
            }
        }
    }

    private static final int TOGETHER = 4;

    private final Box box;
    private final Optional<Box> tag;
    private final int pictureWidth;
    private final Taps[] columns;
    private final Taps[] rows;
    private final float[] line;
    private final float[][] low;

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
        line = new float[box.width()];
        low = new float[rows.length][box.width()];
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
     * Lines first, since those lie side by side in memory; then columns, of the few lines that are left.
     *
     * @param luma brightness of the whole picture, row by row
     * @return brightness from 0 to 255 of the scaled crop, row by row
     */
    float[] scale(byte[] luma) {
        int first = 0;
        for (int y = 0; y < box.height() && first < rows.length; y++) {
            if (rows[first].from <= y) {
                read(luma, y);
            }
            for (int row = first; row < rows.length && rows[row].from <= y; row++) {
                int tap = y - rows[row].from;
                if (tap == 0) {
                    begin(rows[row].shares[tap], line, low[row]);
                } else if (tap < rows[row].shares.length) {
                    add(rows[row].shares[tap], line, low[row]);
                }
            }
            while (first < rows.length && y + 1 >= rows[first].from + rows[first].shares.length) {
                first++;
            }
        }
        float[] scaled = new float[rows.length * columns.length];
        for (int x = 0; x < columns.length; x++) {
            columns[x].sums(low, scaled, x, columns.length);
        }
        return scaled;
    }

    /** As plain as this, the virtual machine does several at once. */
    private static void begin(float share, float[] line, float[] sums) {
        for (int x = 0; x < line.length; x++) {
            sums[x] = share * line[x];
        }
    }

    private static void add(float share, float[] line, float[] sums) {
        for (int x = 0; x < line.length; x++) {
            sums[x] += share * line[x];
        }
    }

    /** The brightness along one line of the box, black under the tag mask. */
    private void read(byte[] luma, int y) {
        int at = (box.y() + y) * pictureWidth + box.x();
        for (int x = 0; x < line.length; x++) {
            line[x] = luma[at + x] & 0xff;
        }
        if (tag.isPresent()
                && box.y() + y >= tag.get().y()
                && box.y() + y < tag.get().bottom()) {
            int from = Math.max(0, tag.get().x() - box.x());
            int to = Math.min(line.length, tag.get().right() - box.x());
            Arrays.fill(line, Math.min(from, Math.max(0, to)), Math.max(0, to), 0);
        }
    }
}
