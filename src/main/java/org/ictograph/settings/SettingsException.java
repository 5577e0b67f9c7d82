package org.ictograph.settings;

/** Settings cannot be kept. The message is a sentence for the user: what, where and what to do. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    public SettingsException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
