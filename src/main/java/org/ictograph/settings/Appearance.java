package org.ictograph.settings;

/**
 * How the window looks.
 *
 * @param dress how it is coloured
 * @param language a language tag such as {@code de}, empty for the language of the system
 * @param textSize of usual text, in logical pixels
 * @param window how large it is
 */
public record Appearance(Dress dress, String language, int textSize, WindowSize window) {
    /** What holds until somebody chooses. The window fits a screen of 1366 × 768. */
    public static final Appearance STANDARD = new Appearance(Dress.LIGHT, "", 12, new WindowSize(1280, 720, false));

    public Appearance {
        if (textSize < 8 || textSize > 32) {
            throw new IllegalArgumentException("Text is 8 to 32 pixels high, not " + textSize);
        }
    }

    public Appearance withDress(Dress changed) {
        return new Appearance(changed, language, textSize, window);
    }

    public Appearance withLanguage(String changed) {
        return new Appearance(dress, changed, textSize, window);
    }

    public Appearance withTextSize(int changed) {
        return new Appearance(dress, language, changed, window);
    }

    public Appearance withWindow(WindowSize changed) {
        return new Appearance(dress, language, textSize, changed);
    }
}
