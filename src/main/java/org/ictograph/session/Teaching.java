package org.ictograph.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.localizer.ClipTrainer;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.Localization;
import org.ictograph.localizer.Localizer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainer;
import org.ictograph.measure.ProposalScores;
import org.ictograph.measure.ProposedCage;
import org.ictograph.measure.ScoredSpan;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.store.Viewer;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/**
 * Lets a new model learn from what the raters of the study agreed on, or from what one of them decided. Called on the FX
 * thread; a job does the work.
 */
public final class Teaching {
    /** Share of the work that finding out what is known is. */
    private static final double READING = 0.05;

    /** Share of the work after which a model that learned from decisions is compared with the one before. */
    private static final double LEARNT = 0.7;

    /** Overlap from which a proposal is the event. */
    private static final double IOU = 0.5;

    /** What there is to learn from, and the way to its films. */
    private record School(
            List<Lesson> lessons, Map<UUID, Reel> reels, Map<String, Integer> models, List<String> remarks) {}

    /** What a recording teaches. */
    @FunctionalInterface
    private interface Teacher {
        List<Lesson> of(Recording recording, Labels labels, SpanSet filmed);
    }

    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;
    private final Recordings recordings;

    Teaching(Workplace workplace, StudyState state, StoreLane store, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.recordings = recordings;
    }

    /**
     * Starts to find out what there is to learn from; no video is looked at.
     *
     * @param decisions whether it is what the rater who works decided, instead of what counts in the study
     */
    public Job<Outlook> outlook(List<String> taught, boolean decisions) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        UUID rater = state.rater().get().id();
        return workplace.jobs().start("outlook", progress -> {
            SortedMap<String, Integer> events = new TreeMap<>();
            long known = 0;
            for (Recording recording : study.recordings()) {
                progress.check();
                if (secrecy.open(recording.id())) {
                    Labels labels = store.ask(
                                    open -> Outdated.without(Labels.read(open, Viewer.PROGRAM, recording.id())))
                            .join();
                    SpanSet filmed = SpanSet.of(recording.span()).minus(recording.gaps());
                    List<Lesson> lessons = decisions
                            ? Decided.of(study, recording, labels, filmed, taught, rater)
                            : Lessons.of(study, recording, labels, filmed, taught);
                    for (Lesson lesson : lessons) {
                        events.merge(lesson.animal(), lesson.events().size(), Integer::sum);
                        known += lesson.known().total();
                    }
                }
            }
            return new Outlook(events, known / (3600.0 * Span.SECOND));
        });
    }

    /** Starts the training; the job's result is how good the model is on animals that it has not seen. */
    public Job<Trained> train(Trainer trainer) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        return workplace
                .jobs()
                .start(
                        trainer.model(),
                        progress -> train(
                                school(
                                        study,
                                        secrecy,
                                        (recording, labels, filmed) ->
                                                Lessons.of(study, recording, labels, filmed, trainer.labels()),
                                        progress),
                                trainer,
                                progress.part(READING, 1)));
    }

    /** Starts the training of a network that tells clips apart; the job's result is its table of scores by fold. */
    public Job<ClipTrained> clips(ClipTrainer trainer) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        return workplace.jobs().start(trainer.model(), progress -> {
            School school = school(
                    study,
                    secrecy,
                    (recording, labels, filmed) ->
                            Lessons.of(study, recording, labels, filmed, List.of(trainer.label())),
                    progress);
            try {
                return trainer.train(school.lessons(), films(school), progress.part(READING, 1))
                        .and(school.remarks());
            } catch (LocalizerException failure) {
                throw new SessionException(Sentence.of(failure), failure);
            }
        });
    }

    /**
     * Starts a training on what the rater who works decided, marked and audited; the job's result sets it beside the model that
     * made the newest proposals, on animals from which the new one has not learned.
     */
    public Job<Retrained> trainAgain(Trainer trainer) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        UUID rater = state.rater().get().id();
        return workplace.jobs().start(trainer.model(), progress -> {
            School school = school(
                    study,
                    secrecy,
                    (recording, labels, filmed) ->
                            Decided.of(study, recording, labels, filmed, trainer.labels(), rater),
                    progress);
            Trained made = train(school, trainer, progress.part(READING, LEARNT));
            Localizer now = workplace.localizers().byModel(trainer.model()).orElseThrow();
            Localizer before = before(school);
            List<Lesson> test = school.lessons().stream()
                    .filter(lesson -> made.heldOut().contains(lesson.animal()))
                    .toList();
            String label = trainer.labels().get(0);
            double half = (1 + LEARNT) / 2;
            return new Retrained(
                    made,
                    before.model(),
                    scores(now, test, school, label, progress.part(LEARNT, half)),
                    scores(before, test, school, label, progress.part(half, 1)));
        });
    }

    /** The model that made most of the newest proposals, if it is on the shelf; else the first of the shelf. */
    private Localizer before(School school) {
        return school.models().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .flatMap(model -> workplace.localizers().byModel(model.getKey()).stream())
                .filter(Localizer::proposes)
                .findFirst()
                .orElseGet(() -> workplace.localizers().all().get(0));
    }

    /** How a model does in the known time of these lessons. */
    private ProposalScores scores(Localizer model, List<Lesson> lessons, School school, String label, Progress progress)
            throws SessionException, VideoException {
        List<Recording> films =
                lessons.stream().map(Lesson::recording).distinct().toList();
        List<ProposedCage> cages = new ArrayList<>();
        for (int i = 0; i < films.size(); i++) {
            Recording film = films.get(i);
            List<Lesson> here = lessons.stream()
                    .filter(lesson -> lesson.recording().equals(film))
                    .toList();
            List<Cage> boxes = here.stream().map(Lesson::cage).toList();
            Reel reel = Objects.requireNonNull(school.reels().get(film.id()));
            try (FrameReader reader = workplace.videos().open(reel)) {
                Localization found = model.localize(
                        film, boxes, reader, progress.part((double) i / films.size(), (i + 1.0) / films.size()));
                here.forEach(lesson -> cages.add(proposed(lesson, found, label)));
            } catch (LocalizerException failure) {
                throw new SessionException(Sentence.of(failure), failure);
            }
        }
        return ProposalScores.of(cages, IOU);
    }

    private static ProposedCage proposed(Lesson lesson, Localization found, String label) {
        return new ProposedCage(
                lesson.known(),
                lesson.events().stream()
                        .filter(event -> event.label().equals(label))
                        .map(Lesson.Event::span)
                        .toList(),
                found.proposals().stream()
                        .filter(proposal ->
                                proposal.cageId().equals(lesson.cage().id())
                                        && proposal.label().equals(label))
                        .map(proposal -> new ScoredSpan(proposal.span(), proposal.score()))
                        .toList());
    }

    private School school(Study study, Secrecy secrecy, Teacher teacher, Progress progress)
            throws SessionException, VideoException {
        List<Recording> told = study.recordings().stream()
                .filter(recording -> secrecy.open(recording.id()))
                .toList();
        List<Lesson> lessons = new ArrayList<>();
        Map<UUID, Reel> reels = new HashMap<>();
        Map<String, Integer> models = new HashMap<>();
        long cages = 0;
        for (Recording recording : told) {
            double done = READING * reels.size() / told.size();
            progress.check();
            progress.report(done, recording.name());
            Reel reel = recordings.present(recording, progress.part(done, done + READING / told.size()));
            reels.put(recording.id(), reel);
            SpanSet filmed = SpanSet.of(new Span(0, reel.index().duration()))
                    .minus(reel.index().gaps());
            Labels labels = store.ask(open -> Outdated.without(Labels.read(open, Viewer.PROGRAM, recording.id())))
                    .join();
            labels.run().map(Run::model).ifPresent(model -> models.merge(model, 1, Integer::sum));
            lessons.addAll(teacher.of(recording, labels, filmed));
            cages += study.cagesOf(recording.id()).size();
        }
        List<String> remarks = new ArrayList<>();
        if (told.size() < study.recordings().size()) {
            remarks.add((study.recordings().size() - told.size())
                    + " recordings were left out, because somebody still rates them blind.");
        }
        if (lessons.size() < cages) {
            remarks.add((cages - lessons.size()) + " cages were left out, because their animal is not named.");
        }
        if (lessons.isEmpty()) {
            throw new SessionException("There is no cage with a named animal to learn from"
                    + (remarks.isEmpty() ? "" : ": " + String.join(" ", remarks))
                    + (remarks.isEmpty() ? "." : ""));
        }
        return new School(lessons, reels, models, remarks);
    }

    private Trained train(School school, Trainer trainer, Progress progress) throws SessionException, VideoException {
        try {
            return trainer.train(school.lessons(), films(school), progress).and(school.remarks());
        } catch (LocalizerException failure) {
            throw new SessionException(Sentence.of(failure), failure);
        }
    }

    private Trainer.Films films(School school) {
        return recording ->
                workplace.videos().open(Objects.requireNonNull(school.reels().get(recording.id())));
    }
}
