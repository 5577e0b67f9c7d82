package org.ictograph.store.sqlite;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Whether a text is a moment, for who reads a million of them: entries of a log come hour after hour, so the hour is parsed
 * once and only what follows it is looked at again. One for each reading, on any of its threads.
 */
final class WrittenMoment {
    /** Length of {@code 2026-11-26T20}. */
    private static final int HOUR = 13;

    private static final Pattern IN_HOUR = Pattern.compile(":[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?Z");

    /** The hour met last, in which any moment that looks like one is one. */
    private volatile String known = "no hour yet";

    /** @throws DateTimeException exactly where {@link Instant#parse} throws it */
    void refuseOther(String text) {
        if (!text.startsWith(known)
                || !IN_HOUR.matcher(text).region(HOUR, text.length()).matches()) {
            Instant moment = Instant.parse(text);
            // Not every text names its hour as usual: 24:00 belongs to the next day, years beyond 9999 are longer.
            if (moment.toString().startsWith(text.substring(0, HOUR))) {
                known = text.substring(0, HOUR);
            }
        }
    }
}
