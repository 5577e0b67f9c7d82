package org.ictograph.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.work.Jobs;
import org.ictograph.work.Progress;

/**
 * What the agreement dashboard waits for: twelve raters, two hundred recordings of four cages with forty animals, a
 * hundred thousand marks; every pair of raters, all of them together and one pair in full, read from the study file.
 */
record AgreementBench(Path folder) implements Measure {
    private static final int TURNS = 3;
    private static final int RATERS = 12;
    private static final int RECORDINGS = 200;
    private static final int CAGES = 4;
    private static final int ANIMALS = 40;
    private static final int MARKS = 100_000;
    private static final long LENGTH = 3600 * Span.SECOND;
    private static final double SECONDS = 5;

    @Override
    public void into(Table table) throws Exception {
        Path file = LargeStudy.make(folder.resolve("rated.icto"), RECORDINGS, CAGES, 0, 0);
        try (Jobs jobs = new Jobs();
                StudySession session = StudySession.open(
                                LargeStudy.workplace(jobs, Runnable::run), file, Optional.empty())
                        .join()) {
            rate(session);
            session.showOthers(true).join();
            List<Rater> raters = session.state().study().get().raters().subList(1, RATERS + 1);
            Samples pair = new Samples(1);
            Samples all = new Samples(1);
            for (int turn = 0; turn <= TURNS; turn++) {
                pair.time(() -> session.agreeing()
                        .compare(raters.get(0), raters.get(1), AgreementParameters.standard())
                        .result()
                        .join());
                all.time(() -> session.agreeing().compareAll(raters, AgreementParameters.standard(), Progress.NONE));
            }
            String on = RATERS + " raters, " + RECORDINGS + " recordings, " + MARKS + " marks";
            table.add(Row.limit("agreement of a pair", on, pair.median() / 1_000, SECONDS, "s"));
            table.add(Row.limit(
                    "agreement dashboard, all pairs", on, (pair.median() + all.median()) / 1_000, SECONDS, "s"));
        }
    }

    private static void rate(StudySession session) {
        Random random = new Random(7);
        List<Change> people = new ArrayList<>();
        List<Rater> raters = new ArrayList<>();
        for (int i = 1; i <= RATERS; i++) {
            raters.add(new Rater(UUID.randomUUID(), "Rater " + i));
        }
        raters.forEach(rater -> people.add(new Change.Added(rater)));
        session.edits().make(new Edit(Verb.ADD_RATER, people)).join();
        List<Subject> animals = new ArrayList<>();
        for (int i = 1; i <= ANIMALS; i++) {
            animals.add(Subject.named("rat " + i));
        }
        session.edits()
                .make(new Edit(
                        Verb.CHANGE_SUBJECT,
                        animals.stream().<Change>map(Change.Added::new).toList()))
                .join();
        var study = session.state().study().get();
        List<String> labels =
                study.protocol().labels().stream().map(Label::name).toList();
        int at = 0;
        for (Recording brief : study.recordings()) {
            Recording recording = LargeStudy.longer(brief, brief.id(), brief.name(), LENGTH);
            List<Change> changes = new ArrayList<>(List.of(new Change.Changed(brief, recording)));
            for (Cage cage : study.cagesOf(recording.id())) {
                UUID animal = animals.get(at++ % ANIMALS).id();
                changes.add(new Change.Changed(cage, cage.withSubject(Optional.of(animal))));
                raters.forEach(rater -> changes.add(new Change.Added(new Coverage(
                        UUID.randomUUID(),
                        rater.id(),
                        recording.id(),
                        cage.id(),
                        recording.span(),
                        Coverage.Seen.REVIEWED,
                        0))));
                events(recording, cage, raters, labels, random).forEach(mark -> changes.add(new Change.Added(mark)));
            }
            session.edits().make(new Edit(Verb.IMPORT_MARKS, changes)).join();
        }
    }

    /** Events that the raters mark with edges that differ by up to a tenth of the length. */
    private static List<Mark> events(
            Recording recording, Cage cage, List<Rater> raters, List<String> labels, Random random) {
        List<Mark> marks = new ArrayList<>();
        int each = MARKS / RECORDINGS / CAGES / RATERS + 1;
        for (int event = 0; event < each; event++) {
            String label = labels.get(random.nextInt(labels.size()));
            long length = recording.duration() / 20;
            long start = length + (long) (random.nextDouble() * (recording.duration() - 4 * length));
            for (Rater rater : raters) {
                long from = start + (long) (random.nextDouble() * length / 10);
                marks.add(Mark.byHand(recording.id(), cage.id(), rater.id(), label, new Span(from, from + length)));
            }
        }
        return marks;
    }
}
