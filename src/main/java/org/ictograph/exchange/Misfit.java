package org.ictograph.exchange;

/** A foreign mark does not fit the study; the message ends the sentence that names its place. */
final class Misfit extends Exception {
    Misfit(String message) {
        super(message);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
