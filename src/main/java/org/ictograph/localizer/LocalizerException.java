package org.ictograph.localizer;

/** A network cannot be read, written or run. The message is a sentence for the user: what, where and what to do. */
public final class LocalizerException extends Exception {
    private static final long serialVersionUID = 1L;

    public LocalizerException(String sentence) {
        super(sentence);
    }

    public LocalizerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
