package org.ictograph.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new STUDY}: an empty study with the standard protocol. */
@Command(name = "new", description = "Make an empty study.", mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--rater", paramLabel = "NAME", description = "first rater (default: the name you log in with)")
    private String rater = System.getProperty("user.name", "rater");

    NewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.create(study, rater)) {
            desk.console().print("made " + session.file());
        }
        return Program.DONE;
    }
}
