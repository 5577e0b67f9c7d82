package org.ictograph.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.model.Decision;
import org.ictograph.model.LogEntry;

/** How long decisions take, as each of them tells. One of more than {@value #PAUSE} milliseconds was a pause. */
final class Pace {
    private static final long PAUSE = 120_000;

    private final List<Long> millis = new ArrayList<>();

    /** Takes note of what was decided at once: it is one decision, however many proposals it is about. */
    void decided(LogEntry entry) {
        entry.edit().changes().stream()
                .flatMap(change -> change.after().stream())
                .filter(Decision.class::isInstance)
                .flatMapToLong(decision -> ((Decision) decision).millis().stream())
                .limit(1)
                .filter(took -> took <= PAUSE)
                .forEach(millis::add);
    }

    /** The middle one of the times, in seconds; empty before the first decision. */
    OptionalDouble median() {
        if (millis.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Long> sorted = millis.stream().sorted().toList();
        int half = sorted.size() / 2;
        double middle = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2.0;
        return OptionalDouble.of(middle / 1000);
    }

    /** The newest of the times, in seconds. */
    OptionalDouble last() {
        return millis.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(millis.get(millis.size() - 1) / 1000.0);
    }
}
