package org.ictograph.ui.study;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.model.Recording;

/** When a recording started, as people write it: {@code 2025-02-01 14:00:00}, in the lab's time zone. */
final class WallClock {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private WallClock() {}

    /** Empty when the start is not known. */
    static String text(Recording recording) {
        return recording
                .startedAt()
                .map(start -> text(start, zone(recording.zone())))
                .orElse("");
    }

    static String text(Instant start, ZoneId zone) {
        return WRITTEN.format(start.atZone(zone));
    }

    /**
     * The moment that was typed; seconds may be left away.
     *
     * @throws DateTimeException when the text is no date with a time
     */
    static Instant parsed(String typed, ZoneId zone) {
        String[] parts = typed.strip().replace('T', ' ').split("\\s+", -1);
        if (parts.length != 2) {
            throw new DateTimeException("no date with a time");
        }
        return LocalDateTime.of(LocalDate.parse(parts[0]), LocalTime.parse(parts[1]))
                .atZone(zone)
                .toInstant();
    }

    /** The recording with another start; seconds may be left away. Empty when the text is no date with a time. */
    static Optional<Recording> changed(Recording recording, String typed) {
        try {
            return Optional.of(with(
                    recording,
                    typed.isBlank() ? Optional.empty() : Optional.of(parsed(typed, zone(recording.zone())))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Recording with(Recording old, Optional<Instant> startedAt) {
        String zone = old.zone().isEmpty() && startedAt.isPresent()
                ? ZoneId.systemDefault().getId()
                : old.zone();
        return old.described(old.name(), startedAt, zone);
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneId.systemDefault();
        }
    }
}
