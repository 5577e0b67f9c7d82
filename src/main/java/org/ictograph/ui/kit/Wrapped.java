package org.ictograph.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Controls in a line that go on in another one where there is no room, as in large text. */
public final class Wrapped {
    private static final double GAP = 6;

    private Wrapped() {}

    /** Controls from the left. */
    public static FlowPane line(Node... controls) {
        FlowPane line = new FlowPane(GAP, GAP, controls);
        line.setMinWidth(0);
        return line;
    }

    /** Controls that stand at the right of what is before them in a box. */
    public static FlowPane right(Node... controls) {
        FlowPane line = line(controls);
        line.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }
}
