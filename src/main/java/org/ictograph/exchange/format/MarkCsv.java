package org.ictograph.exchange.format;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.model.Cage;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;

/**
 * Marks as comma-separated values, one mark a line, times in seconds with six decimals.
 *
 * <p>A recording is named by its name and a cage by its position, so a file fits every study with the same recordings.
 * Everything of a mark but its identity and where it came from is kept.
 */
public final class MarkCsv implements LabelFormat {
    static final List<String> COLUMNS = List.of(
            "recording",
            "cage",
            "subject",
            "rater",
            "layer",
            "label",
            "onset",
            "offset",
            "stage",
            "certainty",
            "visibility",
            "note");

    private static final int MICROS = 6;

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String description() {
        return "Comma-separated values, one mark a line, times in seconds";
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<Line> lines = new ArrayList<>();
        for (Mark mark : marks) {
            Optional<Recording> recording = study.recording(mark.recordingId());
            Optional<Cage> cage = study.cage(mark.cageId());
            if (recording.isEmpty() || cage.isEmpty()) {
                losses.refuse("A mark “" + mark.label() + "” belongs to a cage that is not in the study.");
            } else {
                lines.add(line(study, recording.get(), cage.get(), mark));
            }
        }
        lines.sort(Comparator.naturalOrder());
        StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
        lines.forEach(line -> text.append(Csv.line(line.cells())));
        TextFile.write(file, text.toString());
        long sourced = marks.stream()
                .filter(mark -> !mark.origin().equals(Origin.BY_HAND))
                .count();
        if (sourced > 0) {
            losses.note("Where " + sourced + " of the marks came from (proposal, import, adjudication) is not kept.");
        }
        return losses.report(lines.size());
    }

    /** A mark's cells, ordered by recording, cage, time and then the text, so that files repeat. */
    private record Line(String recording, int position, Mark mark, List<String> cells) implements Comparable<Line> {
        @Override
        public int compareTo(Line other) {
            return Comparator.comparing(Line::recording)
                    .thenComparing(Line::position)
                    .thenComparing(line -> line.mark.span())
                    .thenComparing(line -> String.join("\n", line.cells))
                    .compare(this, other);
        }
    }

    private static Line line(Study study, Recording recording, Cage cage, Mark mark) {
        List<String> cells = List.of(
                Csv.cell(recording.name()),
                String.valueOf(cage.position()),
                Csv.cell(study.subjectIn(cage).map(Subject::name).orElse("")),
                Csv.cell(study.rater(mark.raterId()).map(Rater::name).orElse("")),
                lower(mark.layer()),
                Csv.cell(mark.label()),
                seconds(mark.span().start()),
                seconds(mark.span().end()),
                Csv.cell(mark.stage()),
                lower(mark.certainty()),
                lower(mark.visibility()),
                Csv.cell(mark.note()));
        return new Line(recording.name(), cage.position(), mark, cells);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(long micros) {
        return BigDecimal.valueOf(micros, MICROS).toPlainString();
    }

    @Override
    public ImportedMarks read(Study study, Rater rater, Path file) throws ExchangeException {
        CsvTable table = CsvTable.read(file, List.of("recording", "cage", "label", "onset", "offset"));
        Losses losses = new Losses();
        List<String> unknown = table.columns().stream()
                .filter(column -> !COLUMNS.contains(column))
                .toList();
        if (!unknown.isEmpty()) {
            losses.note("These columns are not known and were left out: " + String.join(", ", unknown) + ".");
        }
        return new MarkCsvReader(study, rater, losses).read(table);
    }
}
