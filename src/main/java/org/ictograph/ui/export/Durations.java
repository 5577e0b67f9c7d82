package org.ictograph.ui.export;

import org.ictograph.ui.bench.Bench;

/** Lengths of time as a person says them: seconds, minutes, then hours. */
final class Durations {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private Durations() {}

    static String text(Bench bench, double seconds) {
        if (seconds < 1.5 * MINUTE) {
            return bench.text("export.seconds", Math.max(1, Math.round(seconds)));
        }
        return seconds < 1.5 * HOUR
                ? bench.text("export.minutes", Math.round(seconds / MINUTE))
                : bench.text("export.hours", seconds / HOUR);
    }
}
