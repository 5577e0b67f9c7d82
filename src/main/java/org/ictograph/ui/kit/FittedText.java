package org.ictograph.ui.kit;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Cuts texts for painting so that they fit. Remembers widths, since the same labels come again and again. FX thread. */
public final class FittedText {
    private final Font font;
    private final Map<String, Double> widths = new HashMap<>();

    public FittedText(Font font) {
        this.font = font;
    }

    public Font font() {
        return font;
    }

    /** Width of a text in pixels. */
    public double width(String text) {
        return widths.computeIfAbsent(text, measured -> {
            Text node = new Text(measured);
            node.setFont(font);
            return node.getLayoutBounds().getWidth();
        });
    }

    /** The text, or its beginning with an ellipsis, or nothing when not even three letters fit. */
    public String fit(String text, double room) {
        double width = width(text);
        if (width <= room) {
            return text;
        }
        int letters = (int) (text.length() * (room - width("…")) / width);
        return letters < 3 ? "" : text.substring(0, letters).strip() + "…";
    }
}
