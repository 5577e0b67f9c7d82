package org.ictograph.ui.shell;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.settings.Appearance;
import org.ictograph.settings.Exposures;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.Preferences;
import org.ictograph.settings.Settings;
import org.ictograph.settings.SettingsException;
import org.ictograph.settings.Viewing;

/** What the person prefers, kept as soon as it changes. FX thread. */
final class Likes {
    private final Settings settings;
    private final Consumer<String> trouble;
    private final ReadOnlyObjectWrapper<KeyMap> keys;
    private Preferences now;

    /** @param trouble hears the sentence when something cannot be kept */
    Likes(Settings settings, Consumer<String> trouble) {
        this.settings = settings;
        this.trouble = trouble;
        this.now = settings.preferences();
        this.keys = new ReadOnlyObjectWrapper<>(settings.keyMap());
    }

    Preferences now() {
        return now;
    }

    /** Who worked last, or whoever is logged in. */
    String worker() {
        return now.rater().isBlank() ? System.getProperty("user.name", "") : now.rater();
    }

    /** What the keys do. */
    ReadOnlyObjectProperty<KeyMap> keys() {
        return keys.getReadOnlyProperty();
    }

    /** Other keys, from now on. */
    void keep(KeyMap chosen) {
        keys.set(chosen);
        keep(() -> settings.keep(chosen));
    }

    Exposures exposures() {
        return settings.exposures();
    }

    void keep(Exposures exposures) {
        keep(() -> settings.keep(exposures));
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
            keep(() -> settings.keep(to));
        }
    }

    private void keep(Keeping keeping) {
        try {
            keeping.keep();
        } catch (SettingsException refused) {
            trouble.accept(String.valueOf(refused.getMessage()));
        }
    }

    /** Writes something down. */
    private interface Keeping {
        void keep() throws SettingsException;
    }
}
