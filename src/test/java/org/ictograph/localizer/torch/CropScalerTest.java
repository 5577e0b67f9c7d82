package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.junit.jupiter.api.Test;

/** The scaler adds up many sums at once and keeps its memory; what comes out are the bits of the plain formula. */
class CropScalerTest {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 150;

    @Test
    void eachPictureIsScaledAsByThePlainFormulaToTheLastBit() {
        Random random = new Random(5);
        byte[] luma = new byte[WIDTH * HEIGHT];
        for (Box box : List.of(
                new Box(4, 6, 130, 118), new Box(0, 0, 20, 32), new Box(178, 148, 2, 2), new Box(0, 20, WIDTH, 30))) {
            for (Optional<Box> tag :
                    List.of(Optional.<Box>empty(), Optional.of(new Box(box.x(), box.y() + box.height() / 2, 8, 40)))) {
                Cage cage = new Cage(new UUID(1, 1), new UUID(0, 1), 1, box, tag, Optional.empty());
                for (int size : new int[] {1, 7, 32, 33}) {
                    for (int shortest : new int[] {0, size + 5}) {
                        Preprocessing asked = new Preprocessing(shortest, size, 1, 0, List.of(0.0), List.of(1.0));
                        CropScaler scaler = new CropScaler(cage, WIDTH, asked);
                        for (int picture = 0; picture < 2; picture++) {
                            random.nextBytes(luma);
                            assertArrayEquals(plain(cage, asked, luma), scaler.scale(luma), box + " to " + size);
                        }
                    }
                }
            }
        }
    }

    private static float[] plain(Cage cage, Preprocessing asked, byte[] luma) {
        Box box = cage.box();
        int size = asked.size();
        double shorter = Math.min(box.width(), box.height());
        int width = asked.shortest() == 0 ? size : (int) (box.width() * asked.shortest() / shorter);
        int height = asked.shortest() == 0 ? size : (int) (box.height() * asked.shortest() / shorter);
        float[] scaled = new float[size * size];
        for (int row = 0; row < size; row++) {
            float[] low = new float[box.width()];
            float[] shares = shares(box.height(), height, size, row);
            for (int y = 0; y < shares.length; y++) {
                for (int x = 0; x < low.length && shares[y] >= 0; x++) {
                    low[x] += shares[y] * brightness(cage, luma, x, y);
                }
            }
            for (int column = 0; column < size; column++) {
                float sum = 0;
                float[] own = shares(box.width(), width, size, column);
                for (int x = 0; x < own.length; x++) {
                    sum += own[x] >= 0 ? own[x] * low[x] : 0;
                }
                scaled[row * size + column] = sum;
            }
        }
        return scaled;
    }

    private static float brightness(Cage cage, byte[] luma, int x, int y) {
        int column = cage.box().x() + x;
        int row = cage.box().y() + y;
        boolean hidden = cage.tagMask().isPresent()
                && column >= cage.tagMask().get().x()
                && column < cage.tagMask().get().right()
                && row >= cage.tagMask().get().y()
                && row < cage.tagMask().get().bottom();
        return hidden ? 0 : luma[row * WIDTH + column] & 0xff;
    }

    /** What place i of the outcome takes of each of a line, −1 where it does not look. */
    private static float[] shares(int from, int to, int cut, int i) {
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        double centre = ((to - cut) / 2 + i + 0.5) * scale;
        int low = Math.max(0, (int) (centre - reach + 0.5));
        int high = Math.min(from, (int) (centre + reach + 0.5));
        float[] shares = new float[from];
        java.util.Arrays.fill(shares, -1);
        double sum = 0;
        for (int j = low; j < high; j++) {
            double share = Math.max(0, 1 - Math.abs((j - centre + 0.5) / reach));
            shares[j] = (float) share;
            sum += share;
        }
        for (int j = low; j < high; j++) {
            shares[j] /= (float) sum;
        }
        return shares;
    }
}
