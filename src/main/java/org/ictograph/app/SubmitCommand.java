package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Submission;
import org.ictograph.session.DutyStanding;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code submit STUDY --rater R}: seals what a rater did for their assignment. */
@Command(name = "submit", description = "Seal and hand in what was assigned.", mixinStandardHelpOptions = true)
final class SubmitCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY", description = "the study, or the one in a package")
    private Path study = Path.of("");

    @Option(names = "--rater", paramLabel = "R", required = true, description = "who hands in")
    private String rater = "";

    @Option(names = "-o", paramLabel = "FILE", description = "from a package: the file to send back")
    private @Nullable Path file;

    @Option(names = "--anyway", description = "also when windows were not watched to the end")
    private boolean anyway;

    SubmitCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            if (session.state().study().get().raterNamed(rater).isEmpty()) {
                throw new SessionException("The study has no rater named " + rater + ".");
            }
            desk.await(() -> session.workAs(rater).join());
            Optional<DutyStanding> open =
                    desk.await(() -> session.assigning().open().join());
            if (!anyway && open.filter(duty -> !duty.left().isEmpty()).isPresent()) {
                desk.console()
                        .note(
                                "ictograph: %d of %d windows were not watched to the end, and what is sealed stays sealed;"
                                                .formatted(
                                                        open.get().left().size(),
                                                        open.get().windows())
                                        + " watch them first, or submit with --anyway.");
                return Program.NO;
            }
            Submission handed = desk.await(() -> session.assigning().submit().join());
            desk.console().print("sealed %s", handed.at());
            desk.console().print("set    %s", handed.work());
            desk.console()
                    .print(
                            "head   %s after edit %d",
                            handed.head().hash(), handed.head().sequence());
            Path wanted = file;
            if (wanted != null) {
                desk.await(() -> session.merging().handOver(rater, wanted).join());
                desk.console().print("send   %s", wanted);
            }
        }
        return Program.DONE;
    }
}
