package org.ictograph.settings;

import java.util.Arrays;
import java.util.Locale;

/** How the window is coloured. */
public enum Dress {
    LIGHT,
    DARK,
    /** Black and white with a bright accent, for eyes that need it and rooms that are too bright or too dark. */
    CONTRAST;

    /** How settings name it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such dress */
    public static Dress named(String id) {
        return Arrays.stream(values())
                .filter(dress -> dress.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a theme is light, dark or contrast"));
    }
}
