package org.ictograph.report.drawing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A place in a drawing that stands for something and can be chosen.
 *
 * @param words what it stands for, as a sentence that is shown and read aloud
 * @param marks ids of the marks behind it
 * @param raters the two raters behind it, where it stands for a pair
 */
public record Spot(
        double x, double y, double width, double height, String words, Set<UUID> marks, Optional<Two> raters) {
    /** Two raters by their place in the list of raters. */
    public record Two(int first, int second) {}

    public Spot {
        marks = Set.copyOf(marks);
    }

    public boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }
}
