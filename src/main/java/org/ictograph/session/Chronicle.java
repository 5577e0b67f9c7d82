package org.ictograph.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Verb;
import org.ictograph.store.LoggedEdit;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Job;

/**
 * The history of the study for the screen: which entries there are, what the marks of a recording were after one of them, and
 * the way back for a single mark. A blind rater finds only what they did to what is their own. Called on the FX thread.
 */
public final class Chronicle {
    private static final int PAGE = 1_000;

    private final StudySession session;
    private final StoreLane store;
    private final Workplace workplace;

    Chronicle(StudySession session, StoreLane store, Workplace workplace) {
        this.session = session;
        this.store = store;
        this.workplace = workplace;
    }

    /**
     * Starts to look for entries. Where all are wanted and may be seen none is read: their sequences have no gaps.
     *
     * @param found gets the sequence of each, oldest first, on the job's thread
     */
    public Job<Long> find(TrailFilter filter, LongConsumer found) {
        boolean blind = !session.state().sighted().get();
        if (filter.equals(TrailFilter.ALL)
                && !blind
                && session.state().secrecy().none()) {
            return workplace.jobs().start("history", progress -> {
                long newest = store.await(StudyStore::head).sequence();
                LongStream.rangeClosed(1, newest).forEach(found);
                return newest;
            });
        }
        String self = session.state().rater().get().name();
        return trail(filter, line -> {
            if (!blind || own(line, self)) {
                found.accept(line.entry().sequence());
            }
        });
    }

    /**
     * Starts to read the whole audit trail, oldest first, whoever works: for commands, never for a screen. What tells of
     * others' labels that nobody may see yet is left out.
     *
     * @param reader gets the wanted entries, on the job's thread
     * @return the job; its result is their number
     */
    public Job<Long> trail(TrailFilter filter, Consumer<TrailLine> reader) {
        Secrecy secrecy = session.state().secrecy();
        return workplace.jobs().start("history", progress -> {
            Trail trail = new Trail();
            long wanted = 0;
            long last = 0;
            long end = store.await(StudyStore::head).sequence();
            while (last < end) {
                progress.check();
                long after = last;
                for (LoggedEdit logged : store.await(open -> open.logged(after, PAGE))) {
                    TrailLine line = trail.read(logged);
                    if (filter.wants(line) && secrecy.tells(line)) {
                        reader.accept(line);
                        wanted++;
                    }
                    last = logged.entry().sequence();
                }
                progress.report((double) last / end, "");
            }
            return wanted;
        });
    }

    private static boolean own(TrailLine line, String self) {
        return line.rater().equals(self)
                && line.entry().edit().verb() != Verb.EXPORT
                && line.entry().edit().verb() != Verb.PROPOSE
                && line.touched().stream()
                        .allMatch(touched ->
                                touched.whose().isEmpty() || touched.whose().equals(self));
    }

    /** Some entries in the order that is asked for. */
    public CompletableFuture<List<LogEntry>> entries(List<Long> sequences) {
        return store.ask(open -> {
                    List<LogEntry> entries = new ArrayList<>();
                    for (long sequence : sequences) {
                        entries.addAll(open.log(sequence - 1, 1));
                    }
                    return entries;
                })
                .thenApplyAsync(entries -> entries, workplace.fx());
    }

    /** Starts to work out which marks a recording had right after an entry, by start. */
    public Job<List<Mark>> marksAfter(UUID recordingId, long sequence) {
        Viewer viewer = session.state().viewer();
        boolean told = session.state().secrecy().open(recordingId);
        return workplace.jobs().start("history", progress -> {
            Map<UUID, Mark> marks = new LinkedHashMap<>();
            store.await(open -> open.marks(Viewer.PROGRAM, recordingId)).forEach(mark -> marks.put(mark.id(), mark));
            Set<UUID> settled = new HashSet<>();
            List<LogEntry> page = page(sequence);
            while (!page.isEmpty()) {
                progress.check();
                page.forEach(entry -> entry.edit().changes().forEach(change -> back(change, marks, settled)));
                page = page(page.get(page.size() - 1).sequence());
            }
            return marks.values().stream()
                    .filter(mark -> mark.recordingId().equals(recordingId))
                    .filter(mark -> (viewer.sighted() && told)
                            || (viewer.raterId().equals(Optional.of(mark.raterId())) && mark.layer() == Layer.RATING))
                    .sorted(Comparator.comparing(Mark::span))
                    .toList();
        });
    }

    private List<LogEntry> page(long after) throws StoreException {
        return store.await(open -> open.log(after, PAGE));
    }

    /** The first later change of a mark tells what it was before. */
    private static void back(Change change, Map<UUID, Mark> marks, Set<UUID> settled) {
        if (change.after().or(change::before).orElse(null) instanceof Mark && settled.add(change.entityId())) {
            marks.remove(change.entityId());
            change.before().ifPresent(before -> marks.put(before.id(), (Mark) before));
        }
    }

    /** Makes a mark again what it once was: an edit like any other, which can be undone. */
    public CompletableFuture<Optional<LogEntry>> restore(Mark past) {
        return store.ask(open -> open.marks(Viewer.PROGRAM, past.recordingId()).stream()
                        .filter(mark -> mark.id().equals(past.id()))
                        .findFirst())
                .thenComposeAsync(
                        now -> session.edits()
                                .make(() -> now.equals(Optional.of(past))
                                        ? Optional.empty()
                                        : Optional.of(
                                                now.isPresent()
                                                        ? Edit.changing(Verb.CHANGE_MARK, now.get(), past)
                                                        : Edit.adding(Verb.ADD_MARK, past))),
                        workplace.fx());
    }
}
