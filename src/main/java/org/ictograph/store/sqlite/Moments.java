package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;

/**
 * Lets an open study stand still for a copy while edits go on, one copy at a time. Used on the store lane. Folding the
 * write-ahead log takes a few milliseconds, because it never grows beyond some megabytes between copies.
 */
final class Moments {
    private static final String FOLD_BY_ITSELF = "PRAGMA wal_autocheckpoint = 1000";

    private final Path study;
    private final OpenFile open;
    private final Copying copying;
    private Optional<SqliteMoment> current = Optional.empty();

    Moments(Path study, OpenFile open, Copying copying) {
        this.study = study;
        this.open = open;
        this.copying = copying;
    }

    SqliteMoment begin() throws SQLException, IOException, StoreException {
        if (current.filter(moment -> !moment.isClosed()).isPresent()) {
            throw new StoreException("A snapshot of the study is being made already; wait until it is there.");
        }
        boolean standing = Sql.first(open.connection(), row -> row.getString(1), "PRAGMA journal_mode")
                .equals(Optional.of("wal"));
        if (standing) {
            fold();
        }
        Optional<Path> copy = standing ? Optional.empty() : Optional.of(copying.copy(study));
        SqliteMoment made = new SqliteMoment(study, copying, open.stored(), copy);
        current = Optional.of(made);
        return made;
    }

    private void fold() throws SQLException, StoreException {
        Sql.run(open.connection(), "PRAGMA wal_autocheckpoint = 0");
        boolean folded = Sql.first(
                        open.connection(),
                        row -> row.getLong("busy") == 0 && row.getLong("log") == row.getLong("checkpointed"),
                        "PRAGMA wal_checkpoint(PASSIVE)")
                .orElse(false);
        if (!folded) {
            Sql.run(open.connection(), FOLD_BY_ITSELF);
            throw new StoreException(Trouble.DISK, "The study " + study + " could not be made ready for a snapshot.");
        }
    }

    /** Lets the write-ahead log be folded again once nobody needs the study to stand still. */
    void afterCommit() throws SQLException {
        if (current.filter(SqliteMoment::isClosed).isPresent()) {
            current = Optional.empty();
            Sql.run(open.connection(), FOLD_BY_ITSELF);
        }
    }

    /** The study is opened anew, which may fold the log. */
    void spoil() {
        current.ifPresent(SqliteMoment::spoil);
        current = Optional.empty();
    }

    /** Before the study is closed, which folds the log. */
    void await() {
        current.filter(moment -> !moment.awaitClosed()).ifPresent(SqliteMoment::spoil);
    }
}
