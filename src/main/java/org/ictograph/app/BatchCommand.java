package org.ictograph.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch STUDY -o DIR}: scripts that let many machines propose, each for some recordings. */
@Command(
        name = "batch",
        description = "Write scripts that propose on many machines: a SLURM job array, and GNU parallel.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "STUDY", description = "by a path that all machines know, with its videos")
    private Path study = Path.of("");

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "a new folder that all machines reach")
    private Path folder = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "model on the shelf (default: the first of 'models')")
    private @Nullable String model;

    @Option(names = "--recording", paramLabel = "NAME", description = "only these recordings")
    private List<String> only = new ArrayList<>();

    @Option(names = "--program", paramLabel = "PATH", description = "how the machines start this program")
    private @Nullable String program;

    BatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        String chosen = model;
        if (chosen != null && desk.localizers().byModel(chosen).isEmpty()) {
            throw new SessionException("There is no model " + chosen + " on the shelf; see 'models'.");
        }
        BatchScripts scripts;
        Path file;
        try (StudySession session = desk.open(study, Optional.empty())) {
            file = session.file().toAbsolutePath().normalize();
            scripts = new BatchScripts(
                    program == null ? launcher() : program,
                    file,
                    session.state().rater().get().name(),
                    recordings(session),
                    chosen == null ? List.of() : List.of("--model", chosen));
        }
        write(scripts, file);
        desk.console().print("%d tasks in %s", scripts.recordings().size(), folder);
        desk.console().print("with SLURM:        %s", folder.resolve("submit.sh"));
        desk.console()
                .print(
                        "with GNU parallel: %s, then %s",
                        folder.resolve("parallel.sh"), folder.resolve(BatchScripts.COLLECT));
        return Program.DONE;
    }

    private List<String> recordings(StudySession session) throws SessionException {
        List<String> all = session.state().study().get().recordings().stream()
                .map(Recording::name)
                .toList();
        for (String name : only) {
            if (!all.contains(name)) {
                throw new SessionException("There is no recording " + name + " in the study.");
            }
        }
        List<String> wanted = all.stream()
                .filter(name -> only.isEmpty() || only.contains(name))
                .toList();
        if (wanted.isEmpty()) {
            throw new SessionException("The study " + study + " has no recordings yet; add one first.");
        }
        return wanted;
    }

    private static String launcher() {
        String home = System.getProperty("ictograph.home", "");
        return home.isEmpty() ? "ictograph" : Path.of(home, "bin", "ictograph").toString();
    }

    /** The study is closed, so its file is whole. */
    private void write(BatchScripts scripts, Path file) throws SessionException {
        if (Files.exists(folder)) {
            throw new SessionException(folder + " exists already; name a folder that is not there yet.");
        }
        try {
            Files.createDirectories(folder);
            Files.copy(file, folder.resolve(BatchScripts.START), StandardCopyOption.COPY_ATTRIBUTES);
            for (Map.Entry<String, String> script : scripts.files().entrySet()) {
                Path written = Files.writeString(folder.resolve(script.getKey()), script.getValue());
                if (script.getKey().endsWith(".sh") && !written.toFile().setExecutable(true)) {
                    desk.console().note(written + " could not be made executable; start it with bash.");
                }
            }
        } catch (IOException refused) {
            throw new SessionException(
                    "The scripts cannot be written in " + folder + "; choose another place or make room.", refused);
        }
    }
}
