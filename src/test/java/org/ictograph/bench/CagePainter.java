package org.ictograph.bench;

import java.util.Random;
import org.ictograph.session.demo.FrameBarCode;

/**
 * Paints what a camera above six cages sees at night: still bedding, sensor noise, and one animal per cage that rests,
 * walks or shakes in bouts. The frame number stands in the picture as a bar code. Grey, 640 × 480.
 */
final class CagePainter {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    static final int RATE = 30;
    static final int COLUMNS = 3;
    static final int ROWS = 2;
    private static final int NOISE = 1 << 20;
    private static final int BOUT = 20 * RATE;
    private static final int BODY = 32;

    private final byte[] bedding = new byte[WIDTH * HEIGHT];
    private final byte[] noise = new byte[NOISE];
    private final byte[] luma = new byte[WIDTH * HEIGHT];
    private final double[] walked = new double[COLUMNS * ROWS];

    CagePainter() {
        Random random = new Random(7);
        for (int i = 0; i < bedding.length; i++) {
            boolean wall = i % WIDTH % (WIDTH / COLUMNS) < 4 || i / WIDTH % (HEIGHT / ROWS) < 4;
            bedding[i] = (byte) (wall ? 40 : 110 + random.nextInt(24));
        }
        for (int i = 0; i < NOISE; i++) {
            noise[i] = (byte) Math.round(random.nextGaussian() * 3);
        }
    }

    /** Paints the next frame; numbers rise by one. The array is used again. */
    byte[] paint(int frame) {
        int shift = new Random(frame).nextInt(NOISE - luma.length);
        for (int i = 0; i < luma.length; i++) {
            luma[i] = (byte) (bedding[i] + noise[shift + i]);
        }
        for (int cage = 0; cage < COLUMNS * ROWS; cage++) {
            animal(cage, frame);
        }
        FrameBarCode.write(frame, luma, WIDTH);
        return luma;
    }

    private void animal(int cage, int frame) {
        int act = new Random(31L * cage + 1009L * (frame / BOUT)).nextInt(4);
        double strength = 0.4 + 0.6 * new Random(17L * cage + frame / BOUT).nextDouble();
        if (act == 1) {
            walked[cage] += strength * 1.5 / RATE;
        }
        double shake = act == 2 ? 6 * strength * Math.sin(frame * 2 * Math.PI * 4 / RATE) : 0;
        int column = cage % COLUMNS;
        int row = cage / COLUMNS;
        double x = (column + 0.5) * WIDTH / COLUMNS + 60 * Math.cos(walked[cage] + cage) + shake;
        double y = (row + 0.5) * HEIGHT / ROWS + 60 * Math.sin(1.3 * walked[cage]);
        for (int dy = -BODY; dy <= BODY; dy++) {
            for (int dx = -BODY; dx <= BODY; dx++) {
                if (dx * dx * 2 + dy * dy * 4 < BODY * BODY) {
                    int at = ((int) y + dy) * WIDTH + (int) x + dx;
                    luma[at] = (byte) (70 + (dx + dy & 15) + noise[at + frame & NOISE - 1]);
                }
            }
        }
    }
}
