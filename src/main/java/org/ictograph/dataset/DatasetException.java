package org.ictograph.dataset;

/** A data set cannot be written or read. The message is a sentence for the user: what, where and what to do. */
public final class DatasetException extends Exception {
    private static final long serialVersionUID = 1L;

    public DatasetException(String sentence) {
        super(sentence);
    }

    public DatasetException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
