package org.ictograph.video;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How two files of a recording meet.
 *
 * @param before the file that ends there
 * @param after the file that begins there
 * @param hole microseconds of time between them without pictures, 0 when they follow each other directly
 * @param dropped how many pictures would have filled the hole
 * @param doubled how many pictures end the one file and begin the other once more
 * @param still true when the picture stands still there, so that doubled pictures would not show
 */
public record Seam(Path before, Path after, long hole, int dropped, int doubled, boolean still) {
    /** True when nothing is missing and nothing is there twice, as far as can be told. */
    public boolean sound() {
        return dropped == 0 && doubled == 0;
    }

    /** What a person should know about it. */
    public String sentence() {
        String names = before.getFileName() + " and " + after.getFileName();
        if (doubled > 0) {
            return names + ": the last " + frames(doubled) + " of the first file " + (doubled == 1 ? "is" : "are")
                    + " there again at the start of the second.";
        }
        if (dropped > 0) {
            return names + ": " + seconds() + " between them were not filmed, about " + frames(dropped) + ".";
        }
        return names + ": they follow each other without a gap"
                + (still
                        ? "; the picture stands still there, so frames that are there twice would not show."
                        : ", and no frame is there twice.");
    }

    private String seconds() {
        return String.format(Locale.ROOT, hole < 10_000_000 ? "%.2f s" : "%.0f s", hole / 1e6);
    }

    private static String frames(int number) {
        return number == 1 ? "1 frame" : number + " frames";
    }
}
