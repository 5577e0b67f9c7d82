package org.ictograph.store.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.ictograph.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The numbered steps that bring any study file, a new one included, to the newest shape. */
final class Migrations {
    /** The steps of this program. The number of the last is the newest {@code user_version}. */
    static final Migrations STANDARD = new Migrations(List.of(
            "001_first.sql",
            "002_reasons_and_drafts.sql",
            "003_merged_edits.sql",
            "004_roles_and_signatures.sql",
            "005_assignments.sql",
            "006_settling.sql",
            "007_pose_tracks.sql",
            "008_withdrawn_assignments.sql"));

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final List<String> steps;

    /** @param steps names of resources in the folder {@code migrations}, the first leads to version 1 */
    Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /** These steps and one more. */
    Migrations and(String step) {
        return new Migrations(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    int newest() {
        return steps.size();
    }

    /** Takes the steps that are missing, each with its version number in one transaction. */
    void apply(Connection connection) throws SQLException, StoreException {
        for (int version = version(connection) + 1; version <= newest(); version++) {
            String step = steps.get(version - 1);
            String setVersion = "PRAGMA user_version = " + version;
            Transaction.run(connection, () -> {
                Sql.script(connection, text(step));
                Sql.run(connection, setVersion);
                return step;
            });
            LOG.debug("Took the step {}", step);
        }
    }

    static int version(Connection connection) throws SQLException {
        return (int) Sql.number(connection, "PRAGMA user_version");
    }

    private static String text(String step) {
        try (InputStream resource = Migrations.class.getResourceAsStream("migrations/" + step)) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its own resource " + step);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
