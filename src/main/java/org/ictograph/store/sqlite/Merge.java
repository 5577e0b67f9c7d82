package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.MergedEdit;
import org.ictograph.model.MergedEdit.Strand;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Uptime;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;

/**
 * Takes the edits of another copy of the study in. The outcome is a function of the set of edits that are known, so
 * bundles may come twice, in any order and in pieces. The log gets one entry for each edit that was not known, with its
 * own rater, moment and reason, and with the changes that were really made to the tables. Runs inside a transaction.
 */
final class Merge {
    /** Tables small enough to be followed whole, because names in them must not occur twice. */
    private static final Set<String> FRAME = Set.of(
            FrameTables.PROTOCOL.name(),
            FrameTables.RATER.name(),
            FrameTables.SUBJECT.name(),
            FrameTables.RECORDING.name(),
            FrameTables.CAGE.name());

    /** What came of it. */
    record Taken(int fresh, int conflicts) {}

    private final Connection connection;
    private final EditLog log;
    private final Uptime uptime;

    Merge(Connection connection, Uptime uptime) {
        this.connection = connection;
        this.log = new EditLog(connection);
        this.uptime = uptime;
    }

    /**
     * The histories of all entities that other copies' edits concern, those of the bundle included, as this copy's log
     * tells them.
     */
    static Lineage lineage(Connection connection, List<MergedEdit> more) throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        BiPredicate<String, UUID> all = (table, id) -> true;
        List<MergedEdit> edits = new ArrayList<>(MergedEdits.TABLE.list(connection, ""));
        edits.addAll(more);
        References references = new References(connection);
        for (MergedEdit edit : edits) {
            for (Touch touch : Touch.of(MergedEdits.entry(edit).changes(), all)) {
                concerned.add(touch.id());
                touch.after()
                        .or(touch::before)
                        .ifPresent(row -> concerned.addAll(
                                references.of(touch.table(), row).keySet()));
            }
        }
        return Lineage.of(new EditLog(connection), (table, id) -> FRAME.contains(table) || concerned.contains(id));
    }

    /**
     * Takes in what is new.
     *
     * @param raterId who takes it in
     * @return number of edits that were new, and of conflicts now
     * @throws StoreException when the bundle refers to what is in no copy; the transaction must be rolled back then
     */
    Taken take(Bundle bundle, UUID raterId, Instant now, String zone) throws SQLException, StoreException {
        List<MergedEdit> fresh = new ArrayList<>();
        for (MergedEdit edit : bundle.edits()) {
            if (log.find(edit.hash()).isEmpty()) {
                fresh.add(edit);
            }
        }
        Lineage lineage = lineage(connection, fresh);
        Reckoning reckoning = new Reckoning(connection, lineage);
        List<Change> late = reckoning.write(lineage.lines().keySet());
        if (!late.isEmpty()) {
            log.append(raterId, now, zone, uptime, OptionalLong.empty(), new Edit(Verb.TAKE_IN, late));
        }
        for (MergedEdit edit : fresh) {
            refuseLoose(edit, lineage);
            List<Change> changes = new ArrayList<>();
            changes.add(new Change.Added(edit));
            MergedEdits.TABLE.insert(connection, MergedEdits.TABLE.row(edit));
            changes.addAll(reckoning.write(lineage.add(edit)));
            append(MergedEdits.entry(edit).entry(), edit, changes);
            insertTracks(bundle, changes);
        }
        List<Change> labels = reckoning.write(lineage.protocols());
        if (!labels.isEmpty()) {
            log.append(raterId, now, zone, uptime, OptionalLong.empty(), new Edit(Verb.TAKE_IN, labels));
        }
        return new Taken(fresh.size(), Conflicts.list(connection, lineage).size());
    }

    private void refuseLoose(MergedEdit edit, Lineage lineage) throws StoreException, SQLException {
        for (Strand strand : edit.strands()) {
            for (String followed : strand.follows()) {
                Optional<Line> line = lineage.line(strand.entityId());
                if (line.isEmpty() || !line.get().has(followed)) {
                    throw new StoreException("It lacks the edit " + followed + ", on which another one builds.");
                }
            }
        }
        if (edit.undoes().isPresent() && log.find(edit.undoes().get()).isEmpty()) {
            throw new StoreException("It lacks the edit " + edit.undoes().get() + ", which another one takes back.");
        }
    }

    private void append(LogEntry made, MergedEdit edit, List<Change> changes) throws SQLException {
        OptionalLong undoes = edit.undoes().isPresent() ? log.find(edit.undoes().get()) : OptionalLong.empty();
        log.append(
                made.raterId(),
                made.at(),
                made.zone(),
                uptime,
                undoes,
                new Edit(made.edit().verb(), changes, made.edit().reason()),
                edit.hash());
    }

    private void insertTracks(Bundle bundle, List<Change> changes) throws SQLException, StoreException {
        TrackTable tracks = new TrackTable(connection);
        for (Change change : changes) {
            if (change instanceof Change.Added added && added.entity() instanceof Run run) {
                List<ScoreTrack> own = bundle.tracks().stream()
                        .filter(track -> track.runId().equals(run.id()))
                        .toList();
                if (!TracksHash.of(own).equals(run.tracksHash())) {
                    throw new StoreException("Its score tracks are not those that the run " + run.id() + " left.");
                }
                tracks.insert(own);
            }
        }
    }
}
