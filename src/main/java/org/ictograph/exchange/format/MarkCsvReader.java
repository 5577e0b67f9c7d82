package org.ictograph.exchange.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.ictograph.exchange.ImportedMarks;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Visibility;

/**
 * Fits the lines of a CSV file to a study.
 *
 * <p>A line is taken whole or refused with a reason. Lines of one foreign rater become the importing rater's; in a file
 * of several raters only the lines of the one with the same name are taken, so that two ratings never melt into one.
 */
final class MarkCsvReader {
    /** A line does not fit; the message ends the sentence that names the line. */
    private static final class Misfit extends Exception {
        Misfit(String message) {
            super(message);
        }
    }

    /** Longer numbers are not times. */
    private static final int LONGEST_NUMBER = 40;

    private final Study study;
    private final Rater rater;
    private final Losses losses;

    MarkCsvReader(Study study, Rater rater, Losses losses) {
        this.study = study;
        this.rater = rater;
        this.losses = losses;
    }

    ImportedMarks read(CsvTable table) {
        Set<String> raters = new HashSet<>();
        for (Csv.Row row : table.rows()) {
            if (table.fits(row)) {
                raters.add(Csv.text(table.cell(row, "rater")));
            }
        }
        if (raters.size() == 1 && !raters.contains("") && !raters.contains(rater.name())) {
            losses.note("The marks of “" + raters.iterator().next() + "” become those of “" + rater.name() + "”.");
        }
        List<Mark> marks = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            try {
                marks.add(mark(table, row, raters.size() > 1));
            } catch (Misfit e) {
                losses.refuse("Line " + row.line() + ": " + e.getMessage());
            }
        }
        return new ImportedMarks(marks, losses.report(marks.size()));
    }

    private Mark mark(CsvTable table, Csv.Row row, boolean severalRaters) throws Misfit {
        if (!table.fits(row)) {
            throw new Misfit("it has " + row.cells().size() + " cells instead of "
                    + table.columns().size() + ".");
        }
        String by = Csv.text(table.cell(row, "rater"));
        if (severalRaters && !by.equals(rater.name())) {
            throw new Misfit("it is a mark of “" + by + "”, not of “" + rater.name() + "”.");
        }
        Recording recording = recording(Csv.text(table.cell(row, "recording")));
        Cage cage = cage(recording, table.cell(row, "cage"), Csv.text(table.cell(row, "subject")));
        return new Mark(
                UUID.randomUUID(),
                recording.id(),
                cage.id(),
                rater.id(),
                choice(Layer.class, table.cell(row, "layer"), Layer.RATING),
                label(Csv.text(table.cell(row, "label"))),
                span(recording, table.cell(row, "onset"), table.cell(row, "offset")),
                stage(row.line(), Csv.text(table.cell(row, "stage"))),
                choice(Certainty.class, table.cell(row, "certainty"), Certainty.CERTAIN),
                choice(Visibility.class, table.cell(row, "visibility"), Visibility.FULL),
                Csv.text(table.cell(row, "note")),
                new Origin(Origin.Kind.IMPORT, List.of()));
    }

    private Recording recording(String name) throws Misfit {
        return study.recordings().stream()
                .filter(recording -> recording.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misfit("the study has no recording “" + name + "”."));
    }

    private Cage cage(Recording recording, String position, String subject) throws Misfit {
        Cage cage = study.cagesOf(recording.id()).stream()
                .filter(each -> String.valueOf(each.position()).equals(position.strip()))
                .findFirst()
                .orElseThrow(() -> new Misfit("“" + recording.name() + "” has no cage number “" + position + "”."));
        String lives = study.subjectIn(cage).map(Subject::name).orElse("");
        if (!subject.isEmpty() && !lives.isEmpty() && !subject.equals(lives)) {
            throw new Misfit("cage " + position + " of “" + recording.name() + "” holds “" + lives + "”, not “"
                    + subject + "”.");
        }
        return cage;
    }

    private String label(String name) throws Misfit {
        if (study.protocol().label(name).isEmpty()) {
            throw new Misfit("the protocol has no label “" + name + "”.");
        }
        return name;
    }

    private static Span span(Recording recording, String onset, String offset) throws Misfit {
        long start = micros(onset);
        long end = micros(offset);
        if (end <= start) {
            throw new Misfit("the offset " + offset + " is not after the onset " + onset + ".");
        }
        if (start < 0 || end > recording.duration()) {
            throw new Misfit("the time from " + onset + " to " + offset + " is not inside “" + recording.name()
                    + "”, which ends at "
                    + BigDecimal.valueOf(recording.duration(), 6).toPlainString() + ".");
        }
        return new Span(start, end);
    }

    private static long micros(String seconds) throws Misfit {
        try {
            if (seconds.length() <= LONGEST_NUMBER) {
                BigDecimal number = new BigDecimal(seconds.strip());
                // The scale is checked first: rounding 1e-999999999 would need all memory.
                if (number.scale() <= LONGEST_NUMBER && number.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) < 0) {
                    return number.movePointRight(6)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
                }
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw misread(seconds);
        }
        throw misread(seconds);
    }

    private static Misfit misread(String seconds) {
        return new Misfit("“" + seconds + "” is not a time in seconds, such as 12.5.");
    }

    private String stage(int line, String stage) {
        if (stage.isEmpty() || study.protocol().stages().contains(stage)) {
            return stage;
        }
        losses.note("Line " + line + ": the protocol has no stage “" + stage + "”; the mark is taken without a stage.");
        return "";
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String cell, E absent) throws Misfit {
        if (cell.isBlank()) {
            return absent;
        }
        try {
            return Enum.valueOf(type, cell.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Misfit("“" + cell + "” is no " + type.getSimpleName().toLowerCase(Locale.ROOT) + ".");
        }
    }
}
