package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ictograph.exchange.ExchangeException;

/**
 * A CSV file with named columns.
 *
 * @param name of the file
 * @param columns in the order of the file
 * @param rows below the header
 */
record CsvTable(String name, List<String> columns, List<Csv.Row> rows) {
    static CsvTable read(Path file, List<String> required) throws ExchangeException {
        String name = file.toString();
        List<Csv.Row> all = Csv.read(name, TextFile.read(file));
        if (all.isEmpty()) {
            throw new ExchangeException("“" + name + "” is empty; its first line must name the columns.");
        }
        List<String> columns = all.get(0).cells().stream().map(String::strip).toList();
        for (String column : required) {
            if (!columns.contains(column)) {
                String header = all.get(0).cells().get(0);
                boolean otherSeparator = columns.size() == 1 && (header.contains(";") || header.contains("\t"));
                throw new ExchangeException("“" + name + "” "
                        + (otherSeparator
                                ? "does not separate its columns by commas. Save it with commas and try again."
                                : "has no column “" + column + "”. Needed are: " + String.join(", ", required) + "."));
            }
        }
        if (columns.stream().distinct().count() != columns.size()) {
            throw new ExchangeException("“" + name + "” names a column twice.");
        }
        return new CsvTable(name, columns, all.subList(1, all.size()));
    }

    /**
     * Reads a table of another program: separated by tabs, semicolons or commas, perhaps with lines above the one that names
     * the columns, which is the first that holds all the required names.
     */
    static CsvTable foreign(Path file, List<String> required) throws ExchangeException {
        return foreign(file, columns -> columns.containsAll(required))
                .orElseThrow(() -> new ExchangeException("“" + file + "” "
                        + (required.isEmpty()
                                ? "is no table with named columns."
                                : "has no line that names the columns " + String.join(", ", required) + ".")));
    }

    /** The same, where the line that names the columns is the first that fits; empty when none does. */
    static Optional<CsvTable> foreign(Path file, Predicate<List<String>> fits) throws ExchangeException {
        String name = file.toString();
        String text = TextFile.read(file);
        for (char separator : new char[] {'\t', ';', ','}) {
            List<Csv.Row> all = Csv.read(name, text, separator);
            for (int i = 0; i < all.size(); i++) {
                List<String> columns =
                        all.get(i).cells().stream().map(String::strip).toList();
                if (columns.size() > 1 && fits.test(columns)) {
                    return Optional.of(new CsvTable(name, columns, all.subList(i + 1, all.size())));
                }
            }
        }
        return Optional.empty();
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** The cell of a column, empty when the file does not have the column. */
    String cell(Csv.Row row, String column) {
        int index = columns.indexOf(column);
        return index < 0 || index >= row.cells().size() ? "" : row.cells().get(index);
    }

    boolean fits(Csv.Row row) {
        return row.cells().size() == columns.size();
    }
}
