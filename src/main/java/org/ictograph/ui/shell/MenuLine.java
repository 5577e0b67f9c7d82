package org.ictograph.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * A line of a menu: what it does, and its key at the right. The key is only shown: keys are listened to in one place,
 * which knows when letters belong to text that is being typed.
 */
final class MenuLine extends CustomMenuItem {
    private static final double WIDTH = 270;
    private static final double LEAST_AIR = 20;

    MenuLine(String id, String words, String key, Runnable action) {
        setId(id);
        Label what = new Label(words);
        Label keys = new Label(key);
        keys.getStyleClass().add("menu-key");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox line = new HBox(what, air, keys);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(WIDTH);
        what.setMinWidth(Region.USE_PREF_SIZE);
        keys.setMinWidth(Region.USE_PREF_SIZE);
        air.setMinWidth(LEAST_AIR);
        setContent(line);
        setOnAction(chosen -> action.run());
    }
}
