package org.ictograph.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * Light or dark. Controls take their colours from the theme's style sheet and {@code ictograph.css}; what is painted on
 * canvases takes them from {@link #palette()}.
 */
public enum Theme {
    LIGHT,
    DARK;

    public Palette palette() {
        return this == LIGHT ? Palette.LIGHT : Palette.DARK;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** Dresses a scene; popups of its window follow. */
    public void applyTo(Scene scene) {
        URL sheet = Objects.requireNonNull(Theme.class.getResource("/org/ictograph/ui/ictograph.css"));
        atlantafx.base.theme.Theme primer = this == LIGHT ? new PrimerLight() : new PrimerDark();
        scene.setUserAgentStylesheet(primer.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet.toExternalForm());
    }
}
