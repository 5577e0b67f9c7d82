package org.ictograph.video.ffmpeg;

import java.io.ByteArrayOutputStream;

/**
 * How bright the parts of each frame of a clip are, 8 × 8 of them: enough to tell a frame that was lost, painted grey or put
 * elsewhere, without keeping its picture. Every fourth row is looked at. Confined to one thread.
 */
final class FrameShades {
    /** Levels by which the mean of a part may be off: a lossy codec is off by a few, a grey frame by dozens. */
    private static final int NEAR = 16;

    private static final int PARTS = 8;
    private static final int ROWS = 4;

    /** Black of padding and masks, a level more for what a scaler makes of it. */
    private static final int BLACK = 17;
    /** Levels between the darkest and the brightest of one shade: what decoders and recorders paint for a lost picture. */
    private static final int ONE_SHADE = 1;

    private final int width;
    private final int height;
    private final ByteArrayOutputStream shades = new ByteArrayOutputStream();

    FrameShades(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Remembers the next frame, given its brightness. */
    void add(byte[] luma) {
        shades.writeBytes(of(luma));
    }

    /** All that was added. */
    byte[] all() {
        return shades.toByteArray();
    }

    /** Whether a frame shows what was remembered under its number. */
    static boolean alike(byte[] all, int frame, byte[] shades) {
        int from = frame * PARTS * PARTS;
        if (from + shades.length > all.length) {
            return false;
        }
        for (int i = 0; i < shades.length; i++) {
            if (Math.abs((all[from + i] & 0xff) - (shades[i] & 0xff)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /** The mean brightness of each part. */
    byte[] of(byte[] luma) {
        byte[] means = new byte[PARTS * PARTS];
        for (int part = 0; part < means.length; part++) {
            int left = part % PARTS * width / PARTS;
            int right = Math.max(left + 1, (part % PARTS + 1) * width / PARTS);
            int top = part / PARTS * height / PARTS;
            int bottom = Math.max(top + 1, (part / PARTS + 1) * height / PARTS);
            int sum = 0;
            int rows = 0;
            for (int y = top; y < bottom; y += ROWS) {
                rows++;
                for (int x = left; x < right; x++) {
                    sum += luma[y * width + x] & 0xff;
                }
            }
            means[part] = (byte) (sum / (rows * (right - left)));
        }
        return means;
    }

    /** Whether a frame shows nothing: besides the black of padding and masks it has one shade at most. */
    boolean isBlank(byte[] luma) {
        int darkest = 255;
        int brightest = 0;
        for (int y = 0; y < height; y += ROWS) {
            for (int x = 0; x < width; x++) {
                int shade = luma[y * width + x] & 0xff;
                if (shade > BLACK) {
                    darkest = Math.min(darkest, shade);
                    brightest = Math.max(brightest, shade);
                    if (brightest - darkest > ONE_SHADE) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
