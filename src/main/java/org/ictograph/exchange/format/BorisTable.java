package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.ForeignLabels;
import org.ictograph.exchange.ForeignMark;
import org.ictograph.exchange.ForeignTime;
import org.ictograph.exchange.Losses;

/**
 * Event tables of BORIS, tabular (a line for each start and stop) or aggregated (a line for each event), old or new: columns
 * are found by their names. Source: user guide of BORIS 9 and its {@code tests/files}.
 */
public final class BorisTable extends ReadOnly {
    private static final String BEHAVIOUR = "Behavior";

    @Override
    public String id() {
        return "boris-table";
    }

    @Override
    public String description() {
        return "Table of events exported by BORIS, tabular or aggregated, tabs, semicolons or commas";
    }

    @Override
    public ForeignLabels read(Path file) throws ExchangeException {
        CsvTable table = CsvTable.foreign(file, List.of("Subject", BEHAVIOUR));
        boolean aggregated = table.has("Start (s)") && table.has("Stop (s)");
        if (!aggregated && !table.has("Time")) {
            throw new ExchangeException("“" + file + "” has neither a column “Time” nor “Start (s)” and “Stop (s)”.");
        }
        Losses losses = new Losses();
        List<ForeignMark> marks = aggregated ? aggregated(table, losses) : tabular(table, losses);
        return new ForeignLabels(marks, losses.report(0));
    }

    private static List<ForeignMark> aggregated(CsvTable table, Losses losses) {
        List<ForeignMark> marks = new ArrayList<>();
        for (Csv.Row row : table.rows()) {
            try {
                FilmAxis axis = axis(table, row);
                ForeignTime start = axis.at(micros(table.cell(row, "Start (s)")));
                boolean point = table.cell(row, "Behavior type").strip().equalsIgnoreCase("POINT");
                ForeignTime end = point ? start : axis.at(micros(table.cell(row, "Stop (s)")));
                marks.add(mark(table, row, row, start, end));
            } catch (Misread misread) {
                losses.refuse("Line " + row.line() + ": " + misread.sentence());
            }
        }
        return marks;
    }

    private static List<ForeignMark> tabular(CsvTable table, Losses losses) {
        List<ForeignMark> marks = new ArrayList<>();
        Map<List<String>, Csv.Row> open = new LinkedHashMap<>();
        for (Csv.Row row : table.rows()) {
            String kind = table.cell(row, table.has("Behavior type") ? "Behavior type" : "Status")
                    .strip()
                    .toUpperCase(Locale.ROOT);
            List<String> thread = List.of(
                    table.has("Observation id") ? table.cell(row, "Observation id") : media(table, row),
                    table.cell(row, "Subject"),
                    table.cell(row, BEHAVIOUR),
                    modifiers(table, row));
            try {
                ForeignTime at = axis(table, row).at(micros(table.cell(row, "Time")));
                Csv.Row begun = open.get(thread);
                switch (kind) {
                    case "POINT" -> marks.add(mark(table, row, row, at, at));
                    case "START" -> {
                        if (open.put(thread, row) != null) {
                            throw new Misread("“" + table.cell(row, BEHAVIOUR) + "” starts a second time.");
                        }
                    }
                    case "STOP" -> {
                        if (begun == null) {
                            throw new Misread("“" + table.cell(row, BEHAVIOUR) + "” stops and has not started.");
                        }
                        open.remove(thread);
                        ForeignTime start = axis(table, begun).at(micros(table.cell(begun, "Time")));
                        marks.add(mark(table, begun, row, start, at));
                    }
                    default -> throw new Misread("“" + kind + "” is neither START, STOP nor POINT.");
                }
            } catch (Misread misread) {
                losses.refuse("Line " + row.line() + ": " + misread.sentence());
            }
        }
        open.values()
                .forEach(row -> losses.refuse(
                        "Line " + row.line() + ": “" + table.cell(row, BEHAVIOUR) + "” starts and never stops."));
        return marks;
    }

    private static ForeignMark mark(CsvTable table, Csv.Row begun, Csv.Row ended, ForeignTime start, ForeignTime end) {
        List<String> notes = new ArrayList<>();
        notes.add(modifiers(table, begun));
        notes.add(table.cell(begun, table.has("Comment start") ? "Comment start" : "Comment"));
        if (!begun.equals(ended) || table.has("Comment stop")) {
            notes.add(table.cell(ended, table.has("Comment stop") ? "Comment stop" : "Comment"));
        }
        notes.removeIf(String::isBlank);
        return new ForeignMark(
                "Line " + begun.line(),
                ForeignMark.Whose.subject(subject(table, begun)),
                start,
                end,
                table.cell(begun, BEHAVIOUR).strip(),
                ForeignMark.Remarks.note(String.join("; ", notes)));
    }

    private static String subject(CsvTable table, Csv.Row row) {
        String subject = table.cell(row, "Subject").strip();
        return subject.equals("No focal subject") ? "" : subject;
    }

    private static String modifiers(CsvTable table, Csv.Row row) {
        List<String> modifiers = new ArrayList<>();
        for (String column : table.columns()) {
            String cell = table.cell(row, column).strip();
            if (column.startsWith("Modifier") && !cell.isEmpty() && !cell.equals("None")) {
                modifiers.add(cell);
            }
        }
        return String.join("; ", modifiers);
    }

    private static String media(CsvTable table, Csv.Row row) {
        for (String column : List.of("Media file name", "Media file path", "Media file", "Observation id")) {
            if (!table.cell(row, column).isBlank()) {
                return table.cell(row, column).strip();
            }
        }
        return "";
    }

    /** Several files of one player stand in {@code Source}, and their lengths in {@code Media duration (s)}. */
    private static FilmAxis axis(CsvTable table, Csv.Row row) {
        String source = table.cell(row, "Source");
        int first = source.indexOf("player #1:");
        String[] paths = first < 0
                ? new String[0]
                : source.substring(first + "player #1:".length())
                        .split("\\|", -1)[0]
                        .split(";", -1);
        String[] lengths =
                table.cell(row, "Media duration (s)").split("\\|", -1)[0].split(";", -1);
        List<FilmAxis.File> files = new ArrayList<>();
        for (int i = 0; paths.length == lengths.length && i < paths.length; i++) {
            try {
                files.add(new FilmAxis.File(paths[i].strip(), micros(lengths[i])));
            } catch (Misread noLength) {
                return alone(table, row);
            }
        }
        return files.size() < 2 ? alone(table, row) : new FilmAxis(files);
    }

    private static FilmAxis alone(CsvTable table, Csv.Row row) {
        return new FilmAxis(List.of(new FilmAxis.File(media(table, row), 0)));
    }

    /** Some spreadsheets write a comma for the point. */
    private static long micros(String seconds) throws Misread {
        return Times.micros(seconds.replace(',', '.'));
    }
}
