package org.ictograph.exchange;

/** A label file cannot be read or written. The message is a sentence for the user: which file, what is wrong, where. */
public class ExchangeException extends Exception {
    public ExchangeException(String message) {
        super(message);
    }

    public ExchangeException(String message, Throwable cause) {
        super(message, cause);
    }
}
