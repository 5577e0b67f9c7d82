package org.ictograph.ui.annotate;

import java.util.Optional;
import org.ictograph.model.Box;

/** Where a box can be taken hold of: its inside, its corners and the middles of its edges. */
public enum BoxGrip {
    INSIDE(0, 0),
    TOP_LEFT(-1, -1),
    TOP(0, -1),
    TOP_RIGHT(1, -1),
    RIGHT(1, 0),
    BOTTOM_RIGHT(1, 1),
    BOTTOM(0, 1),
    BOTTOM_LEFT(-1, 1),
    LEFT(-1, 0);

    private final int across;
    private final int down;

    BoxGrip(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /** Where the handle lies, in source pixels from the left. */
    public double x(Box box) {
        return box.x() + box.width() * (across + 1) / 2.0;
    }

    /** Where the handle lies, in source pixels from the top. */
    public double y(Box box) {
        return box.y() + box.height() * (down + 1) / 2.0;
    }

    /**
     * The grip at a place. Cages stand close beside each other, so that outside of the box a handle reaches half as far: what
     * begins there is more likely the next cage.
     *
     * @param reach how far around a handle it can still be taken, in source pixels
     */
    public static Optional<BoxGrip> at(Box box, double x, double y, double reach) {
        double far = box.contains(x, y) ? reach : reach / 2;
        for (BoxGrip grip : values()) {
            if (grip != INSIDE && Math.abs(grip.x(box) - x) <= far && Math.abs(grip.y(box) - y) <= far) {
                return Optional.of(grip);
            }
        }
        return box.contains(x, y) ? Optional.of(INSIDE) : Optional.empty();
    }

    /** The box after this grip was pulled so far; it may be turned over, never emptied. */
    public Box pulled(Box box, double dx, double dy, int pictureWidth, int pictureHeight) {
        if (this == INSIDE) {
            return box.moved(dx, dy, pictureWidth, pictureHeight);
        }
        return Box.snapped(
                box.x() + (across < 0 ? dx : 0),
                box.y() + (down < 0 ? dy : 0),
                box.right() + (across > 0 ? dx : 0),
                box.bottom() + (down > 0 ? dy : 0),
                pictureWidth,
                pictureHeight);
    }
}
