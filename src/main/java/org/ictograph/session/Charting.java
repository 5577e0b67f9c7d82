package org.ictograph.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ictograph.measure.Diary;
import org.ictograph.measure.DiaryQuestion;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.ObservedCage;
import org.ictograph.measure.Rating;
import org.ictograph.model.Cage;
import org.ictograph.model.Label;
import org.ictograph.model.LightSchedule;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.report.DiaryFiles;
import org.ictograph.store.Viewer;
import org.ictograph.video.Picture;
import org.ictograph.work.Job;
import org.ictograph.work.Progress;

/** Reads the whole study for pictures of its course over days. Called on the FX thread; the work is done by jobs. */
public final class Charting {
    private final Workplace workplace;
    private final StudyState state;
    private final StoreLane store;

    Charting(Workplace workplace, StudyState state, StoreLane store) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
    }

    /**
     * Starts reading what was seen of every animal.
     *
     * @param rater whose marks and reviewed time are wanted; when empty, the events that count under the study's rule, in the
     *     time that a rater has looked at and that is neither in dispute nor in doubt
     */
    public Job<List<ObservedCage>> observe(Optional<Rater> rater) {
        Study study = state.study().get();
        Viewer viewer = state.viewer();
        Secrecy secrecy = state.secrecy();
        boolean own = rater.isPresent() && rater.get().equals(state.rater().get());
        List<Recording> told = study.recordings().stream()
                .filter(recording -> own || secrecy.open(recording.id()))
                .toList();
        int left = study.recordings().size() - told.size();
        if (left > 0) {
            state.say(Notice.done("duty.agree", left));
        }
        return workplace.jobs().start(study.name(), progress -> {
            if (!own && !viewer.sighted()) {
                throw new SessionException(Agreeing.BLIND);
            }
            return observe(study, told, viewer, rater, progress);
        });
    }

    private List<ObservedCage> observe(
            Study study, List<Recording> recordings, Viewer viewer, Optional<Rater> rater, Progress progress)
            throws Exception {
        List<ObservedCage> cages = new ArrayList<>();
        int done = 0;
        for (Recording recording : recordings) {
            progress.check();
            progress.report((double) done++ / recordings.size(), recording.name());
            Labels labels = store.await(open -> Labels.spoken(open, viewer, recording.id()));
            Function<Cage, Map<String, Rating>> ratings = rater.isPresent()
                    ? cage -> byLabel(
                            study, Agreeing.rating(labels, cage, rater.get().id(), recording.gaps()))
                    : known(study, recording, labels);
            for (Cage cage : study.cagesOf(recording.id())) {
                cages.add(new ObservedCage(
                        recording.id(),
                        cage.id(),
                        recording.name(),
                        animal(study, recording, cage),
                        start(recording),
                        ratings.apply(cage)));
            }
        }
        return cages;
    }

    /** The animal in a cage; a cage without a named animal stands for itself. */
    private static String animal(Study study, Recording recording, Cage cage) {
        return study.subjectIn(cage).map(Subject::name).orElse(recording.name() + " · " + cage.position());
    }

    private static OptionalLong start(Recording recording) {
        ZoneId zone =
                ZoneId.getAvailableZoneIds().contains(recording.zone()) ? ZoneId.of(recording.zone()) : ZoneOffset.UTC;
        return recording
                .startedAt()
                .map(start -> OptionalLong.of(LabTime.of(start.atZone(zone).toLocalDateTime())))
                .orElse(OptionalLong.empty());
    }

    private static Map<String, Rating> byLabel(Study study, Rating all) {
        return study.protocol().labels().stream()
                .map(Label::name)
                .collect(Collectors.toMap(
                        Function.identity(),
                        name -> new Rating(
                                all.reviewed(),
                                all.marks().stream()
                                        .filter(mark -> mark.label().equals(name))
                                        .toList())));
    }

    private static Function<Cage, Map<String, Rating>> known(Study study, Recording recording, Labels labels) {
        Labels told = Outdated.without(labels);
        Inclusion inclusion = Inclusion.of(study, told, study.protocol().plan().inclusion());
        SpanSet filmed = SpanSet.of(recording.span()).minus(recording.gaps());
        return cage -> {
            Map<String, Rating> ratings = new HashMap<>();
            for (Label label : study.protocol().labels()) {
                ratings.put(label.name(), Lessons.known(told, inclusion, cage, filmed, List.of(label.name())));
            }
            return ratings;
        };
    }

    /** The standard question about a study. */
    public DiaryQuestion question(String label, LightSchedule lights) {
        Study study = state.study().get();
        return new DiaryQuestion(
                label,
                Optional.empty(),
                Optional.empty(),
                lights,
                study.protocol().stages(),
                study.protocol().labels().stream().map(Label::name).toList());
    }

    /** Starts counting what the answer to a question is. */
    public Job<Diary> diary(List<ObservedCage> cages, DiaryQuestion question) {
        return workplace.jobs().start(question.label(), progress -> Diary.of(cages, question));
    }

    /** Starts writing a file. Fails with a sentence when it cannot. */
    public Job<Path> write(String content, Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            try {
                DiaryFiles.write(content, file);
            } catch (IOException e) {
                throw new SessionException(
                        "The figure could not be written to " + file + " (" + e.getMessage()
                                + "); choose another folder.",
                        e);
            }
            return file;
        });
    }

    /** Starts writing a picture as PNG. */
    public Job<Path> write(Picture picture, Path file) {
        return workplace.jobs().start(String.valueOf(file.getFileName()), progress -> {
            workplace.videos().writePng(picture, file);
            return file;
        });
    }
}
