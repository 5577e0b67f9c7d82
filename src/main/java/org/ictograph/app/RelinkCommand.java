package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.session.Relinked;
import org.ictograph.session.StudySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code relink STUDY PLACE}: finds videos that were moved or renamed by their content. */
@Command(
        name = "relink",
        description = "Find missing videos of a study in a folder, by their content.",
        mixinStandardHelpOptions = true)
final class RelinkCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "PLACE", description = "a file, or a folder that is searched with all in it")
    private Path place = Path.of("");

    RelinkCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            Relinked relinked = desk.await(session.recordings().relink(place));
            relinked.found().forEach(file -> desk.console().print("found " + file));
            relinked.missing().forEach(file -> desk.console().print("still missing " + file));
            return relinked.missing().isEmpty() ? Program.DONE : Program.NO;
        }
    }
}
