package org.ictograph.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** What a field beside it or below it is called. It is never cut, and is read out with the field when it names one. */
public final class FieldName extends Label {
    /** For something that has an accessible text of its own. */
    public FieldName(String words) {
        super(words);
        getStyleClass().add("field-name");
        setMinWidth(USE_PREF_SIZE);
    }

    public FieldName(String words, Node field) {
        this(words);
        setLabelFor(field);
    }
}
