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
import org.ictograph.app.BatchScripts.Work;
import org.ictograph.dataset.Profiles;
import org.ictograph.localizer.Trainers;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code batch STUDY -o DIR}: scripts that let many machines propose, train or export. */
@Command(
        name = "batch",
        description =
                "Write scripts that propose, train or export on many machines: a SLURM job array, and GNU parallel.",
        mixinStandardHelpOptions = true)
final class BatchCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY", description = "by a path that all machines know, with its videos")
    private Path study = Path.of("");

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "a new folder that all machines reach")
    private Path folder = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "model that proposes (default: the first of 'models')")
    private @Nullable String model;

    @Option(names = "--recording", paramLabel = "NAME", description = "propose for these recordings only")
    private List<String> only = new ArrayList<>();

    @Option(names = "--train", paramLabel = "NAME", description = "train a model of this name instead; may be repeated")
    private List<String> models = new ArrayList<>();

    @Option(
            names = "--export",
            paramLabel = "P",
            description = "export by this one of 'profiles' instead, into DIR/sets/P; may be repeated")
    private List<String> profiles = new ArrayList<>();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "MORE",
            description = "behind “--”: what 'propose', 'train' or 'export' is told besides, for example -- --folds 5")
    private List<String> more = new ArrayList<>();

    @Option(names = "--program", paramLabel = "PATH", description = "how the machines start this program")
    private @Nullable String program;

    BatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        Work work = work();
        List<String> told = new ArrayList<>();
        if (model != null) {
            told.addAll(List.of("--model", model));
        }
        told.addAll(more);
        BatchScripts scripts;
        Path file;
        try (StudySession session = desk.open(study, Optional.empty())) {
            file = session.file().toAbsolutePath().normalize();
            scripts = new BatchScripts(
                    work,
                    program == null ? launcher() : program,
                    file,
                    session.state().rater().get().name(),
                    tasks(work, session),
                    told);
        }
        write(scripts, file);
        desk.console().print("%d tasks in %s", scripts.tasks().size(), folder);
        desk.console().print("with SLURM:        %s", folder.resolve("submit.sh"));
        desk.console()
                .print(
                        "with GNU parallel: %s, then %s",
                        folder.resolve("parallel.sh"), folder.resolve(BatchScripts.COLLECT));
        return Program.DONE;
    }

    /** What is to be done, once it is known that it can be. */
    private Work work() throws SessionException {
        String chosen = model;
        if (chosen != null && desk.localizers().byModel(chosen).isEmpty()) {
            throw new SessionException("There is no model " + chosen + " on the shelf; see 'models'.");
        }
        boolean proposes = chosen != null || !only.isEmpty();
        if ((proposes ? 1 : 0) + (models.isEmpty() ? 0 : 1) + (profiles.isEmpty() ? 0 : 1) > 1) {
            throw new SessionException("A batch proposes, trains or exports; write one for each.");
        }
        for (String name : models) {
            if (!Trainers.isName(name) || desk.localizers().byModel(name).isPresent()) {
                throw new SessionException("“" + name + "” can be no new model: it is there already, or no name of"
                        + " letters, digits, '.', '-' and '_', 64 at most.");
            }
        }
        for (String name : profiles) {
            if (Profiles.named(name).isEmpty()) {
                throw new SessionException("There is no profile " + name + "; see 'profiles'.");
            }
        }
        return !models.isEmpty() ? Work.TRAIN : profiles.isEmpty() ? Work.PROPOSE : Work.EXPORT;
    }

    private List<String> tasks(Work work, StudySession session) throws SessionException {
        List<String> wanted =
                switch (work) {
                    case PROPOSE -> recordings(session);
                    case TRAIN -> models;
                    case EXPORT -> profiles;
                };
        return wanted.stream().distinct().toList();
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
