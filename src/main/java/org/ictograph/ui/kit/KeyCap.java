package org.ictograph.ui.kit;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.ictograph.model.Label;

/** A label of the protocol as raters meet it: its key, its looks and its name, with its definition under the pointer. */
public final class KeyCap extends HBox {
    private static final double SWATCH_WIDTH = 10;
    private static final double SWATCH_HEIGHT = 12;

    /** @param title what it is called on this screen */
    public KeyCap(Label label, LabelPaint paint, String title) {
        javafx.scene.control.Label key = new javafx.scene.control.Label(label.key());
        key.getStyleClass().add("key");
        getChildren()
                .addAll(key, swatch(label, paint, SWATCH_WIDTH, SWATCH_HEIGHT), new javafx.scene.control.Label(title));
        getStyleClass().add("key-cap");
        setUserData(label.name());
        define(label);
    }

    private void define(Label label) {
        if (!label.definition().isEmpty()) {
            Tooltip definition = new Tooltip(label.definition());
            definition.setWrapText(true);
            definition.setMaxWidth(400);
            Tooltip.install(this, definition);
            setAccessibleHelp(label.definition());
        }
    }

    /** A piece of a bar of the label. */
    public static Canvas swatch(Label label, LabelPaint paint, double width, double height) {
        Canvas swatch = new Canvas(width, height);
        paint.bar(swatch.getGraphicsContext2D(), label, LabelPaint.Provenance.PERSON, 1, 0, 0, width, height);
        return swatch;
    }
}
