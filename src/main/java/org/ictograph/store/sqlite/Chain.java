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
        walk(
                progress,
                faults,
                row -> {
                    Retold entry = Retold.of(row, moments);
                    return new Seen<>(row, entry.sequence(), entry.intact(), entry);
                },
                visitor::see);
    }

    /** Adds sentences about the chain. */
    void check(Progress progress, List<String> faults) throws SQLException {
        walk(progress, faults, row -> new Seen<>(row, row.sequence(), row.intact(), row), row -> {});
    }

    /** An entry of which the hash was looked at, and what else was made of it. */
    private record Seen<T>(WrittenRow row, long sequence, boolean intact, T made) {}

    /** Something done with each entry. */
    private interface Step<T> {
        void take(T entry) throws SQLException;
    }

    private <T> void walk(Progress progress, List<String> faults, Function<WrittenRow, Seen<T>> look, Step<T> step)
            throws SQLException {
        String seed = log.seed();
        WrittenRow previous = null;
        long expected = 1;
        long size = log.size();
        try (LogPages pages = new LogPages(log)) {
            for (List<WrittenRow> page = pages.next(); !page.isEmpty(); page = pages.next()) {
                progress.check();
                // The hashes of a page do not need each other, so all processors look at it.
                for (Seen<T> entry : page.parallelStream().map(look).toList()) {
                    WrittenRow row = entry.row();
                    if (entry.sequence() != expected) {
                        faults.add(
                                "The edit log has no entry " + expected + "; entry " + entry.sequence() + " follows.");
                    } else if (previous == null ? !row.follows(seed) : !row.follows(previous)) {
                        faults.add("Entry " + expected + " of the edit log does not follow the entry before it.");
                    }
                    if (!entry.intact()) {
                        faults.add("Entry " + entry.sequence() + " of the edit log was changed after it was written.");
                    }
                    step.take(entry.made());
                    previous = row;
                    expected = entry.sequence() + 1;
                }
                progress.report((double) expected / size, "checking entry " + expected + " of " + size);
            }
        }
    }
}
