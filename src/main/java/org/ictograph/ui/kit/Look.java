package org.ictograph.ui.kit;

import javafx.beans.property.ReadOnlyObjectProperty;

/** What every screen is made with: the texts, and the theme that painted parts follow. */
public record Look(Messages messages, ReadOnlyObjectProperty<Theme> theme) {
    /** The text of a key; see {@link Messages#text}. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public Palette palette() {
        return theme.get().palette();
    }
}
