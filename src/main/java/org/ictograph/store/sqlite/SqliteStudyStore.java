package org.ictograph.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Access;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Conflict;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Draft;
import org.ictograph.model.Edit;
import org.ictograph.model.ExportReceipt;
import org.ictograph.model.HandedOver;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.LogStep;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.model.Signed;
import org.ictograph.model.Study;
import org.ictograph.model.TakenIn;
import org.ictograph.model.Uptime;
import org.ictograph.model.Verb;
import org.ictograph.store.LoggedEdit;
import org.ictograph.store.Moment;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A study in an SQLite file that this program has for itself.  */
final class SqliteStudyStore implements StudyStore {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteStudyStore.class);

    private final Path file;
    private final OpenFile open;
    private final Clock clock;
    private final Moments moments;
    private final Tenure tenure;
    private final Optional<Remembrance> remembrance;
    private final long openedAfter;
    private final long openedAtNanos = System.nanoTime();

    /**
     * @param copying makes snapshots
     * @param tenure kept until the store is closed
     */
    SqliteStudyStore(Path file, OpenFile open, Clock clock, Copying copying, Tenure tenure) {
        this(file, open, clock, copying, tenure, Optional.empty());
    }

    /** @param remembrance keeps the end of the log outside the file */
    SqliteStudyStore(
            Path file, OpenFile open, Clock clock, Copying copying, Tenure tenure, Optional<Remembrance> remembrance) {
        this.remembrance = remembrance;
        this.file = file;
        this.open = open;
        this.clock = clock;
        this.moments = new Moments(file, open, copying);
        this.tenure = tenure;
        this.openedAfter = open.stored().sequence();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public Study study() throws StoreException {
        return ask(() -> StudyFrame.read(open.connection()));
    }

    @Override
    public List<PoseTrack> poseTracks() throws StoreException {
        return ask(() -> FrameTables.POSE_TRACK.list(open.connection(), "ORDER BY rowid"));
    }

    @Override
    public Set<String> labelsInUse() throws StoreException {
        return ask(() -> new LabelQueries(open.connection()).labelsInUse());
    }

    @Override
    public List<Mark> marks(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().marks(viewer, recordingId));
    }

    @Override
    public List<Run> runs(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().runs(viewer, recordingId));
    }

    @Override
    public List<Proposal> proposals(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().proposals(viewer, recordingId));
    }

    @Override
    public List<Decision> decisions(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().decisions(viewer, recordingId));
    }

    @Override
    public List<Settlement> settlements(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().settlements(viewer, recordingId));
    }

    @Override
    public List<ScoreTrack> tracks(Viewer viewer, UUID runId) throws StoreException {
        return ask(() -> open.labels().tracks(viewer, runId));
    }

    @Override
    public List<Coverage> coverage(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> open.labels().coverage(viewer, recordingId));
    }

    @Override
    public List<Signed> signatures(Viewer viewer, UUID recordingId) throws StoreException {
        return ask(() -> new Signatures(open.connection()).of(viewer, recordingId));
    }

    @Override
    public List<Assignment> duties() throws StoreException {
        return ask(() -> new Seals(open.connection()).duties());
    }

    @Override
    public List<Assigned> assignments() throws StoreException {
        return ask(() -> new Seals(open.connection()).all());
    }

    @Override
    public Edit received(Path submission) throws StoreException {
        return ask(() -> new Reception(open.connection(), submission).edit());
    }

    @Override
    public List<ExportReceipt> receipts() throws StoreException {
        return ask(() -> LabelTables.EXPORT_RECEIPT.list(open.connection(), "ORDER BY rowid"));
    }

    @Override
    public LogEntry commit(UUID raterId, Edit edit, OptionalLong undoes, List<ScoreTrack> tracks)
            throws StoreException {
        tenure.check();
        if (!open.trusted()) {
            reopen();
        }
        Edit proven = ask(() -> new Seals(open.connection())
                .proving(new Signatures(open.connection()).proving(TrackTable.proving(edit, tracks))));
        Optional<LogEntry> already = unclaimed(raterId, proven);
        if (already.isPresent()) {
            return stored(already.get());
        }
        try {
            LogEntry entry = stored(append(raterId, undoes, proven, tracks));
            moments.afterCommit();
            return entry;
        } catch (SQLException failure) {
            if (Sentences.endsTrust(failure)) {
                return foundAfter(failure, raterId, proven);
            }
            throw Sentences.of(file, failure);
        } catch (IllegalArgumentException damaged) {
            throw Sentences.unreadable(file, damaged);
        }
    }

    private LogEntry append(UUID raterId, OptionalLong undoes, Edit edit, List<ScoreTrack> tracks)
            throws SQLException, StoreException {
        Connection connection = open.connection();
        return Transaction.run(connection, () -> {
            new Gate(connection).pass(raterId, edit);
            new Projection(connection).apply(edit);
            new TrackTable(connection).insert(tracks);
            new Seals(connection).prove(edit);
            return open.log().append(raterId, clock.instant(), clock.getZone().getId(), uptime(), undoes, edit);
        });
    }

    private LogEntry stored(LogEntry entry) {
        Head head = new Head(entry.sequence(), entry.hash());
        open.stored(head);
        remembrance.ifPresent(memory -> memory.stored(head));
        LOG.debug("Stored {} as entry {}", entry.edit().verb(), entry.sequence());
        return entry;
    }

    /** After a commit of which nobody knows whether it reached the disk: looks, and says which it is. */
    private LogEntry foundAfter(SQLException failure, UUID raterId, Edit edit) throws StoreException {
        LOG.warn("A commit to {} failed; the file is opened anew", file, failure);
        reopen();
        Optional<LogEntry> landed = unclaimed(raterId, edit);
        if (landed.isPresent()) {
            return stored(landed.get());
        }
        throw new StoreException(
                Trouble.DISK,
                "The disk that holds " + file + " refused an edit (" + failure.getMessage()
                        + "). The study was opened again and checked: everything up to edit "
                        + open.stored().sequence() + " is stored, this edit is not.",
                failure);
    }

    /** The edit as an entry that is stored already, when its commit failed but reached the disk. */
    private Optional<LogEntry> unclaimed(UUID raterId, Edit edit) {
        return open.unclaimed()
                .map(LogRow::entry)
                .filter(entry -> entry.raterId().equals(raterId) && entry.edit().equals(edit));
    }

    @Override
    public HandedOver handOver(UUID raterId, Path bundle) throws StoreException {
        return ask(() -> new Handover(open.connection()).give(raterId, bundle));
    }

    @Override
    public TakenIn takeIn(UUID raterId, Path bundle, boolean dryRun) throws StoreException {
        tenure.check();
        open.storingMany(true);
        try {
            TakenIn taken = ask(() -> new Handover(open.connection()).take(bundle, raterId, clock, uptime(), dryRun));
            open.stored(ask(() -> open.log().head()));
            return taken;
        } finally {
            if (open.trusted()) {
                open.storingMany(false);
            }
        }
    }

    @Override
    public List<Conflict> conflicts(Viewer viewer) throws StoreException {
        return ask(() -> Conflicts.list(open.connection()).stream()
                .filter(viewer::maySee)
                .toList());
    }

    private void reopen() throws StoreException {
        moments.spoil();
        open.reopen();
    }

    private Uptime uptime() {
        return new Uptime(openedAfter, (System.nanoTime() - openedAtNanos) / 1_000_000);
    }

    @Override
    public List<LogStep> steps(UUID raterId, long before, int limit) throws StoreException {
        return ask(() -> open.log().steps(raterId, before, limit));
    }

    @Override
    public List<LogEntry> log(long after, int limit) throws StoreException {
        return ask(() -> {
            List<LogEntry> entries = new ArrayList<>();
            for (LogRow row : open.log().after(after, limit)) {
                entries.add(row.entry());
            }
            return entries;
        });
    }

    @Override
    public List<LoggedEdit> logged(long after, int limit) throws StoreException {
        return ask(() -> {
            List<LoggedEdit> entries = new ArrayList<>();
            for (LogRow row : open.log().after(after, limit)) {
                entries.add(new LoggedEdit(row.entry(), row.changes(), row.previousHash()));
            }
            return entries;
        });
    }

    @Override
    public Head head() throws StoreException {
        return ask(() -> open.log().head());
    }

    @Override
    public String seed() throws StoreException {
        return ask(() -> open.log().seed());
    }

    @Override
    public Head headOfWork() throws StoreException {
        return ask(() -> open.log().headBut(Verb.EXPORT));
    }

    @Override
    public Optional<Head> find(String digits) throws StoreException {
        return ask(() -> open.log().beginning(digits));
    }

    @Override
    public Optional<String> doubt() {
        return remembrance.flatMap(Remembrance::doubt);
    }

    @Override
    public void trust() throws StoreException {
        Head now = head();
        remembrance.ifPresent(memory -> memory.trust(now));
    }

    @Override
    public List<String> verify(Progress progress) throws StoreException {
        return ask(() -> new Verification(open.connection()).run(progress));
    }

    @Override
    public Access access() {
        return tenure.access();
    }

    @Override
    public Optional<Draft> draft(UUID raterId) throws StoreException {
        return ask(() -> new DraftTable(open.connection()).find(raterId));
    }

    @Override
    public void keep(UUID raterId, Draft draft) throws StoreException {
        tenure.check();
        var unused = ask(() -> Transaction.run(open.connection(), () -> {
            new DraftTable(open.connection()).put(raterId, draft, clock.instant());
            return draft;
        }));
    }

    @Override
    public Moment moment() throws StoreException {
        return ask(() -> {
            try {
                return moments.begin();
            } catch (IOException failure) {
                throw Sentences.noSnapshot(file.resolveSibling(""), failure);
            }
        });
    }

    @Override
    public void close() {
        moments.await();
        remembrance.filter(memory -> open.trusted()).ifPresent(memory -> memory.keep(open.stored()));
        open.close();
        tenure.close();
    }

    private <T> T ask(Transaction.Work<T> question) throws StoreException {
        if (!open.trusted()) {
            reopen();
        }
        try {
            return question.run();
        } catch (SQLException failure) {
            if (Sentences.endsTrust(failure) && tenure.access().writing()) {
                open.distrust();
            }
            throw Sentences.of(file, failure);
        } catch (IllegalArgumentException damaged) {
            throw Sentences.unreadable(file, damaged);
        }
    }
}
