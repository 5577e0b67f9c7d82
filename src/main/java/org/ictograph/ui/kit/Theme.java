package org.ictograph.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import org.ictograph.settings.Dress;

/**
 * Light, dark or high contrast. Controls take their colours from the theme's style sheet and {@code ictograph.css}; what
 * is painted on canvases takes them from {@link #palette()}. High contrast is the dark theme with other colours under the
 * same names, from {@code contrast.css}.
 */
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST;

    /** The theme of a dress. */
    public static Theme of(Dress dress) {
        return valueOf(dress.name());
    }

    /** What settings keep of it. */
    public Dress dress() {
        return Dress.valueOf(name());
    }

    public Palette palette() {
        return switch (this) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case CONTRAST -> Palette.CONTRAST;
        };
    }

    /** The next one. */
    public Theme other() {
        return switch (this) {
            case LIGHT -> DARK;
            case DARK -> CONTRAST;
            case CONTRAST -> LIGHT;
        };
    }

    /** Dresses a scene; popups of its window follow. */
    public void applyTo(Scene scene) {
        atlantafx.base.theme.Theme primer = this == LIGHT ? new PrimerLight() : new PrimerDark();
        scene.setUserAgentStylesheet(primer.getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        this == CONTRAST
                                ? List.of(sheet("ictograph.css"), sheet("contrast.css"))
                                : List.of(sheet("ictograph.css")));
        PopupLists.dress(scene);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/org/ictograph/ui/" + name))
                .toExternalForm();
    }
}
