package org.ictograph.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;

/** One hash over all tables that are a projection of the log, whatever the order of their rows in the file. */
final class StateHash {
    private StateHash() {}

    /** @param merged false to leave out which edits came from elsewhere, which differs between copies */
    static String of(Path study, boolean merged) {
        try (Connection look = StudyConnection.look(study)) {
            MessageDigest digest = Sha256.digest();
            for (EntityTable<?> table : EntityTables.ALL) {
                if (merged || table != MergedEdits.TABLE) {
                    digest.update((table.name() + "\n").getBytes(StandardCharsets.UTF_8));
                    for (RowPages rows = new RowPages(table, look); rows.has(); rows.next()) {
                        digest.update((Json.text(rows.row().json()) + "\n").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return Sha256.hex(digest.digest());
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }
}
