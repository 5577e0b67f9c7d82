package org.ictograph.ui.kit;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every text that the screens show, by key, from {@code org/ictograph/ui/messages.properties} or a translation beside it.
 * Texts are message formats: {@code {0}} stands for the first argument, and apostrophes are written ’.
 */
public final class Messages {
    private static final String BUNDLE = "org.ictograph.ui.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in the language that the program is written in. */
    public static Messages english() {
        return new Messages(Locale.ENGLISH);
    }

    /**
     * The text of a key with its arguments filled in.
     *
     * @throws java.util.MissingResourceException when there is no such text
     */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** True when there is a text for a key that is put together at run time. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** All keys in alphabetical order. */
    public Set<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }
}
