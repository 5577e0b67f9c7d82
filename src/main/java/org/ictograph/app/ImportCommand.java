package org.ictograph.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Translation;
import org.ictograph.exchange.format.TranslationCsv;
import org.ictograph.model.Rater;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import STUDY FILE}: foreign labels in, with a loss report. */
@Command(name = "import", description = "Take foreign labels in.", mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "STUDY")
    private Path study = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--format", paramLabel = "F", required = true, description = "one of 'formats'")
    private String format = "";

    @Option(names = "--rater", paramLabel = "R", required = true, description = "whose marks they are")
    private String rater = "";

    @Option(
            names = "--reviewed",
            description = "the rater has also reviewed all recordings of the study from end to end")
    private boolean reviewed;

    @Option(names = "--dry-run", description = "only print what would be lost")
    private boolean dryRun;

    @Option(names = "--reason", paramLabel = "WORDS", description = "why what was signed is changed")
    private String reason = "";

    @Option(
            names = "--map",
            paramLabel = "CSV",
            description =
                    "what the names in the file are called in the study: columns kind (label, subject, recording), "
                            + "theirs, ours; a label without ours is left out")
    private @Nullable Path map;

    ImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.edits().reasons().give(reason);
            Translation names = map == null ? Translation.NONE : TranslationCsv.read(map);
            LossReport losses = desk.await(session.interchange().take(desk.format(format), file, rater, names, dryRun));
            if (reviewed && !dryRun) {
                Rater whose = session.state().study().get().raterNamed(rater).orElseThrow();
                desk.await(() -> session.reviewing().declareAll(whose).join());
            }
            losses.sentences().forEach(sentence -> desk.console().print(sentence));
            desk.console()
                    .print(
                            "%d marks %s, %d refused",
                            losses.kept(), dryRun ? "would be kept" : "kept", losses.refused());
            return losses.refused() == 0 ? Program.DONE : Program.NO;
        }
    }
}
