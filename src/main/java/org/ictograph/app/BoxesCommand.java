package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.exchange.BoxFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.exchange.format.TranslationCsv;
import org.ictograph.model.Recording;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code boxes STUDY}: cages out to files of tools for pictures, or in from them. */
@Command(name = "boxes", description = "Give cage boxes out, or take them in.", mixinStandardHelpOptions = true)
final class BoxesCommand implements Callable<Integer> {
    /** Which way. */
    static final class Way {
        @Option(names = "-o", paramLabel = "FILE", description = "write the cages to this file")
        private @Nullable Path output;

        @Option(names = "--from", paramLabel = "FILE", description = "take the boxes of this file in as cages")
        private @Nullable Path input;
    }

    private final Desk desk;

    @Parameters(paramLabel = "STUDY")
    private Path study = Path.of("");

    @Option(names = "--format", paramLabel = "F", required = true, description = "coco or cvat")
    private String format = "";

    @ArgGroup(multiplicity = "1")
    private Way way = new Way();

    @Option(names = "--recording", paramLabel = "NAME", description = "with -o: only this recording")
    private @Nullable String recording;

    @Option(names = "--dry-run", description = "with --from: only print what would be lost")
    private boolean dryRun;

    @Option(
            names = "--map",
            paramLabel = "CSV",
            description = "with --from: what videos in the file are called in the study: columns kind (recording), "
                    + "theirs, ours")
    private @Nullable Path map;

    BoxesCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        BoxFormat chosen = desk.boxFormat(format);
        try (StudySession session = desk.open(study, Optional.empty())) {
            Path file = way.input;
            return file != null ? take(session, chosen, file) : give(session, chosen);
        }
    }

    private int take(StudySession session, BoxFormat chosen, Path file) throws Exception {
        Translation names = map == null ? Translation.NONE : TranslationCsv.read(map);
        LossReport losses = desk.await(session.cageFiles().take(chosen, file, names, dryRun));
        losses.sentences().forEach(sentence -> desk.console().print(sentence));
        desk.console()
                .print("%d cages %s, %d refused", losses.kept(), dryRun ? "would be added" : "added", losses.refused());
        return losses.refused() == 0 ? Program.DONE : Program.NO;
    }

    private int give(StudySession session, BoxFormat chosen) throws Exception {
        Path file = way.output == null ? Path.of("") : way.output;
        if (recording != null
                && session.state().study().get().recordings().stream()
                        .map(Recording::name)
                        .noneMatch(recording::equals)) {
            throw new SessionException("There is no recording " + recording + " in the study.");
        }
        LossReport losses = desk.await(session.cageFiles()
                .give(chosen, file, each -> recording == null || each.name().equals(recording)));
        losses.sentences().forEach(sentence -> desk.console().print(sentence));
        desk.console().print("%d cages in %s", losses.kept(), file);
        return Program.DONE;
    }
}
