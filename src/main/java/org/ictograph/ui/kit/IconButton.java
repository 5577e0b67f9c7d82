package org.ictograph.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A flat button with a picture on it and its meaning, with its key, in a tooltip. It never takes the keyboard focus, so
 * that keys keep going to what the person works on.
 */
public final class IconButton extends Button {
    private final FontIcon icon;

    public IconButton(Ikon picture, String meaning, Runnable action) {
        icon = new FontIcon(picture);
        setGraphic(icon);
        getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-button");
        setTooltip(new Tooltip(meaning));
        setAccessibleText(meaning);
        setFocusTraversable(false);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(pressed -> action.run());
    }

    /** Changes the picture, as when play becomes pause. */
    public void setPicture(Ikon picture) {
        icon.setIconCode(picture);
    }
}
