package org.ictograph.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.work.Lane;

/**
 * The edit log from its first entry, a page at a time; while one page is looked at the next one is read. The connection is
 * used by a thread of its own meanwhile, one statement at a time, as SQLite allows.
 */
final class LogPages implements AutoCloseable {
    private static final int PAGE = 2000;

    private final EditLog log;
    private final Lane lane = new Lane("log");
    private CompletableFuture<List<WrittenRow>> ahead;

    LogPages(EditLog log) {
        this.log = log;
        this.ahead = read(0);
    }

    /** The next page, oldest entry first; empty after the last. */
    List<WrittenRow> next() throws SQLException {
        List<WrittenRow> page = wait(ahead);
        if (!page.isEmpty()) {
            ahead = read(page.get(page.size() - 1).sequence());
        }
        return page;
    }

    private CompletableFuture<List<WrittenRow>> read(long after) {
        return lane.submit(() -> log.written(after, PAGE));
    }

    private static List<WrittenRow> wait(CompletableFuture<List<WrittenRow>> page) throws SQLException {
        try {
            return page.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof SQLException damage) {
                throw damage;
            }
            throw failure;
        }
    }

    /** Waits for the page that is being read, if any. */
    @Override
    public void close() {
        lane.close();
    }
}
