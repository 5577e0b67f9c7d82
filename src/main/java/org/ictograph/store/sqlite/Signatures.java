package org.ictograph.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Signature;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.store.Viewer;

/**
 * The signatures under recordings, and the hash of what each covers: SHA-256 over the rows of the marks, of the time that
 * was declared reviewed and, where all raters' work is covered, of the settlements, each as the edit log would write it, a
 * line each, by table and id.
 */
final class Signatures {
    static final EntityTable<Signature> TABLE = new EntityTable<>(
            Signature.class,
            "signature",
            List.of(
                    Column.id("id", Signature::id),
                    Column.id("rater_id", Signature::raterId),
                    Column.id("recording_id", Signature::recordingId),
                    Column.word("meaning", Signature::meaning),
                    Column.text("signed_at", signature -> signature.at().toString()),
                    Column.text("work", Signature::work)),
            row -> new Signature(
                    row.id("id"),
                    row.id("rater_id"),
                    row.id("recording_id"),
                    row.word("meaning", Meaning.class),
                    row.instantIfAny("signed_at").orElseThrow(),
                    row.text("work")));

    private final Connection connection;

    Signatures(Connection connection) {
        this.connection = connection;
    }

    /** All signatures under a recording, oldest first, whether or not they are void. */
    List<Signature> under(UUID recordingId) throws SQLException {
        return TABLE.list(connection, "WHERE recording_id = ? ORDER BY rowid", recordingId.toString());
    }

    /** The signatures that a viewer may see, with whether they still hold. */
    List<Signed> of(Viewer viewer, UUID recordingId) throws SQLException {
        List<Signed> signed = new ArrayList<>();
        for (Signature signature : under(recordingId)) {
            if (viewer.sighted()
                    || viewer.raterId().filter(signature.raterId()::equals).isPresent()) {
                signed.add(new Signed(signature, signature.work().equals(work(signature))));
            }
        }
        return signed;
    }

    /** The edit with the hash of the work in the signatures that it adds. */
    Edit proving(Edit edit) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (Change change : edit.changes()) {
            boolean signs = change instanceof Change.Added added && added.entity() instanceof Signature;
            if (signs) {
                Signature signature = (Signature) change.after().orElseThrow();
                changes.add(new Change.Added(signature.over(work(signature))));
            } else {
                changes.add(change);
            }
        }
        return changes.equals(edit.changes()) ? edit : edit.withChanges(changes);
    }

    /** What a signature covers as it stands now. */
    private String work(Signature signature) throws SQLException {
        String recording = signature.recordingId().toString();
        String own = signature.raterId().toString();
        List<String> lines = new ArrayList<>();
        if (signature.meaning().coversAll()) {
            add(lines, LabelTables.MARK, "WHERE recording_id = ? ORDER BY id", recording);
            add(lines, LabelTables.COVERAGE, "WHERE recording_id = ? AND seen = 'REVIEWED' ORDER BY id", recording);
            add(lines, LabelTables.SETTLEMENT, "WHERE recording_id = ? ORDER BY id", recording);
        } else {
            add(
                    lines,
                    LabelTables.MARK,
                    "WHERE recording_id = ? AND rater_id = ? AND layer = 'RATING' ORDER BY id",
                    recording,
                    own);
            add(
                    lines,
                    LabelTables.COVERAGE,
                    "WHERE recording_id = ? AND rater_id = ? AND seen = 'REVIEWED' ORDER BY id",
                    recording,
                    own);
        }
        return Sha256.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private <E extends Entity> void add(List<String> lines, EntityTable<E> table, String rest, Object... values)
            throws SQLException {
        for (E entity : table.list(connection, rest, values)) {
            lines.add(table.name() + " " + Json.text(table.row(entity).json()));
        }
    }
}
