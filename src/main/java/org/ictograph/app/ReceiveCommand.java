package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Rater;
import org.ictograph.model.Submission;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code receive STUDY FILE}: takes in what a rater handed in from a package. */
@Command(name = "receive", description = "Take in a submission from a package.", mixinStandardHelpOptions = true)
final class ReceiveCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "what submit -o wrote")
    private Path file = Path.of("");

    ReceiveCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            Submission handed =
                    desk.await(() -> session.assigning().receive(file).join());
            desk.console()
                    .print(
                            "taken in: what %s sealed %s, set %s",
                            session.state()
                                    .study()
                                    .get()
                                    .rater(handed.raterId())
                                    .map(Rater::name)
                                    .orElse("?"),
                            handed.at(),
                            handed.work());
        }
        return Program.DONE;
    }
}
