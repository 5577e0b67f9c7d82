package org.ictograph.ui.kit;

import org.ictograph.model.Box;

/** Colours inside a box of the source picture are shown as other ones. Immutable. */
public final class Tone {
    private final Box box;
    private final byte[] table;

    /** @param table 256 values; what each value of a colour is shown as */
    public Tone(Box box, byte[] table) {
        this.box = box;
        this.table = table.clone();
    }

    /** What lies inside the box cannot be seen. */
    public static Tone black(Box box) {
        return new Tone(box, new byte[256]);
    }

    /** Changes the pixels of a picture of some size: rows of four bytes a pixel, the last of which stays. */
    void apply(byte[] bgra, int width, int height, double across, double down) {
        int left = (int) Math.max(0, Math.round(box.x() * across));
        int right = (int) Math.min(width, Math.round(box.right() * across));
        int top = (int) Math.max(0, Math.round(box.y() * down));
        int bottom = (int) Math.min(height, Math.round(box.bottom() * down));
        for (int y = top; y < bottom; y++) {
            int end = 4 * (y * width + right);
            for (int at = 4 * (y * width + left); at < end; at += 4) {
                bgra[at] = table[bgra[at] & 0xff];
                bgra[at + 1] = table[bgra[at + 1] & 0xff];
                bgra[at + 2] = table[bgra[at + 2] & 0xff];
            }
        }
    }
}
