package org.ictograph.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Rater;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Uptime;
import org.ictograph.model.Verb;
import org.ictograph.store.Salvaged;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.work.Progress;

/**
 * Fills a new study with what is sound of a damaged one. First the entries of the edit log whose chain is unbroken from the
 * first one on, byte for byte; then entries from behind a break whose own hash is right and which fit; then rows that only
 * the tables have and, where entries are missing, the values that the tables have. An entry that was changed after it was
 * written is never believed.
 */
final class Salvage {
    /** More sentences of one kind would help nobody. */
    private static final int TOLD = 20;

    private final Wreck wreck;
    private final Connection fresh;
    private final EditLog log;
    private final Projection projection;
    private final Clock clock;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private final Map<Long, Long> sequences = new HashMap<>();
    private long lost;

    /**
     * @param wreck a copy of the damaged study
     * @param fresh an empty study of the newest shape, with the id and the name of the damaged one
     * @param clock stamps what is made here
     */
    Salvage(Connection wreck, Connection fresh, Clock clock) {
        this.clock = clock;
        this.wreck = new Wreck(wreck);
        this.fresh = fresh;
        this.log = new EditLog(fresh);
        this.projection = new Projection(fresh);
    }

    /** @param source name of the damaged file, for the log */
    Salvaged run(String source, Progress progress) throws SQLException, StoreException {
        List<LogRow> rows = wreck.log();
        long entries = wreck.entries(rows);
        progress.report(0.2, "keeping the edit log");
        int proven = proven(rows);
        Transaction.run(fresh, () -> {
            for (LogRow row : rows.subList(0, proven)) {
                progress.check();
                projection.apply(row.entry().edit());
                log.keep(row);
                sequences.put(row.sequence(), row.sequence());
            }
            return proven;
        });
        progress.report(0.5, "looking behind the damage");
        List<LogRow> waiting = new ArrayList<>(rows.subList(proven, rows.size()));
        long unread = entries - rows.size();
        if (unread > 0) {
            lose(unread, unread + " entries of the edit log could not be read.");
        }
        long found = follow(waiting, progress);
        long fromTables = fromTables(lost > 0 || !waiting.isEmpty(), progress);
        found += follow(waiting, progress);
        waiting.forEach(row -> lose(
                1,
                "Entry " + row.sequence() + " (" + row.verb() + ", " + row.madeAt()
                        + ") does not fit what was left and was not made again."));
        progress.report(0.8, "keeping score tracks");
        keepTracks();
        String first = "Kept " + proven + " edits with their chain, " + found + " more from behind the damage and "
                + fromTables + " things that only the tables still had. Lost " + lost + " entries of the edit log.";
        sentences.add(0, first);
        sign("salvaged from " + source + ". " + first);
        return new Salvaged(proven, found, lost, fromTables, told());
    }

    /** How many rows from the first one on follow each other with right hashes. */
    private int proven(List<LogRow> rows) throws SQLException {
        String previous = log.seed();
        int proven = 0;
        while (proven < rows.size()) {
            LogRow row = rows.get(proven);
            if (row.sequence() != proven + 1 || !row.previousHash().equals(previous) || !row.intact()) {
                break;
            }
            previous = row.hash();
            proven++;
        }
        return proven;
    }

    /** Makes edits again that fit, and takes them out of the list; changed ones are lost. */
    private long follow(List<LogRow> waiting, Progress progress) throws SQLException {
        long found = 0;
        List<LogRow> unfit = new ArrayList<>();
        for (LogRow row : waiting) {
            progress.check();
            if (!row.intact()) {
                lose(
                        1,
                        "Entry " + row.sequence()
                                + " of the edit log was changed after it was written; it was left out.");
            } else if (again(row)) {
                found++;
            } else {
                unfit.add(row);
            }
        }
        waiting.clear();
        waiting.addAll(unfit);
        return found;
    }

    private boolean again(LogRow row) throws SQLException {
        return tried(() -> {
            LogEntry entry = row.entry();
            projection.apply(entry.edit());
            Long undone =
                    entry.undoes().isPresent() ? sequences.get(entry.undoes().getAsLong()) : null;
            LogEntry made = log.append(
                    entry.raterId(),
                    entry.at(),
                    entry.zone(),
                    entry.uptime().orElse(new Uptime(0, 0)),
                    undone == null ? OptionalLong.empty() : OptionalLong.of(undone),
                    entry.edit(),
                    row.origin());
            sequences.put(row.sequence(), made.sequence());
            return made;
        });
    }

    /** Takes from the tables what the log no longer tells; signatures and seals prove nothing there and are left out. */
    private long fromTables(boolean gaps, Progress progress) throws SQLException {
        long taken = 0;
        for (EntityTable<?> table : EntityTables.ALL) {
            progress.check();
            if (table == Signatures.TABLE || table == Seals.SUBMISSION || table == MergedEdits.TABLE) {
                continue;
            }
            List<Change> changes = differences(table, gaps);
            long here = 0;
            if (!changes.isEmpty() && made(changes)) {
                here = changes.size();
            } else {
                for (Change change : changes) {
                    here += made(List.of(change)) ? 1 : 0;
                }
            }
            if (here > 0) {
                sentences.add("Table " + table.name().replace('_', ' ') + ": " + here
                        + " rows taken as they were; the log does not prove who made them.");
            }
            taken += here;
        }
        return taken;
    }

    /**
     * What a table has otherwise than the log so far. Where no entry is missing, the log is right about what both have.
     *
     * @param gaps true when entries of the log are missing
     */
    private <E extends Entity> List<Change> differences(EntityTable<E> table, boolean gaps) throws SQLException {
        String name = table.name().replace('_', ' ');
        List<Change> changes = new ArrayList<>();
        Set<UUID> there = new HashSet<>();
        for (Row row : wreck.rows(table)) {
            try {
                Entity found = table.entity(row);
                there.add(found.id());
                Optional<Row> present = table.find(fresh, found.id());
                if (present.isEmpty()) {
                    changes.add(new Change.Added(found));
                } else if (!present.get().equals(row) && gaps) {
                    changes.add(new Change.Changed(table.entity(present.get()), found));
                }
            } catch (IllegalArgumentException damage) {
                sentences.add(
                        "A row of table " + name + " makes no sense (" + damage.getMessage() + ") and was left out.");
            }
        }
        long back = gaps
                ? table.list(fresh, "").stream()
                        .filter(entity -> !there.contains(entity.id()))
                        .count()
                : 0;
        if (back > 0) {
            sentences.add("Table " + name + ": " + back
                    + " rows are in the log only; an edit that was lost may have removed them. They were kept.");
        }
        return changes;
    }

    /** Makes changes under the name of the first rater; false when they do not fit. */
    private boolean made(List<Change> changes) throws SQLException {
        Optional<UUID> author = Sql.first(
                fresh, row -> UUID.fromString(row.getString(1)), "SELECT id FROM rater ORDER BY rowid LIMIT 1");
        UUID rater = author.orElseGet(() -> changes.get(0).entityId());
        return tried(() -> {
            Edit edit = new Edit(Verb.SALVAGE, changes, "from the tables of a damaged study");
            projection.apply(edit);
            return append(rater, edit);
        });
    }

    private LogEntry append(UUID rater, Edit edit) throws SQLException {
        Uptime uptime = new Uptime(log.head().sequence(), 0);
        return log.append(rater, clock.instant(), clock.getZone().getId(), uptime, OptionalLong.empty(), edit);
    }

    /** False when the work does not fit what is there; it has done nothing then. */
    private boolean tried(Transaction.Work<?> work) throws SQLException {
        try {
            var unused = Transaction.run(fresh, work);
            return true;
        } catch (StoreException | IllegalArgumentException unfit) {
            return false;
        } catch (SQLException refused) {
            if (Sentences.endsTrust(refused) || Sentences.diskFull(refused)) {
                throw refused;
            }
            return false;
        }
    }

    /** Keeps the tracks that their run proves; a run whose tracks are gone says so itself from now on. */
    private void keepTracks() throws SQLException, StoreException {
        for (Run run : LabelTables.RUN.list(fresh, "ORDER BY rowid")) {
            List<ScoreTrack> tracks = wreck.tracks(run.id());
            if (TracksHash.of(tracks).equals(run.tracksHash())) {
                new TrackTable(fresh).insert(tracks);
            } else {
                Run bare = new Run(
                        run.id(),
                        run.recordingId(),
                        run.model(),
                        run.weights(),
                        run.parameters(),
                        TracksHash.of(List.of()));
                if (made(List.of(new Change.Changed(run, bare)))) {
                    sentences.add("The score tracks of run " + run.id() + " (" + run.model()
                            + ") are damaged and were left out; run the model again.");
                }
            }
        }
    }

    /** Lets the log tell that this study was salvaged, and of what. */
    private void sign(String account) throws SQLException, StoreException {
        Rater first = FrameTables.RATER.list(fresh, "ORDER BY rowid LIMIT 1").stream()
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        Trouble.DAMAGED, "Nothing of the study could be saved: not even a rater is left in it."));
        var unused = Transaction.run(fresh, () -> append(first.id(), Edit.noting(Verb.SALVAGE, first, account)));
    }

    private void lose(long entries, String sentence) {
        lost += entries;
        losses.add(sentence);
    }

    private List<String> told() {
        List<String> all = new ArrayList<>(sentences);
        all.addAll(losses.size() <= TOLD ? losses : losses.subList(0, TOLD));
        if (losses.size() > TOLD) {
            all.add("And " + (losses.size() - TOLD) + " losses more.");
        }
        return all;
    }
}
