package org.ictograph.app;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ictograph.exchange.ColumnMap;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.TableFormat;
import org.ictograph.exchange.Translation;
import org.ictograph.exchange.format.TranslationCsv;
import org.ictograph.model.Rater;
import org.ictograph.session.SessionException;
import org.ictograph.session.StudySession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    /** What the file becomes. */
    static final class Becomes {
        @Option(names = "--rater", paramLabel = "R", description = "marks of this rater")
        private @Nullable String rater;

        @Option(names = "--model", paramLabel = "M", description = "proposals of this model outside the program")
        private @Nullable String model;
    }

    @ArgGroup(multiplicity = "1")
    private Becomes becomes = new Becomes();

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

    @Option(
            names = "--column",
            paramLabel = "WHAT=NAME",
            description = "for --format table: which column says what (start, end, length, label, animal, cage, video, "
                    + "observer, stage, note, score); without any they are guessed")
    private Map<ColumnMap.Field, String> columns = new EnumMap<>(ColumnMap.Field.class);

    @Option(
            names = "--times",
            paramLabel = "HOW",
            description =
                    "for --format table: ${COMPLETION-CANDIDATES}; _last where an end is the last frame that is part")
    private ColumnMap.@Nullable Counting times;

    ImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (StudySession session = desk.open(study, Optional.empty())) {
            session.edits().reasons().give(reason);
            Translation names = map == null ? Translation.NONE : TranslationCsv.read(map);
            LabelFormat read = mapped(desk.format(format));
            LossReport losses = desk.await(
                    becomes.model == null
                            ? session.interchange().take(read, file, rater(), names, dryRun)
                            : session.interchange().propose(read, file, becomes.model.strip(), names, dryRun));
            if (reviewed && !dryRun) {
                declareReviewed(session);
            }
            losses.sentences().forEach(sentence -> desk.console().print(sentence));
            desk.console()
                    .print(
                            "%d %s %s, %d refused",
                            losses.kept(),
                            becomes.model == null ? "marks" : "proposals of " + becomes.model.strip(),
                            dryRun ? "would be kept" : "kept",
                            losses.refused());
            return losses.refused() == 0 ? Program.DONE : Program.NO;
        }
    }

    private void declareReviewed(StudySession session) throws Exception {
        String name = rater();
        Rater whose = session.state()
                .study()
                .get()
                .raterNamed(name)
                .orElseThrow(() -> new SessionException("No mark of " + file + " came in, and the study has no rater "
                        + name + ", so nothing was noted as reviewed; import it without --reviewed to be told why."));
        desk.await(() -> session.reviewing().declareAll(whose).join());
    }

    private String rater() throws SessionException {
        if (becomes.rater == null) {
            throw new SessionException("Proposals are reviewed one by one; --reviewed goes with --rater.");
        }
        return becomes.rater;
    }

    /** The format with what is said about columns. */
    private LabelFormat mapped(LabelFormat chosen) throws SessionException, ExchangeException {
        if (columns.isEmpty() && times == null) {
            return chosen;
        }
        if (!(chosen instanceof TableFormat table)) {
            throw new SessionException(
                    "--column and --times say how --format table is read; " + chosen.id() + " knows its columns.");
        }
        ColumnMap guess = table.guess(table.columnsOf(file));
        return table.with(
                new ColumnMap(columns.isEmpty() ? guess.columns() : columns, times == null ? guess.counting() : times));
    }
}
