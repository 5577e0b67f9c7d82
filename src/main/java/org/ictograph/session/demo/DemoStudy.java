package org.ictograph.session.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.Finding;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.Visibility;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/**
 * Fills an empty study with the demo: generated recordings that appear one after the other, cages and animals, the marks
 * of two simulated raters who have reviewed everything, proposals, and a consensus that is settled but for the last
 * recording, whose disagreements are left to whoever tries the program. A demo that was interrupted is gone on with.
 */
public final class DemoStudy {
    /** Name of the demo's study file. */
    public static final String FILE = "demo.icto";

    /** Name of the known truth's file, without its ending, and of its rater inside. */
    private static final String TRUTH = "truth";

    private static final double RECORDING = 0.8;

    /** More than the edges of two simulated raters can be apart, so that the demo has something to export at once. */
    private static final EdgeRule GENEROUS = new EdgeRule(Outcome.MEAN, 0.5, 15 * Span.SECOND);

    private final StudySession session;
    private final DemoPlan plan;
    private final SimulatedRater first;
    private final SimulatedRater second;

    /** @param session an empty study whose first rater is the demo's first */
    public DemoStudy(StudySession session, DemoPlan plan) {
        this.session = session;
        this.plan = plan;
        this.first = SimulatedRater.first(plan.seed());
        this.second = SimulatedRater.second(plan.seed());
    }

    /** Name of the rater whom the demo's study file is to be created for. */
    public static String firstRater() {
        return SimulatedRater.first(0).name();
    }

    /**
     * True for a demo whose making was interrupted: the consensus, which comes last, is not there. Blocks; not for the FX
     * thread.
     */
    public boolean unfinished() {
        return study().raterNamed(first.name()).isPresent()
                && fits(study())
                && study().recordings().stream()
                        .allMatch(recording -> session.everythingAbout(recording.id())
                                .join()
                                .settlements()
                                .isEmpty());
    }

    /** True when the recordings that are there are some of this demo's; those of a demo of another length are not. */
    public boolean fits(Study study) {
        return study.recordings().stream()
                .allMatch(recording -> plan.recordings().stream().anyMatch(planned -> same(planned, recording)));
    }

    private static boolean same(DemoRecording planned, Recording recording) {
        return recording.startedAt().equals(Optional.of(planned.startedAt())) && recording.frames() == planned.frames();
    }

    /** Starts making the demo; recordings, marks and proposals show up in the study as they are made. */
    public Job<List<Recording>> start() {
        Executor fx = session.workplace().fx();
        fx.execute(() -> session.state().filling(true));
        Job<List<Recording>> making = session.workplace().jobs().start("demo", this::make);
        var unused = making.result()
                .whenCompleteAsync((made, failure) -> session.state().filling(false), fx);
        return making;
    }

    private List<Recording> make(Progress progress) throws VideoException, SessionException, ExchangeException {
        Rater a = rater(first.name());
        Rater b = rater(second.name());
        List<Recording> made = new ArrayList<>();
        int count = plan.recordings().size();
        for (DemoRecording planned : plan.recordings()) {
            made.add(record(
                    planned, progress.part(made.size() * RECORDING / count, (made.size() + 1) * RECORDING / count)));
            rate(planned, made.get(made.size() - 1), a, b);
        }
        for (int i = 0; i < count; i++) {
            double proposing = 1 - RECORDING;
            propose(
                    made.get(i),
                    progress.part(RECORDING + i * proposing / count, RECORDING + (i + 1) * proposing / count));
        }
        saveTruth(made);
        settle(a, b, made.get(count - 1), progress);
        return made;
    }

    /** The truth is not a rater's work, so it stays out of the study: nobody should come upon it while rating. */
    private void saveTruth(List<Recording> made) throws ExchangeException {
        Rater truth = new Rater(UUID.randomUUID(), TRUTH);
        Study study = study();
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            Recording recording = made.get(i);
            List<Cage> cages = study.cagesOf(recording.id());
            plan.recordings().get(i).truth().forEach(mark -> marks.add(mark(mark, recording, cages, truth)));
        }
        Study withTruth = new Study(
                study.id(),
                study.name(),
                study.protocol(),
                Stream.concat(study.raters().stream(), Stream.of(truth)).toList(),
                study.subjects(),
                study.recordings(),
                study.cages());
        LabelFormat usual = session.workplace().formats().get(0);
        usual.write(withTruth, marks, FrameClock.NONE, session.file().resolveSibling(TRUTH + ".csv"));
    }

    private Rater rater(String name) {
        Optional<Rater> known = study().raterNamed(name);
        if (known.isEmpty()) {
            edit(Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), name)));
        }
        return study().raterNamed(name).orElseThrow();
    }

    private Recording record(DemoRecording planned, Progress progress) throws VideoException, SessionException {
        Optional<Recording> known = study().recordings().stream()
                .filter(recording -> recording.startedAt().equals(Optional.of(planned.startedAt())))
                .findFirst();
        if (known.isPresent()) {
            checkSame(planned, known.get());
            return known.get();
        }
        Path folder = folder();
        if (!Files.exists(folder.resolve(planned.fileName()))) {
            planned.write(session.workplace().videos(), folder, progress.part(0, 0.95));
        }
        return session.recordings().add(recording(planned, folder), progress.part(0.95, 1));
    }

    /** An interrupted demo is gone on with only as it was begun, else its truth would be false. */
    private void checkSame(DemoRecording planned, Recording recording) throws SessionException {
        List<Cage> cages = study().cagesOf(recording.id());
        Rater rater = rater(first.name());
        Set<String> there = session.everythingAbout(recording.id()).join().marks().stream()
                .filter(mark -> mark.raterId().equals(rater.id()))
                .map(mark -> mark.cageId() + mark.label() + mark.span())
                .collect(Collectors.toSet());
        List<DemoMark> rated = first.rate(planned);
        long same = rated.stream()
                .map(seen -> mark(seen, recording, cages, rater))
                .filter(mark -> there.contains(mark.cageId() + mark.label() + mark.span()))
                .count();
        // Somebody may have changed some of them since.
        if (!there.isEmpty() && same * 2 < rated.size()) {
            throw new SessionException("The unfinished demo in " + session.file()
                    + " was begun with another seed or length; give the same ones, or name another folder.");
        }
    }

    private Path folder() throws SessionException {
        Path folder = session.file().resolveSibling("videos");
        try {
            return Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new SessionException(
                    "The folder " + folder + " cannot be made; choose another place for the demo.", refused);
        }
    }

    private void rate(DemoRecording planned, Recording recording, Rater a, Rater b) {
        if (session.everythingAbout(recording.id()).join().coverage().isEmpty()) {
            edit(new Edit(Verb.IMPORT_MARKS, rated(planned, recording, a, b)));
        }
    }

    private void propose(Recording recording, Progress progress) throws VideoException, SessionException {
        if (session.everythingAbout(recording.id()).join().run().isEmpty()) {
            session.proposing().run(recording, session.proposing().localizers().get(0), progress);
        }
    }

    private Study study() {
        return session.workplace()
                .onFx(() -> CompletableFuture.completedFuture(
                        session.state().study().get()))
                .join();
    }

    private static NewRecording recording(DemoRecording planned, Path folder) {
        List<NewCage> cages = planned.cages().stream()
                .map(cage ->
                        new NewCage(cage.position(), cage.box(), cage.tagMask(), Optional.of(subject(cage.animal()))))
                .toList();
        return NewRecording.of(folder.resolve(planned.fileName()))
                .with(cages)
                .started(planned.startedAt(), DemoRecording.ZONE);
    }

    private static Subject subject(DemoAnimal animal) {
        return new Subject(UUID.randomUUID(), animal.name(), animal.litter(), animal.group(), animal.treatment());
    }

    private List<Change> rated(DemoRecording planned, Recording recording, Rater a, Rater b) {
        List<Cage> cages = study().cagesOf(recording.id());
        List<Change> changes = new ArrayList<>();
        for (Cage cage : cages) {
            for (Rater rater : List.of(a, b)) {
                changes.add(new Change.Added(new Coverage(
                        UUID.randomUUID(),
                        rater.id(),
                        recording.id(),
                        cage.id(),
                        recording.span(),
                        Coverage.Seen.REVIEWED,
                        0)));
            }
        }
        first.rate(planned).forEach(seen -> changes.add(new Change.Added(mark(seen, recording, cages, a))));
        second.rate(planned).forEach(seen -> changes.add(new Change.Added(mark(seen, recording, cages, b))));
        return changes;
    }

    private static Mark mark(DemoMark seen, Recording recording, List<Cage> cages, Rater rater) {
        Cage cage = cages.get(seen.cage() - 1);
        Span span = new Span(seen.span().start(), Math.min(seen.span().end(), recording.duration()));
        return new Mark(
                UUID.randomUUID(),
                recording.id(),
                cage.id(),
                rater.id(),
                Layer.RATING,
                seen.label(),
                span,
                "",
                Certainty.CERTAIN,
                Visibility.FULL,
                "",
                new Origin(Origin.Kind.IMPORT, List.of()));
    }

    private void settle(Rater a, Rater b, Recording last, Progress progress) throws SessionException {
        Comparison comparison = session.agreeing().compare(a, b, AgreementParameters.standard(), Progress.NONE);
        progress.check();
        onFx(() -> session.adjudicating().settleByRule(comparison, GENEROUS));
        Comparison after = session.agreeing().compare(a, b, AgreementParameters.standard(), Progress.NONE);
        List<Finding> disputed = after.open().stream()
                .filter(finding -> !finding.recordingId().equals(last.id()))
                .toList();
        onFx(() -> session.adjudicating().settleForFirst(disputed));
    }

    private void edit(Edit edit) {
        onFx(() -> session.edits().make(edit));
    }

    private void onFx(Supplier<CompletableFuture<Optional<LogEntry>>> edit) {
        var unused = session.workplace().onFx(edit).join();
    }
}
