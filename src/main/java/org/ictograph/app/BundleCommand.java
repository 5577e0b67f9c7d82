package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.HandedOver;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bundle STUDY}: one rater's work for another copy of the study. */
@Command(name = "bundle", description = "Hand over one rater's work.", mixinStandardHelpOptions = true)
final class BundleCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--rater", paramLabel = "R", required = true, description = "whose work")
    private String rater = "";

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "the bundle; an existing one is replaced")
    private Path file = Path.of("");

    BundleCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            HandedOver handed =
                    desk.await(() -> session.merging().handOver(rater, file).join());
            desk.console()
                    .print(
                            "%d edits of %s, and %d of others that they build on, are in %s",
                            handed.edits(), handed.raterName(), handed.others(), file);
            desk.console().print("head %s", handed.head());
        }
        return Program.DONE;
    }
}
