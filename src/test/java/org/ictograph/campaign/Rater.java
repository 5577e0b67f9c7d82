package org.ictograph.campaign;

import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ictograph.dataset.Datasets;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Snapshot;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.session.Workplace;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Jobs;

/** Works in a real session by dice and without end: marks, changes, deletes, undoes, redoes, exports, imports and keeps snapshots. */
final class Rater {
    private final Path file;
    private final Random dice;
    private final PrintStream out;
    private final List<Mark> marks = new ArrayList<>();

    Rater(Path file, long seed, PrintStream out) {
        this.file = file;
        this.dice = new Random(seed);
        this.out = out;
    }

    static Workplace workplace(Jobs jobs) {
        Videos videos = (Videos) Proxy.newProxyInstance(
                Videos.class.getClassLoader(), new Class<?>[] {Videos.class}, (self, asked, with) -> {
                    throw new VideoException("No video is read in a campaign of the store.");
                });
        return new Workplace(
                videos,
                new SqliteStudyFiles(),
                Localizers.withoutWeights(),
                new Datasets(videos, new JsonManifests(), List.of(), "campaign"),
                List.of(new MarkCsv()),
                jobs,
                Runnable::run);
    }

    void work() {
        try (Jobs jobs = new Jobs();
                StudySession session = StudySession.open(workplace(jobs), file, Optional.empty())
                        .join()) {
            session.safekeeping().start();
            Cage cage = session.state().study().get().cages().get(0);
            UUID rater = session.state().rater().get().id();
            marks.addAll(session.everythingAbout(cage.recordingId()).join().marks().stream()
                    .filter(mark -> mark.raterId().equals(rater))
                    .limit(5)
                    .toList());
            for (long at = 0; true; at++) {
                Optional<LogEntry> entry = step(session, cage, rater, at);
                entry.ifPresent(stored -> Worker.tell(out, stored.sequence(), stored.hash()));
            }
        }
    }

    private Optional<LogEntry> step(StudySession session, Cage cage, UUID rater, long at) {
        int face = dice.nextInt(40);
        if (face == 0) {
            session.interchange()
                    .give(new MarkCsv(), file.resolveSibling(file.getFileName() + ".csv"), mark -> true)
                    .result()
                    .join();
            return Optional.empty();
        }
        if (face == 1) {
            List<Change> many = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                many.add(new Change.Added(mark(cage, rater, at + i)));
            }
            return session.edits().make(new Edit(Verb.IMPORT_MARKS, many)).join();
        }
        if (face == 2) {
            session.safekeeping().keep(Snapshot.Reason.WORK).join();
            return Optional.empty();
        }
        if (face < 8 && !marks.isEmpty()) {
            int place = dice.nextInt(marks.size());
            Mark before = marks.get(place);
            Mark after = before.withNote("note " + at);
            marks.set(place, after);
            return session.edits()
                    .make(Edit.changing(Verb.CHANGE_MARK, before, after))
                    .join();
        }
        if (face < 11 && !marks.isEmpty()) {
            Mark gone = marks.remove(dice.nextInt(marks.size()));
            return session.edits().make(Edit.removing(Verb.DELETE_MARK, gone)).join();
        }
        if (face < 18) {
            // What is taken back is brought back next, so that the marks in hand stay true.
            Optional<LogEntry> undone = session.edits().undo().join();
            undone.ifPresent(stored -> Worker.tell(out, stored.sequence(), stored.hash()));
            return undone.isPresent() ? session.edits().redo().join() : undone;
        }
        Mark added = mark(cage, rater, at);
        marks.add(added);
        return session.edits().make(Edit.adding(Verb.ADD_MARK, added)).join();
    }

    private static Mark mark(Cage cage, UUID rater, long at) {
        return Mark.byHand(cage.recordingId(), cage.id(), rater, "rearing", new Span(at * 10, at * 10 + 9));
    }
}
