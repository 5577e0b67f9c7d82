package org.ictograph.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ictograph.model.Recording;

/** Key points of the film of a {@link RatedStudy}, in both cages: edges of the bar that moves by three pixels a frame. */
public final class BarPoints {
    private static final int CAGE = 160;
    private static final int BAR = 30;
    private static final int STEP = 3;
    private static final double NOT_SURE = 0.3;

    private BarPoints() {}

    /** Where the left edge of the bar is in a cage, in pixels from the left of the cage. */
    public static int left(int frame) {
        return Math.floorMod(-STEP * frame, CAGE);
    }

    /** A table of DeepLabCut for several animals. In the second the tail is never sure. */
    public static Path write(Path file, Recording recording) throws IOException {
        StringBuilder text = new StringBuilder("scorer" + ",D".repeat(12) + "\n");
        text.append("individuals").append(",a".repeat(6)).append(",b".repeat(6)).append('\n');
        text.append("bodyparts")
                .append(",nose,nose,nose,tail,tail,tail".repeat(2))
                .append('\n');
        text.append("coords").append(",x,y,likelihood".repeat(4)).append('\n');
        for (int frame = 0; frame < recording.frames(); frame++) {
            text.append(frame);
            for (int animal = 0; animal < 2; animal++) {
                int corner = animal * CAGE;
                point(text, corner + left(frame), 60, 0.9);
                point(text, corner + (left(frame) + BAR) % CAGE, 180, animal == 0 ? 0.9 : NOT_SURE);
            }
            text.append('\n');
        }
        return Files.writeString(file, text);
    }

    private static void point(StringBuilder text, int x, int y, double likelihood) {
        text.append(String.format(Locale.ROOT, ",%d.0,%d.0,%.1f", x, y, likelihood));
    }
}
