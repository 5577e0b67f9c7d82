package org.ictograph.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Uptime;

/**
 * How long decisions take, from the times at which they were stored. A longer pause than {@value #PAUSE} milliseconds is no
 * decision.
 */
final class Pace {
    private static final long PAUSE = 120_000;

    private final List<Long> millis = new ArrayList<>();
    private Optional<Uptime> last = Optional.empty();

    void decided(LogEntry entry) {
        entry.uptime().ifPresent(now -> {
            last.filter(before -> before.openedAfter() == now.openedAfter())
                    .map(before -> now.millis() - before.millis())
                    .filter(took -> took >= 0 && took <= PAUSE)
                    .ifPresent(millis::add);
            last = Optional.of(now);
        });
    }

    /** What was not spent on deciding is not counted. */
    void pause() {
        last = Optional.empty();
    }

    /** The middle one of the times, in seconds; empty before the second decision. */
    OptionalDouble median() {
        if (millis.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Long> sorted = millis.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
        return OptionalDouble.of(middle / 1000);
    }
}
