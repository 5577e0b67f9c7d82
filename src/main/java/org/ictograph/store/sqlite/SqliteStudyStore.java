package org.ictograph.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.LogEntry;
import org.ictograph.model.LogStep;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.model.Study;
import org.ictograph.model.Uptime;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A study in an SQLite file that this program has for itself. Owns the connection. */
final class SqliteStudyStore implements StudyStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStudyStore.class);

    private final Path file;
    private final Connection connection;
    private final Clock clock;
    private final EditLog log;
    private final LabelQueries labels;
    private final long openedAfter;
    private final long openedAtNanos = System.nanoTime();
    private boolean trusted = true;

    SqliteStudyStore(Path file, Connection connection, Clock clock) throws SQLException {
        this.file = file;
        this.connection = connection;
        this.clock = clock;
        this.log = new EditLog(connection);
        this.labels = new LabelQueries(connection);
        this.openedAfter = log.newest();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Study study() throws StoreException {
        return ask(() -> StudyFrame.read(connection));
    }

    @Override
    public List<Mark> marks(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> labels.marks(viewer, recordingId));
    }

    @Override
    public List<Run> runs(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> labels.runs(viewer, recordingId));
    }

    @Override
    public List<Proposal> proposals(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> labels.proposals(viewer, recordingId));
    }

    @Override
    public List<Decision> decisions(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> labels.decisions(viewer, recordingId));
    }

    @Override
    public List<Settlement> settlements(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> labels.settlements(viewer, recordingId));
    }

    @Override
    public List<ScoreTrack> tracks(Viewer viewer, UUID runId) throws StoreException {
        return ask(() -> labels.tracks(viewer, runId));
    }

    @Override
    public List<Coverage> coverage(UUID recordingId) throws StoreException {
        return ask(() -> LabelTables.COVERAGE.list(
                connection, "WHERE recording_id = ? ORDER BY start_micros, end_micros, id", recordingId.toString()));
    }

    @Override
    public List<ExportReceipt> receipts() throws StoreException {
        return ask(() -> LabelTables.EXPORT_RECEIPT.list(connection, "ORDER BY rowid"));
    }

    @Override
    public LogEntry commit(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks)
            throws StoreException {
        if (!trusted) {
            throw new StoreException("The disk refused to store something in " + file
                    + " before. Close the study and open it again; what was stored until then is safe.");
        }
        return ask(() -> {
            Edit proven = TrackTable.proving(edit, tracks);
            LogEntry entry = Transaction.run(connection, () -> {
                new Projection(connection).apply(proven);
                new TrackTable(connection).insert(tracks);
                return log.append(raterId, clock.instant(), clock.getZone().getId(), uptime(), undoes, proven);
            });
            LOG.debug("Stored {} as entry {}", edit.verb(), entry.sequence());
            return entry;
        });
    }

    private Uptime uptime() {
        return new Uptime(openedAfter, (System.nanoTime() - openedAtNanos) / 1_000_000);
    }

    @Override
    public List<LogStep> steps(UUID raterId, long before, int limit) throws StoreException {
        return ask(() -> log.steps(raterId, before, limit));
    }

    @Override
    public List<LogEntry> log(long after, int limit) throws StoreException {
        return ask(() -> {
            List<LogEntry> entries = new ArrayList<>();
            for (LogRow row : log.after(after, limit)) {
                entries.add(row.entry());
            }
            return entries;
        });
    }

    @Override
    public List<String> verify(Progress progress) throws StoreException {
        return ask(() -> new Verification(connection).run(progress));
    }

    /** Checkpoints the write-ahead log and takes it away; the study is then one file again. */
    @Override
    public void close() {
        try {
            connection.close();
            LOG.info("Closed {}", file);
        } catch (SQLException failure) {
            LOG.warn("{} did not close cleanly; it will be checked at the next opening", file, failure);
        }
    }

    private <T> T ask(Transaction.Work<T> question) throws StoreException {
        try {
            return question.run();
        } catch (SQLException failure) {
            trusted &= !Sentences.endsTrust(failure);
            throw Sentences.of(file, failure);
        } catch (IllegalArgumentException damaged) {
            throw Sentences.unreadable(file, damaged);
        }
    }
}
