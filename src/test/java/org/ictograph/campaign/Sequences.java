package org.ictograph.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.store.sqlite.SideDoor;
import org.ictograph.work.Jobs;
import org.ictograph.work.Progress;

/**
 * Campaign 10: random commands in a real session, all undone, all redone, with a crash somewhere. Replaying the log must
 * give the tables at each point, undoing all the state before, redoing all the state after.
 */
final class Sequences implements Campaign {
    @Override
    public void run(Path folder, int size, Trials trials) throws Exception {
        trials.checks("up to 200 steps; undo all, redo all, a crash anywhere: same marks, replay equals tables");
        Path template = SideDoor.make(folder.resolve("template.icto"));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Path file = folder.resolve("sequence-" + i + ".icto");
                long seed = trials.dice().nextLong();
                work.add(() -> sequence(template, file, new Random(seed)));
            }
            for (Future<String> done : both.invokeAll(work)) {
                trials.add(done.get());
            }
        } finally {
            both.shutdown();
        }
    }

    private static String sequence(Path template, Path file, Random dice) throws Exception {
        Found.copy(template, file);
        Path crashed = file.resolveSibling("crashed-" + file.getFileName());
        int steps = 1 + dice.nextInt(1 + dice.nextInt(200));
        int crash = dice.nextInt(steps);
        List<Mark> atCrash = List.of();
        try (Jobs jobs = new Jobs();
                StudySession session = StudySession.open(Rater.workplace(jobs), file, Optional.empty())
                        .join()) {
            Cage cage = session.state().study().get().cages().get(0);
            List<Mark> before = marks(session, cage);
            for (int i = 0; i < steps; i++) {
                step(session, cage, dice, i);
                if (i == crash) {
                    atCrash = marks(session, cage);
                    Found.copy(file, crashed);
                }
            }
            List<Mark> after = marks(session, cage);
            int undone = 0;
            while (session.edits().undo().join().isPresent()) {
                undone++;
            }
            List<Mark> start = marks(session, cage);
            for (int i = 0; i < undone; i++) {
                if (session.edits().redo().join().isEmpty()) {
                    return "could not redo all of " + undone;
                }
            }
            if (!marks(session, cage).equals(after)) {
                return "redoing all gave other marks";
            }
            if (start.size() > before.size()) {
                return "undoing all left marks";
            }
            List<String> wrong = session.verify(Progress.NONE).join();
            if (!wrong.isEmpty()) {
                return wrong.get(0);
            }
        }
        try (Jobs jobs = new Jobs();
                StudySession session = StudySession.open(Rater.workplace(jobs), crashed, Optional.empty())
                        .join()) {
            Cage cage = session.state().study().get().cages().get(0);
            List<String> wrong = session.verify(Progress.NONE).join();
            return !wrong.isEmpty() ? wrong.get(0) : marks(session, cage).equals(atCrash) ? "" : "other after a crash";
        } finally {
            Found.remove(file);
            Found.remove(crashed);
        }
    }

    private static List<Mark> marks(StudySession session, Cage cage) {
        return session.everythingAbout(cage.recordingId()).join().marks().stream()
                .sorted(java.util.Comparator.comparing(Mark::id))
                .toList();
    }

    private static void step(StudySession session, Cage cage, Random dice, int at) {
        var rater = session.state().rater().get().id();
        List<Mark> own = marks(session, cage).stream()
                .filter(mark -> mark.raterId().equals(rater) && mark.note().startsWith("n"))
                .toList();
        int face = dice.nextInt(10);
        if (face == 0) {
            session.edits().undo().join();
        } else if (face == 1) {
            session.edits().redo().join();
        } else if (face < 4 && !own.isEmpty()) {
            Mark mark = own.get(dice.nextInt(own.size()));
            session.edits()
                    .make(Edit.changing(Verb.CHANGE_MARK, mark, mark.withNote("n" + dice.nextInt())))
                    .join();
        } else if (face == 4 && !own.isEmpty()) {
            session.edits()
                    .make(Edit.removing(Verb.DELETE_MARK, own.get(dice.nextInt(own.size()))))
                    .join();
        } else {
            session.edits()
                    .make(Edit.adding(
                            Verb.ADD_MARK,
                            Mark.byHand(cage.recordingId(), cage.id(), rater, "rearing", new Span(at, at + 5))
                                    .withNote("n")))
                    .join();
        }
    }
}
