package org.ictograph.session;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Uptime;
import org.jspecify.annotations.Nullable;

/**
 * Compares the clock on the wall with the one that never goes back, entry after entry. The latter stands still while a
 * machine sleeps, so a jump forward may also be a lid that was closed. Entries from other copies of the study have other
 * clocks and are passed over.
 */
final class ClockCheck {
    /** Clocks are set by some seconds all the time. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    private @Nullable LogEntry before;

    Set<Anomaly> look(LogEntry entry) {
        if (entry.origin().isPresent()) {
            return Set.of();
        }
        Set<Anomaly> found = EnumSet.noneOf(Anomaly.class);
        LogEntry last = before;
        before = entry;
        if (last == null) {
            return found;
        }
        Duration wall = Duration.between(last.at(), entry.at());
        if (wall.isNegative()) {
            found.add(Anomaly.CLOCK_BACK);
        }
        Optional<Duration> real = between(last.uptime(), entry.uptime());
        if (real.isPresent() && wall.minus(real.get()).abs().compareTo(TOLERANCE) > 0) {
            found.add(Anomaly.CLOCK_JUMP);
        }
        return found;
    }

    /** How long it really was, when both were made between the same opening and closing of the study. */
    private static Optional<Duration> between(Optional<Uptime> first, Optional<Uptime> second) {
        boolean same = first.isPresent()
                && second.isPresent()
                && first.get().openedAfter() == second.get().openedAfter();
        return same
                ? Optional.of(Duration.ofMillis(
                        second.orElseThrow().millis() - first.orElseThrow().millis()))
                : Optional.empty();
    }
}
