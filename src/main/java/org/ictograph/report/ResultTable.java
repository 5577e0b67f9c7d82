package org.ictograph.report;

import java.util.List;
import java.util.Optional;
import org.ictograph.measure.Statistic;

/**
 * A table of results as a paper shows it.
 *
 * @param name for files
 * @param title a line above it
 * @param notes sentences below it: how it was computed, and what is missing
 */
public record ResultTable(String name, String title, List<Column> columns, List<List<Cell>> rows, List<String> notes) {
    /** How numbers of a column are written for readers; files of numbers have them as they are. */
    public enum Form {
        TEXT,
        /** Times a hundred, with two decimals. */
        PERCENT,
        /** With two decimals. */
        NUMBER
    }

    /**
     * A column.
     *
     * @param key for files
     */
    public record Column(String key, String title, Form form) {}

    /** A text, or a number with its interval. */
    public record Cell(String text, Optional<Statistic> statistic) {
        public static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        public static Cell of(Statistic statistic) {
            return new Cell("", Optional.of(statistic));
        }
    }

    public ResultTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("Each row has a cell for each column.");
        }
    }
}
