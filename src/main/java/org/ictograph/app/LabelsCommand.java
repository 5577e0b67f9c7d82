package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.ictograph.exchange.LossReport;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code labels STUDY}: labels out, with a loss report. */
@Command(name = "labels", description = "Give labels out.", mixinStandardHelpOptions = true)
final class LabelsCommand implements Callable<Integer> {
    /** Whose labels. */
    static final class Whose {
        @Option(names = "--rater", paramLabel = "R", description = "one rater's marks")
        private @Nullable String rater;

        @Option(names = "--consensus", description = "the consensus")
        private boolean consensus;
    }

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @ArgGroup
    private Whose whose = new Whose();

    @Option(names = "--format", paramLabel = "F", required = true, description = "one of 'formats'")
    private String format = "";

    @Option(names = "--recording", paramLabel = "NAME", description = "only this recording")
    private @Nullable String recording;

    @Option(names = "--cage", paramLabel = "N", description = "only the cage of this number")
    private @Nullable Integer cage;

    @Option(names = "-o", paramLabel = "FILE", required = true)
    private Path output = Path.of("");

    LabelsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.showOthers(true).join();
            if (desk.await(() -> session.assigning().all().join()).stream()
                    .anyMatch(one -> one.submission().isEmpty())) {
                desk.console().note("Others' marks in recordings that are still being rated blind are left out.");
            }
            LossReport losses = desk.await(session.interchange()
                    .give(desk.format(format), output, wanted(session).and(within(session))));
            losses.sentences().forEach(sentence -> desk.console().print(sentence));
            desk.console().print("%d marks in %s", losses.kept(), output);
        }
        return Program.DONE;
    }

    private Predicate<Mark> within(StudySession session) throws SessionException {
        Study study = session.state().study().get();
        Integer position = cage;
        Optional<Recording> only = study.recordings().stream()
                .filter(each -> each.name().equals(recording))
                .findFirst();
        if (recording != null && only.isEmpty()) {
            throw new SessionException("There is no recording " + recording + " in the study.");
        }
        return mark -> only.map(Recording::id).orElse(mark.recordingId()).equals(mark.recordingId())
                && (position == null
                        || study.cage(mark.cageId())
                                .filter(each -> position == each.position())
                                .isPresent());
    }

    private Predicate<Mark> wanted(StudySession session) throws SessionException {
        if (whose.consensus) {
            return mark -> mark.layer() == Layer.CONSENSUS;
        }
        if (whose.rater == null) {
            return mark -> true;
        }
        UUID rater = session.state()
                .study()
                .get()
                .raterNamed(whose.rater)
                .map(Rater::id)
                .orElseThrow(() -> new SessionException("There is no rater " + whose.rater + " in the study."));
        return mark -> mark.layer() == Layer.RATING && mark.raterId().equals(rater);
    }
}
