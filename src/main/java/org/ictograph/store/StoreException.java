package org.ictograph.store;

/** A study file cannot be read or written. The message is a sentence for the user: what, where and what to do. */
public final class StoreException extends Exception {
    private static final long serialVersionUID = 1L;

    public StoreException(String sentence) {
        super(sentence);
    }

    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
