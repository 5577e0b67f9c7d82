package org.ictograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.ictograph.session.demo.DemoPlan;
import org.ictograph.session.demo.DemoStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo DIR}: writes a ready study with generated recordings. */
@Command(name = "demo", description = "Make a study to try everything on.", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "another seed makes other recordings")
    private long seed = DemoPlan.DEFAULT_SEED;

    @Option(names = "--recordings", paramLabel = "N", description = "number of recordings (default: 4)")
    private int recordings = DemoPlan.DEFAULT_RECORDINGS;

    @Option(names = "--minutes", paramLabel = "N", description = "length of each (default: 3)")
    private int minutes = DemoPlan.DEFAULT_MINUTES;

    DemoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (recordings < 1 || recordings > 100 || minutes < 1 || minutes > 600) {
            throw new SessionException("A demo has 1 to 100 recordings of 1 to 600 minutes.");
        }
        Path study = folder.resolve(DemoStudy.FILE);
        make(folder);
        boolean begun = Files.exists(study);
        try (StudySession session =
                begun ? desk.open(study, Optional.empty()) : desk.create(study, DemoStudy.firstRater())) {
            DemoStudy demo = new DemoStudy(session, DemoPlan.of(seed, recordings, minutes));
            if (begun && !demo.unfinished()) {
                throw new SessionException(
                        study + " exists already and is left as it is; open it, or name another folder.");
            }
            List<Recording> made = desk.await(demo.start());
            desk.console()
                    .print(
                            "%s: %d recordings, %d animals",
                            study,
                            made.size(),
                            session.state().study().get().subjects().size());
        }
        hints(study);
        return Program.DONE;
    }

    /** Makes a folder, with a sentence for whoever named one that cannot be. */
    static void make(Path folder) throws SessionException {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new SessionException(
                    "The folder " + folder + " cannot be made; choose another place or change its permissions.",
                    refused);
        }
    }

    private void hints(Path file) {
        String study = ShellWord.of(file.toString());
        String data = ShellWord.of(folder.resolve("rodepil").toString());
        desk.console().print("try: ictograph %s", study);
        desk.console().print("     ictograph agree %s --rater \"Rater A\" --rater \"Rater B\"", study);
        desk.console().print("     ictograph export %s --profile rodepil -o %s", study, data);
        desk.console().print("     ictograph verify %s", data);
    }
}
