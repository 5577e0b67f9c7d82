package org.ictograph.ui.annotate;

import javafx.scene.Group;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;

/** The red line at the time that the video shows; light, so that moving it repaints nothing else. */
final class Playhead extends Group {
    private final Line line = new Line();

    /** @param head whether the line wears the handle by which it can be dragged */
    Playhead(boolean head) {
        setManaged(false);
        setMouseTransparent(true);
        line.getStyleClass().add("playhead");
        getChildren().add(line);
        if (head) {
            Polygon handle = new Polygon(-5, 0, 5, 0, 5, 5, 0, 11, -5, 5);
            handle.getStyleClass().add("playhead-handle");
            getChildren().add(handle);
        }
    }

    void setHeight(double height) {
        line.setEndY(height);
    }

    void moveTo(double x, double width) {
        setVisible(x >= 0 && x <= width);
        setTranslateX(Math.round(x) + 0.5);
    }
}
