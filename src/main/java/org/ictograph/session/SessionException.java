package org.ictograph.session;

/** Something cannot be done as asked. The message is a sentence for the user: what, where and what to do. */
public final class SessionException extends Exception {
    private static final long serialVersionUID = 1L;

    public SessionException(String sentence) {
        super(sentence);
    }

    public SessionException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
