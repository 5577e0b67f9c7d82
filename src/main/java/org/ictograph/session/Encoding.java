package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ictograph.localizer.Footage;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Pretrained;
import org.ictograph.localizer.Pretrainer;
import org.ictograph.localizer.Trainer;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoException;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Lets a clip encoder look at the cages of the study, whether labelled or not. Called on the FX thread; a job does the work. */
public final class Encoding {
    /** Share of the work that opening the films is. */
    private static final double OPENING = 0.05;

    private final Workplace workplace;
    private final StudyState state;
    private final Recordings recordings;

    Encoding(Workplace workplace, StudyState state, Recordings recordings) {
        this.workplace = workplace;
        this.state = state;
        this.recordings = recordings;
    }

    /** The films that may be looked at, and their cages. */
    private record Theatre(List<Footage> cages, Map<UUID, Reel> reels, List<String> remarks) {
        Trainer.Films films(Workplace workplace) {
            return recording -> workplace.videos().open(Objects.requireNonNull(reels.get(recording.id())));
        }
    }

    /** Starts the pre-training; the job's result tells how the loss fell. */
    public Job<Pretrained> pretrain(Pretrainer pretrainer) {
        Study study = state.whole();
        Secrecy secrecy = state.secrecy();
        return workplace.jobs().start(pretrainer.model(), progress -> {
            Theatre theatre = theatre(study, secrecy, progress.part(0, OPENING));
            try {
                return pretrainer
                        .pretrain(theatre.cages, theatre.films(workplace), progress.part(OPENING, 1))
                        .and(theatre.remarks);
            } catch (LocalizerException failure) {
                throw new SessionException(Sentence.of(failure), failure);
            }
        });
    }

    private Theatre theatre(Study study, Secrecy secrecy, Progress progress) throws SessionException, VideoException {
        List<Recording> told = study.recordings().stream()
                .filter(recording -> secrecy.open(recording.id()))
                .toList();
        List<Footage> cages = new ArrayList<>();
        Map<UUID, Reel> reels = new HashMap<>();
        for (Recording recording : told) {
            progress.check();
            double from = (double) reels.size() / told.size();
            progress.report(from, recording.name());
            Reel reel = recordings.present(recording, progress.part(from, from + 1.0 / told.size()));
            reels.put(recording.id(), reel);
            SpanSet filmed = SpanSet.of(new Span(0, reel.index().duration()))
                    .minus(reel.index().gaps());
            for (Cage cage : study.cagesOf(recording.id())) {
                String animal = study.subjectIn(cage).map(Subject::name).orElse("");
                cages.add(new Footage(recording, cage, animal, filmed));
            }
        }
        if (cages.isEmpty()) {
            throw new SessionException("There is no cage to look at; add a recording and draw its cages.");
        }
        int closed = study.recordings().size() - told.size();
        return new Theatre(
                cages,
                reels,
                closed == 0
                        ? List.of()
                        : List.of(closed + " recordings were left out, because somebody still rates them blind."));
    }
}
