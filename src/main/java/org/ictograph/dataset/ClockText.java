package org.ictograph.dataset;

import java.util.Locale;
import org.ictograph.model.Span;

/** Times since the start of a recording as people read them: {@code 1:02:03.5}. */
final class ClockText {
    private ClockText() {}

    static String of(long micros) {
        long seconds = micros / Span.SECOND;
        long tenths = micros % Span.SECOND / (Span.SECOND / 10);
        return String.format(Locale.ROOT, "%d:%02d:%02d.%d", seconds / 3600, seconds / 60 % 60, seconds % 60, tenths);
    }
}
