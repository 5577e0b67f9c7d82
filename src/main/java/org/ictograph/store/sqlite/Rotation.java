package org.ictograph.store.sqlite;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ictograph.model.Snapshot;

/**
 * Which snapshots may go: all but the newest twelve, the last of each of fourteen days, and the last of each of eight
 * weeks. Days and weeks without work do not count, so the newest one stays however old it is.
 */
final class Rotation {
    static final int RECENT = 12;
    static final int DAYS = 14;
    static final int WEEKS = 8;

    private Rotation() {}

    /** @param snapshots of one study, the newest first */
    static List<Snapshot> doomed(List<Snapshot> snapshots) {
        Set<Snapshot> kept = new HashSet<>(snapshots.subList(0, Math.min(RECENT, snapshots.size())));
        keepLast(snapshots, kept, DAYS, ZonedDateTime::toLocalDate);
        keepLast(snapshots, kept, WEEKS, Rotation::week);
        return snapshots.stream().filter(snapshot -> !kept.contains(snapshot)).toList();
    }

    private static void keepLast(
            List<Snapshot> snapshots, Set<Snapshot> kept, int periods, Function<ZonedDateTime, Object> period) {
        Set<Object> seen = new HashSet<>();
        for (Snapshot snapshot : snapshots) {
            if (seen.size() == periods) {
                return;
            }
            if (seen.add(period.apply(snapshot.made()))) {
                kept.add(snapshot);
            }
        }
    }

    private static Object week(ZonedDateTime made) {
        LocalDate day = made.toLocalDate();
        return List.of(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
