package org.ictograph.video;

/** A video cannot be read or written. The message is a sentence for the user: what, where and what to do. */
public final class VideoException extends Exception {
    private static final long serialVersionUID = 1L;

    public VideoException(String sentence) {
        super(sentence);
    }

    public VideoException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
