package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ictograph.localizer.Lesson;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.ictograph.localizer.Trainer;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.store.Viewer;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Lets a new model learn from what the raters of the study agreed on. Called on the FX thread; a job does the work. */
public final class Teaching {
    /** Share of the work that finding out what is known is. */
    private static final double READING = 0.05;

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

    /** Starts the training; the job's result is how good the model is on animals that it has not seen. */
    public Job<Trained> train(Trainer trainer) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        return workplace.jobs().start(trainer.model(), progress -> train(study, secrecy, trainer, progress));
    }

    private Trained train(Study study, Secrecy secrecy, Trainer trainer, Progress progress)
            throws SessionException, VideoException {
        List<Recording> told = study.recordings().stream()
                .filter(recording -> secrecy.open(recording.id()))
                .toList();
        List<Lesson> lessons = new ArrayList<>();
        Map<UUID, Reel> reels = new HashMap<>();
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
            lessons.addAll(Lessons.of(study, recording, labels, filmed, trainer.labels()));
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
        try {
            return trainer.train(
                            lessons,
                            recording -> workplace.videos().open(Objects.requireNonNull(reels.get(recording.id()))),
                            progress.part(READING, 1))
                    .and(remarks);
        } catch (LocalizerException failure) {
            throw new SessionException(Sentence.of(failure), failure);
        }
    }
}
