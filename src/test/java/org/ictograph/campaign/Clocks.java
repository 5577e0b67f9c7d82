package org.ictograph.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.ictograph.model.LogEntry;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Progress;

/** Campaign 13: the clock of the machine jumps between two openings and within one. */
final class Clocks implements Campaign {
    private record Jump(String name, Instant from, Instant to, String zoneBefore, String zoneAfter) {}

    private static final String LUX = "Europe/Luxembourg";
    private static final List<Jump> JUMPS = List.of(
            jump("back a year", "2026-06-01T10:00:00Z", "2025-06-01T10:00:00Z", LUX, LUX),
            jump("forward ten years", "2026-06-01T10:00:00Z", "2036-06-01T10:00:00Z", LUX, LUX),
            jump("summer time begins", "2026-03-29T00:59:59Z", "2026-03-29T01:00:01Z", LUX, LUX),
            jump("summer time ends", "2026-10-25T00:59:59Z", "2026-10-25T01:00:01Z", LUX, LUX),
            jump("another zone", "2026-06-01T10:00:00Z", "2026-06-01T10:00:05Z", LUX, "America/St_Johns"),
            jump("leap day", "2028-02-28T23:59:59Z", "2028-02-29T00:00:00Z", LUX, LUX),
            jump("after the leap day", "2028-02-29T23:59:59Z", "2028-03-01T00:00:00Z", LUX, LUX));

    private static Jump jump(String name, String from, String to, String before, String after) {
        return new Jump(name, Instant.parse(from), Instant.parse(to), before, after);
    }

    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks(
                "order and chain intact, instants and zones as the clock said, time since opening not going back");
        for (Jump jump : JUMPS) {
            trials.add(trial(folder.resolve(jump.name().replace(' ', '-') + ".icto"), jump));
        }
    }

    private static String trial(Path file, Jump jump) throws Exception {
        SideDoor.make(file);
        commit(file, Clock.fixed(jump.from(), ZoneId.of(jump.zoneBefore())));
        commit(file, Clock.fixed(jump.to(), ZoneId.of(jump.zoneAfter())));
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            List<LogEntry> entries = store.log(9, 100);
            boolean kept = entries.size() == 4
                    && entries.get(1).at().equals(jump.from())
                    && entries.get(2).at().equals(jump.to())
                    && entries.get(1).zone().equals(jump.zoneBefore())
                    && entries.get(2).zone().equals(jump.zoneAfter())
                    && entries.get(2).uptime().orElseThrow().openedAfter() == 11
                    && entries.get(3).uptime().orElseThrow().millis()
                            >= entries.get(2).uptime().orElseThrow().millis();
            return kept ? String.join(" ", store.verify(Progress.NONE)) : jump.name() + ": " + entries;
        }
    }

    private static void commit(Path file, Clock clock) throws Exception {
        try (StudyStore store = new SqliteStudyFiles(clock).open(file)) {
            SideDoor.mark(store);
            SideDoor.mark(store);
        }
    }
}
