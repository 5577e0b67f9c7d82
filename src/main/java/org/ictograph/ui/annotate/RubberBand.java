package org.ictograph.ui.annotate;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A rectangle that is being drawn on the lanes to choose what it touches. FX thread. */
public final class RubberBand {
    /** In pixels of the lanes, scrolled ones included. */
    public record Area(double left, double top, double right, double bottom) {
        /** Between two corners. */
        static Area between(double x, double y, double otherX, double otherY) {
            return new Area(Math.min(x, otherX), Math.min(y, otherY), Math.max(x, otherX), Math.max(y, otherY));
        }
    }

    private final ReadOnlyObjectWrapper<Optional<Area>> area = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean left = true;
    private double x;
    private double y;

    /** What is drawn so far; empty while nothing is. */
    public ReadOnlyObjectProperty<Optional<Area>> area() {
        return area.getReadOnlyProperty();
    }

    /** Puts the first corner; nothing is drawn yet. */
    void begin(double atX, double atY) {
        left = false;
        x = atX;
        y = atY;
    }

    /** Moves the other corner; nothing happens after the band was left. */
    void stretch(double toX, double toY) {
        if (!left) {
            area.set(Optional.of(Area.between(x, y, toX, toY)));
        }
    }

    /** Ends drawing and gives what was drawn. */
    Optional<Area> take() {
        Optional<Area> drawn = area.get();
        leave();
        return drawn;
    }

    /** Gives up what is drawn, until another is begun; false when nothing was. */
    boolean leave() {
        boolean drawn = area.get().isPresent();
        left = true;
        area.set(Optional.empty());
        return drawn;
    }
}
