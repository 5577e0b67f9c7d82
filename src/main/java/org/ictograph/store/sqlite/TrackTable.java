package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.store.StoreException;

/** The score tracks of runs. They stay out of the log; each run, which is in the log, proves its own by a hash. */
final class TrackTable {
    static final String COLUMNS = "run_id, cage_id, label, start_micros, step_micros, scores";

    private final Connection connection;

    TrackTable(Connection connection) {
        this.connection = connection;
    }

    static ScoreTrack read(ResultSet row) throws SQLException {
        return new ScoreTrack(
                UUID.fromString(row.getString("run_id")),
                UUID.fromString(row.getString("cage_id")),
                row.getString("label"),
                row.getLong("start_micros"),
                row.getLong("step_micros"),
                TrackJson.floats(row.getBytes("scores")));
    }

    void insert(List<ScoreTrack> tracks) throws SQLException {
        for (ScoreTrack track : tracks) {
            Sql.update(
                    connection,
                    "INSERT INTO score_track (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
                    track.runId().toString(),
                    track.cageId().toString(),
                    track.label(),
                    track.start(),
                    track.step(),
                    TracksHash.bytes(track.values()));
        }
    }

    /** Tracks of one run, by the order in which they were given. */
    List<ScoreTrack> of(UUID runId) throws SQLException {
        String sql = "SELECT " + COLUMNS + " FROM score_track WHERE run_id = ? ORDER BY rowid";
        return Sql.list(connection, TrackTable::read, sql, runId.toString());
    }

    /**
     * The edit with the hash of its tracks in every run that it adds.
     *
     * @throws StoreException when a track belongs to no run of the edit, or a run already names another hash
     */
    static Edit proving(Edit edit, List<ScoreTrack> tracks) throws StoreException {
        List<Change> changes = new ArrayList<>();
        int used = 0;
        for (Change change : edit.changes()) {
            if (change instanceof Change.Added added && added.entity() instanceof Run run) {
                List<ScoreTrack> own = tracks.stream()
                        .filter(track -> track.runId().equals(run.id()))
                        .toList();
                used += own.size();
                changes.add(new Change.Added(proving(run, TracksHash.of(own))));
            } else {
                changes.add(change);
            }
        }
        if (used != tracks.size()) {
            throw new StoreException("A score track belongs to no run that is being added. Nothing was changed.");
        }
        return edit.withChanges(changes);
    }

    private static Run proving(Run run, String hash) throws StoreException {
        if (!run.tracksHash().isEmpty() && !run.tracksHash().equals(hash)) {
            throw new StoreException("The score tracks are not those that the run names. Nothing was changed.");
        }
        return new Run(run.id(), run.recordingId(), run.model(), run.weights(), run.parameters(), hash);
    }
}
