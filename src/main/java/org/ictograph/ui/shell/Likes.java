package org.ictograph.ui.shell;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ictograph.settings.Appearance;
import org.ictograph.settings.Exposures;
import org.ictograph.settings.Preferences;
import org.ictograph.settings.Settings;
import org.ictograph.settings.SettingsException;
import org.ictograph.settings.Viewing;

/** What the person prefers, kept as soon as it changes. FX thread. */
final class Likes {
    private final Settings settings;
    private final Consumer<String> trouble;
    private Preferences now;

    /** @param trouble hears the sentence when something cannot be kept */
    Likes(Settings settings, Consumer<String> trouble) {
        this.settings = settings;
        this.trouble = trouble;
        this.now = settings.preferences();
    }

    Preferences now() {
        return now;
    }

    /** Who worked last, or whoever is logged in. */
    String worker() {
        return now.rater().isBlank() ? System.getProperty("user.name", "") : now.rater();
    }

    Exposures exposures() {
        return settings.exposures();
    }

    void keep(Exposures exposures) {
        try {
            settings.keep(exposures);
        } catch (SettingsException refused) {
            trouble.accept(String.valueOf(refused.getMessage()));
        }
    }

    void changeAppearance(UnaryOperator<Appearance> changed) {
        change(likes -> likes.withAppearance(changed.apply(likes.appearance())));
    }

    void changeViewing(UnaryOperator<Viewing> changed) {
        change(likes -> likes.withViewing(changed.apply(likes.viewing())));
    }

    void change(UnaryOperator<Preferences> changed) {
        Preferences to = changed.apply(now);
        if (!to.equals(now)) {
            now = to;
            try {
                settings.keep(to);
            } catch (SettingsException refused) {
                trouble.accept(String.valueOf(refused.getMessage()));
            }
        }
    }
}
