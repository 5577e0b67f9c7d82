package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.ictograph.work.Progress;

/** The hash chain of the edit log, recomputed from the stored text of every entry, a page at a time. */
final class Chain {
    private final EditLog log;

    /** What is done with each entry, in order. */
    interface Visitor {
        void see(Retold entry) throws SQLException;
    }

    Chain(Connection connection) {
        this.log = new EditLog(connection);
    }

    /** Adds sentences about the chain and shows every entry to somebody. */
    void walk(Progress progress, List<String> faults, Visitor visitor) throws SQLException {
        WrittenMoment moments = new WrittenMoment();
        walk(progress, faults, row -> Retold.of(row, moments), Retold::row, Retold::intact, visitor::see);
    }

    /** Adds sentences about the chain. */
    void check(Progress progress, List<String> faults) throws SQLException {
        walk(progress, faults, Seen::of, Seen::row, Seen::intact, seen -> {});
    }

    /** An entry of which only the hash is looked at. */
    private record Seen(LogRow row, boolean intact) {
        static Seen of(LogRow row) {
            return new Seen(row, row.intact());
        }
    }

    /** Something done with each entry. */
    private interface Step<T> {
        void take(T entry) throws SQLException;
    }

    private <T> void walk(
            Progress progress,
            List<String> faults,
            Function<LogRow, T> look,
            Function<T, LogRow> rowOf,
            Function<T, Boolean> intact,
            Step<T> step)
            throws SQLException {
        String previous = log.seed();
        long expected = 1;
        long size = log.size();
        try (LogPages pages = new LogPages(log)) {
            for (List<LogRow> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                progress.check();
                // The hashes of a page do not need each other, so all processors look at it.
                for (T entry : page.parallelStream().map(look).toList()) {
                    LogRow row = rowOf.apply(entry);
                    if (row.sequence() != expected) {
                        faults.add("The edit log has no entry " + expected + "; entry " + row.sequence() + " follows.");
                    } else if (!row.previousHash().equals(previous)) {
                        faults.add("Entry " + expected + " of the edit log does not follow the entry before it.");
                    }
                    if (!intact.apply(entry)) {
                        faults.add("Entry " + row.sequence() + " of the edit log was changed after it was written.");
                    }
                    step.take(entry);
                    previous = row.hash();
                    expected = row.sequence() + 1;
                }
                progress.report((double) expected / size, "checking entry " + expected + " of " + size);
            }
        }
    }
}
