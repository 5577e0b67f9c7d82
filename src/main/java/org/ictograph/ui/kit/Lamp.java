package org.ictograph.ui.kit;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A small lamp with a word beside it: shape, colour and word change together. */
public final class Lamp extends Label {
    /** What a lamp can say. */
    public enum Light {
        /** All is well. */
        GOOD,
        /** Something is under way. */
        BUSY,
        /** Something went wrong. */
        BAD,
        /** A mode is switched on. */
        ACTIVE,
        /** Nothing to say. */
        OFF
    }

    public Lamp() {
        getStyleClass().add("lamp");
        Region bulb = new Region();
        bulb.getStyleClass().add("bulb");
        setGraphic(bulb);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Changes light and word. */
    public void show(Light light, String word) {
        for (Light other : Light.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(other.name().toLowerCase(Locale.ROOT)), other == light);
        }
        setText(word);
    }
}
