package org.ictograph.ui.kit;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.ictograph.model.Box;

/**
 * Shows a frame, or the part of it inside a box, as large as there is room without distorting it. Knows which source
 * pixel lies where. The picture may be smaller than the source that it was decoded from. FX thread.
 */
public final class VideoView extends Region {
    private final ImageView picture = new ImageView();
    private final FrameImage frame;
    /** Keeps the listener alive exactly as long as the view. */
    private final InvalidationListener onFrame = this::frameChanged;

    private double sourceWidth = 1;
    private double sourceHeight = 1;
    private Optional<Box> zoom = Optional.empty();

    public VideoView(FrameImage frame) {
        this.frame = frame;
        getStyleClass().add("video-view");
        getChildren().add(picture);
        picture.setSmooth(true);
        setMinSize(0, 0);
        frame.image().addListener(onFrame);
        frameChanged(frame.image());
    }

    /** Stops following the frame; for views that are thrown away before it. */
    public void detach() {
        frame.image().removeListener(onFrame);
    }

    /** Size of the source picture in pixels: what boxes are measured in. */
    public void setSource(int width, int height) {
        sourceWidth = width;
        sourceHeight = height;
        requestLayout();
    }

    /** Shows only what is inside a box, or everything again. */
    public void setZoom(Optional<Box> box) {
        zoom = box;
        requestLayout();
    }

    /** Where the shown part of the picture lies in this view. */
    public Bounds pictureBounds() {
        return picture.getBoundsInParent();
    }

    /** Screen pixels for each source pixel. */
    public double scale() {
        return picture.getFitWidth() / shown().getWidth();
    }

    /** The place in the view of a place in the source picture. */
    public Point2D toView(double sourceX, double sourceY) {
        Rectangle2D part = shown();
        return new Point2D(
                picture.getLayoutX() + (sourceX - part.getMinX()) * scale(),
                picture.getLayoutY() + (sourceY - part.getMinY()) * scale());
    }

    /** The place in the source picture of a place in the view; may lie outside the picture. */
    public Point2D toSource(double viewX, double viewY) {
        Rectangle2D part = shown();
        return new Point2D(
                (viewX - picture.getLayoutX()) / scale() + part.getMinX(),
                (viewY - picture.getLayoutY()) / scale() + part.getMinY());
    }

    /** The shown part of the source picture. */
    private Rectangle2D shown() {
        return zoom.map(box -> new Rectangle2D(box.x(), box.y(), box.width(), box.height()))
                .orElseGet(() -> new Rectangle2D(0, 0, sourceWidth, sourceHeight));
    }

    private void frameChanged(Observable changed) {
        picture.setImage(frame.image().get().orElse(null));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Rectangle2D part = shown();
        double scale = Math.min(getWidth() / part.getWidth(), getHeight() / part.getHeight());
        double width = Math.max(1, part.getWidth() * scale);
        double height = Math.max(1, part.getHeight() * scale);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        picture.setLayoutX(Math.floor((getWidth() - width) / 2));
        picture.setLayoutY(Math.floor((getHeight() - height) / 2));
        Image image = picture.getImage();
        if (image != null) {
            double across = image.getWidth() / sourceWidth;
            double down = image.getHeight() / sourceHeight;
            picture.setViewport(new Rectangle2D(
                    part.getMinX() * across, part.getMinY() * down, part.getWidth() * across, part.getHeight() * down));
        }
    }
}
