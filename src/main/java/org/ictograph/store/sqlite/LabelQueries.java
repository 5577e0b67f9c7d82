package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.store.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Builds every question for labels, each with the viewer in its WHERE clause: what a blind rater may not see is not even
 * read from the file.
 */
final class LabelQueries {
    /** True of a run that proposes nothing and judges nothing: all it left are curves of motion. */
    private static final String MEASURES = """
            (EXISTS (SELECT 1 FROM score_track AS t WHERE t.run_id = %1$s AND t.label = 'motion')
            AND NOT EXISTS (SELECT 1 FROM score_track AS t WHERE t.run_id = %1$s AND t.label <> 'motion')
            AND NOT EXISTS (SELECT 1 FROM proposal AS p WHERE p.run_id = %1$s))""";

    private final Connection connection;

    LabelQueries(Connection connection) {
        this.connection = connection;
    }

    /** Names of the labels that marks or proposals of anybody carry. */
    Set<String> labelsInUse() throws SQLException {
        return Set.copyOf(Sql.list(
                connection, row -> row.getString(1), "SELECT label FROM mark UNION SELECT label FROM proposal"));
    }

    /** Names of the labels that marks of anybody carry. */
    Set<String> labelsOfMarks() throws SQLException {
        return Set.copyOf(Sql.list(connection, row -> row.getString(1), "SELECT DISTINCT label FROM mark"));
    }

    List<Mark> marks(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.MARK.list(connection, """
                WHERE recording_id = ?1 AND (?2 OR (rater_id = ?3 AND layer = 'RATING'))
                ORDER BY start_micros, end_micros, id""", recordingId.toString(), sees(viewer, recordingId), rater(viewer));
    }

    List<Coverage> coverage(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.COVERAGE.list(
                connection, """
                WHERE recording_id = ?1 AND (?2 OR rater_id = ?3)
                ORDER BY start_micros, end_micros, id""", recordingId.toString(), sees(viewer, recordingId), rater(viewer));
    }

    /** A blind rater gets the runs that only tell what moves in the picture. */
    List<Run> runs(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.RUN.list(
                connection,
                "WHERE recording_id = ?1 AND (?2 OR " + MEASURES.formatted("run.id") + ") ORDER BY rowid",
                recordingId.toString(),
                sees(viewer, recordingId));
    }

    List<Proposal> proposals(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.PROPOSAL.list(
                connection,
                "WHERE recording_id = ?1 AND ?2 ORDER BY start_micros, end_micros, id",
                recordingId.toString(),
                sees(viewer, recordingId));
    }

    List<Decision> decisions(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.DECISION.list(connection, """
                JOIN proposal ON proposal.id = decision.proposal_id
                WHERE proposal.recording_id = ?1 AND ?2
                ORDER BY decision.rowid""", recordingId.toString(), sees(viewer, recordingId));
    }

    List<Settlement> settlements(Viewer viewer, UUID recordingId) throws SQLException {
        return LabelTables.SETTLEMENT.list(
                connection,
                "WHERE recording_id = ?1 AND ?2 ORDER BY rowid",
                recordingId.toString(),
                sees(viewer, recordingId));
    }

    List<ScoreTrack> tracks(Viewer viewer, UUID runId) throws SQLException {
        String sql = "SELECT " + TrackTable.COLUMNS + " FROM score_track WHERE run_id = ?1 AND (?2 OR "
                + MEASURES.formatted("?1") + ") ORDER BY rowid";
        Optional<Run> run = LabelTables.RUN.list(connection, "WHERE id = ?", runId.toString()).stream()
                .findFirst();
        boolean seen = run.isPresent() && sees(viewer, run.get().recordingId());
        return Sql.list(connection, TrackTable::read, sql, runId.toString(), seen);
    }

    /** Nobody sees others' labels of a recording while an assignment of it is not submitted, not even who reviews. */
    private boolean sees(Viewer viewer, UUID recordingId) throws SQLException {
        return viewer.sighted()
                && (viewer.raterId().isEmpty()
                        || !new Seals(connection).secret().contains(recordingId));
    }

    private static @Nullable String rater(Viewer viewer) {
        return viewer.raterId().map(UUID::toString).orElse(null);
    }
}
