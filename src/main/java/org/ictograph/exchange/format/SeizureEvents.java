package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Certainty;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/**
 * Events of BIDS ({@code _events.tsv}) with the columns of seizure scoring: one animal in one recording. Seizures are
 * {@code sz}; a file without any has one row {@code bckg}. Columns of our own follow those of the standard. Source:
 * epilepsy2bids 0.0.7 and SzCORE.
 */
public final class SeizureEvents implements LabelFormat {
    private static final String SEIZURE = "sz";
    private static final String NOTHING = "bckg";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "onset",
            "duration",
            "eventType",
            "confidence",
            "channels",
            "dateTime",
            "recordingDuration",
            "recording",
            "cage",
            "animal",
            "rater",
            "stage",
            "note");

    @Override
    public String id() {
        return "szcore";
    }

    @Override
    public String description() {
        return "Seizures of one animal as BIDS events with the columns of SzCORE, tabs, in seconds";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        CsvTable table = CsvTable.foreign(file, List.of("onset", "duration"));
        String kind = Stream.of("eventType", "trial_type", "label")
                .filter(table::has)
                .findFirst()
                .orElseThrow(() -> new ExchangeException(
                        "“" + file + "” has none of the columns eventType, trial_type and label."));
        String media = bare(file);
        Losses losses = new Losses();
        List<ForeignMark> marks = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            String type = table.cell(row, kind).strip();
            if (type.equals(NOTHING)) {
                losses.note(
                        "Line " + row.line() + " says that nothing was found; what was reviewed is not taken over.");
                continue;
            }
            try {
                marks.add(mark(table, row, media, type));
            } catch (Misread misread) {
                losses.refuse("Line " + row.line() + ": " + misread.sentence());
            }
        }
        return new ForeignLabels(marks, losses.report(0));
    }

    private static ForeignMark mark(CsvTable table, Csv.Row row, String media, String type) throws Misread {
        String named = Csv.text(table.cell(row, "recording"));
        String recording = named.isBlank() ? media : named;
        ForeignTime start = new ForeignTime.Clock(recording, Times.micros(table.cell(row, "onset")));
        String duration = table.cell(row, "duration").strip();
        boolean point = duration.equals("n/a") || Times.micros(duration) == 0;
        ForeignTime end = point
                ? start
                : new ForeignTime.Clock(recording, Times.micros(table.cell(row, "onset")) + Times.micros(duration));
        String animal = Csv.text(table.cell(row, table.has("animal") ? "animal" : "subject"));
        return new ForeignMark(
                "Line " + row.line(),
                new ForeignMark.Whose(given(table, row, "cage"), animal, given(table, row, "rater")),
                start,
                end,
                type.startsWith(SEIZURE) ? Protocol.SEIZURE : type,
                ForeignMark.Remarks.of(given(table, row, "stage"), given(table, row, "note")));
    }

    private static String given(CsvTable table, Csv.Row row, String column) {
        String cell = Csv.text(table.cell(row, column));
        return cell.equals("n/a") ? "" : cell;
    }

    /** BIDS names an event file like its recording, with {@code _events} behind. */
    private static String bare(Path file) {
        return String.valueOf(file.getFileName()).replaceAll("(_events)?\\.[^.]+$", "");
    }

    @Override
    public LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException {
        Losses losses = new Losses();
        List<MarkRow> rows = MarkRow.of(study, marks, losses);
        MarkRow.refuseSeveralRecordings(rows, "A file of events");
        if (rows.stream().map(MarkRow::cage).distinct().count() > 1) {
            throw new ExchangeException("A file of events holds one animal, and these marks belong to several cages;"
                    + " choose one by its number.");
        }
        List<MarkRow> seizures = rows.stream()
                .filter(row -> row.mark().label().equals(Protocol.SEIZURE))
                .toList();
        if (seizures.isEmpty()) {
            throw new ExchangeException("There is no seizure to write, and what was reviewed is not known here.");
        }
        if (seizures.size() < rows.size()) {
            losses.note((rows.size() - seizures.size()) + " marks of other labels are not kept, since seizure scoring"
                    + " would count them as seizures.");
        }
        StringBuilder text = new StringBuilder(String.join("\t", COLUMNS)).append('\n');
        seizures.forEach(row -> text.append(line(row)));
        TextFile.write(file, text.toString());
        return losses.report(seizures.size());
    }

    private static String line(MarkRow row) {
        Recording recording = row.recording();
        List<String> cells = List.of(
                Times.seconds(row.mark().span().start()),
                Times.seconds(row.mark().span().length()),
                SEIZURE,
                row.mark().certainty() == Certainty.CERTAIN ? "1.00" : "n/a",
                "n/a",
                recording
                        .startedAt()
                        .map(at -> MOMENT.format(LocalDateTime.ofInstant(
                                at, recording.zone().isEmpty() ? ZoneOffset.UTC : ZoneId.of(recording.zone()))))
                        .orElse("n/a"),
                Times.seconds(recording.duration()),
                cell(recording.name()),
                String.valueOf(row.cage().position()),
                cell(row.animal()),
                cell(row.rater()),
                cell(row.mark().stage()),
                cell(row.mark().note()));
        return Csv.line(cells, '\t');
    }

    /** Tables of BIDS have no empty cells and no line breaks in them. */
    private static String cell(String text) {
        return text.isEmpty() ? "n/a" : Csv.cell(text.replaceAll("[\\r\\n]+", " "));
    }
}
