package org.ictograph.dataset;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.ictograph.model.Recording;

/** The local date on which a recording started, in the lab's zone, else in UTC. */
final class RecordingDate {
    private RecordingDate() {}

    /** As {@code yyyy-mm-dd}, empty when the start is not known. */
    static String of(Recording recording) {
        return recording
                .startedAt()
                .map(start -> start.atZone(zone(recording.zone())).toLocalDate().toString())
                .orElse("");
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
