package org.ictograph.exchange.format;

/** One entry of a foreign file cannot be read; the message ends the sentence that names its place. */
final class Misread extends Exception {
    Misread(String message) {
        super(message);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
