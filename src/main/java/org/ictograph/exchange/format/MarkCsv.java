package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Study;
import org.ictograph.model.Visibility;

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

    @Override
    public String id() {
        return "csv";
    }

    @Override
    public String description() {
        return "Comma-separated values, one mark a line, times in seconds";
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        StringBuilder text = new StringBuilder(Csv.line(COLUMNS));
        rows.forEach(row -> text.append(Csv.line(cells(row))));
        TextFile.write(file, text.toString());
        long sourced = marks.stream()
                .filter(mark -> !mark.origin().equals(Origin.BY_HAND))
                .count();
        if (sourced > 0) {
            losses.note("Where " + sourced + " of the marks came from (proposal, import, adjudication) is not kept.");
        }
        return losses.report(rows.size());
    }

    private static List<String> cells(MarkRow row) {
        Mark mark = row.mark();
        return List.of(
                Csv.cell(row.recording().name()),
                String.valueOf(row.cage().position()),
                Csv.cell(row.animal()),
                Csv.cell(row.rater()),
                lower(mark.layer()),
                Csv.cell(mark.label()),
                Times.seconds(mark.span().start()),
                Times.seconds(mark.span().end()),
                Csv.cell(mark.stage()),
                lower(mark.certainty()),
                lower(mark.visibility()),
                Csv.cell(mark.note()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        CsvTable table = CsvTable.read(file, List.of("recording", "cage", "label", "onset", "offset"));
        Losses losses = new Losses();
        List<String> unknown = table.columns().stream()
                .filter(column -> !COLUMNS.contains(column))
                .toList();
        if (!unknown.isEmpty()) {
            losses.note("These columns are not known and were left out: " + String.join(", ", unknown) + ".");
        }
        List<ForeignMark> marks = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            try {
                marks.add(mark(table, row));
            } catch (Misread misread) {
                losses.refuse("Line " + row.line() + ": " + misread.sentence());
            }
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    private static ForeignMark mark(CsvTable table, Csv.Row row) throws Misread {
        if (!table.fits(row)) {
            throw new Misread("it has " + row.cells().size() + " cells instead of "
                    + table.columns().size() + ".");
        }
        String recording = Csv.text(table.cell(row, "recording"));
        String cage = table.cell(row, "cage");
        long start = Times.micros(table.cell(row, "onset"));
        long end = Times.micros(table.cell(row, "offset"));
        if (end <= start) {
            throw new Misread("the offset " + table.cell(row, "offset") + " is not after the onset "
                    + table.cell(row, "onset") + ".");
        }
        return new ForeignMark(
                "Line " + row.line(),
                new ForeignMark.Whose(cage, Csv.text(table.cell(row, "subject")), Csv.text(table.cell(row, "rater"))),
                new ForeignTime.Clock(recording, start),
                new ForeignTime.Clock(recording, end),
                Csv.text(table.cell(row, "label")),
                new ForeignMark.Remarks(
                        choice(Layer.class, table.cell(row, "layer"), Layer.RATING),
                        Csv.text(table.cell(row, "stage")),
                        choice(Certainty.class, table.cell(row, "certainty"), Certainty.CERTAIN),
                        choice(Visibility.class, table.cell(row, "visibility"), Visibility.FULL),
                        Csv.text(table.cell(row, "note"))));
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String cell, E absent) throws Misread {
        if (cell.isBlank()) {
            return absent;
        }
        try {
            return Enum.valueOf(type, cell.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Misread("“" + cell + "” is no " + type.getSimpleName().toLowerCase(Locale.ROOT) + ".");
        }
    }
}
