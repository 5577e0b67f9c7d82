package org.ictograph.ui.annotate;

import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.ictograph.ui.kit.VideoView;

/** The key points of the frame on the screen, over a view of it. */
final class PointsOverlay extends Region {
    private final PointsViewModel points;
    private final VideoView video;
    private final Canvas canvas = new Canvas();
    private final javafx.beans.InvalidationListener changed = this::changed;

    PointsOverlay(PointsViewModel points, VideoView video) {
        this.points = points;
        this.video = video;
        getStyleClass().add("points-overlay");
        setMinSize(0, 0);
        setMouseTransparent(true);
        getChildren().add(canvas);
        points.frame().addListener(changed);
        points.animals().addListener(changed);
        video.layoutBoundsProperty().addListener(changed);
    }

    /** Stops following; for views that are thrown away before the points. */
    void detach() {
        points.frame().removeListener(changed);
        points.animals().removeListener(changed);
    }

    private void changed(Observable what) {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        video.layout();
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), getHeight());
        Bounds picture = video.pictureBounds();
        for (PointsViewModel.Point point : points.points()) {
            Point2D at = video.toView(point.x(), point.y());
            if (picture.contains(at)) {
                point.look().draw(pen, at.getX(), at.getY(), point.sure());
            }
        }
    }
}
