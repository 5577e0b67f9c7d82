package org.ictograph.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * A region that is painted rather than built of nodes. However often {@link #repaint} is asked for, it paints at most
 * once in each pulse, and not at all while nothing changes. Light nodes, such as a playhead, lie above the painting as
 * unmanaged children. What is painted grows with the text of the window by {@link #textFactor}.
 */
public abstract class PaintedRegion extends Region {
    private final Canvas canvas = new Canvas();
    private final ObservableValue<Double> factor = TextSize.factor(this);
    private boolean dirty = true;

    protected PaintedRegion() {
        setMinSize(0, 0);
        getChildren().add(canvas);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        factor.addListener((property, before, now) -> {
            textResized(now);
            repaint();
        });
    }

    /** Says that what was painted is no longer true. */
    public final void repaint() {
        dirty = true;
        requestLayout();
    }

    /** How many times as large as usual texts are to be painted. */
    protected final double textFactor() {
        return factor.getValue();
    }

    /** Is called when texts are to be painted larger or smaller than before, before painting. */
    protected void textResized(double times) {}

    /** Paints everything on an empty ground. */
    protected abstract void paint(GraphicsContext canvas, double width, double height);

    /** Is called when the size has changed, before painting. */
    protected void resized(double width, double height) {}

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != canvas.getWidth() || height != canvas.getHeight()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            resized(width, height);
            dirty = true;
        }
        if (dirty && width > 0 && height > 0) {
            dirty = false;
            GraphicsContext context = canvas.getGraphicsContext2D();
            context.clearRect(0, 0, width, height);
            paint(context, width, height);
        }
    }
}
