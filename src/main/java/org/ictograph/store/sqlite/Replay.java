package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.store.StoreException;
import org.ictograph.work.Progress;

/** Makes all tables anew from the edit log in memory, and compares them with those of the file. */
final class Replay {
    private static final int PAGE = 1000;

    /** More sentences about one table would help nobody. */
    private static final int TOLD = 20;

    private final Connection stored;

    Replay(Connection stored) {
        this.stored = stored;
    }

    /** Sentences that say where table and log disagree. */
    List<String> differences(Progress progress) throws SQLException, StoreException {
        try (Connection scratch = StudyConnection.scratch()) {
            Migrations.STANDARD.apply(scratch);
            Sql.run(scratch, "PRAGMA foreign_keys = OFF");
            List<String> differences = new ArrayList<>(rebuild(scratch, progress));
            for (EntityTable<?> table : EntityTables.ALL) {
                progress.check();
                differences.addAll(compare(table, scratch));
            }
            return differences;
        }
    }

    private List<String> rebuild(Connection scratch, Progress progress) throws SQLException {
        EditLog log = new EditLog(stored);
        Projection projection = new Projection(scratch);
        long size = log.size();
        long done = 0;
        List<LogRow> page = log.after(done, PAGE);
        while (!page.isEmpty()) {
            progress.check();
            for (LogRow row : page) {
                try {
                    projection.apply(row.entry().edit());
                } catch (StoreException | IllegalArgumentException | SQLException unfit) {
                    return List.of(
                            "Entry " + row.sequence() + " of the edit log cannot be followed: " + unfit.getMessage());
                }
                done = row.sequence();
            }
            progress.report((double) done / size, "following entry " + done + " of " + size);
            page = log.after(done, PAGE);
        }
        return List.of();
    }

    private List<String> compare(EntityTable<?> table, Connection scratch) throws SQLException {
        List<String> differences = new ArrayList<>();
        RowPages left = new RowPages(table, stored);
        RowPages right = new RowPages(table, scratch);
        while (left.has() || right.has()) {
            int order = !left.has() ? 1 : !right.has() ? -1 : left.id().compareTo(right.id());
            String id = order <= 0 ? left.id() : right.id();
            if (order < 0) {
                differences.add("Table " + table.name() + " holds " + id + ", which the edit log does not know.");
            } else if (order > 0) {
                differences.add("Table " + table.name() + " lacks " + id + ", which the edit log has.");
            } else if (!left.row().equals(right.row())) {
                differences.add("Table " + table.name() + " holds other values for " + id + " than the edit log.");
            }
            if (order <= 0) {
                left.next();
            }
            if (order >= 0) {
                right.next();
            }
        }
        if (differences.size() > TOLD) {
            int more = differences.size() - TOLD;
            differences.subList(TOLD, differences.size()).clear();
            differences.add("Table " + table.name() + " differs from the edit log in " + more + " more rows.");
        }
        return differences;
    }
}
