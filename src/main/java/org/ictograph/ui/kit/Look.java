package org.ictograph.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What every screen is made with: the texts, and the theme that painted parts follow. */
public record Look(Messages messages, ReadOnlyObjectProperty<Theme> theme) {
    /**
     * The same look for screens that come and go: their listeners hang on a theme of their own, which follows this one
     * weakly, so that a window does not hold on to every screen that it ever showed.
     */
    public Look forAWhile() {
        ObjectProperty<Theme> own = new SimpleObjectProperty<>();
        own.bind(theme);
        return new Look(messages, own);
    }

    /** The text of a key; see {@link Messages#text}. */
    public String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    public Palette palette() {
        return theme.get().palette();
    }
}
