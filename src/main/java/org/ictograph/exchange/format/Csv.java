package org.ictograph.exchange.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ictograph.exchange.ExchangeException;

/**
 * Comma-separated values after RFC 4180: cells with commas, quotes or line breaks stand in double quotes, a quote inside
 * is doubled. Reading takes LF and CRLF; writing uses LF.
 *
 * <p>Spreadsheets run cells that begin with {@code = + - @} as formulas. {@link #cell} puts an apostrophe before such
 * text (and before text that begins with an apostrophe), and {@link #text} takes it away again.
 */
final class Csv {
    private static final String DANGEROUS = "=+-@\t\r'";

    /**
     * One row.
     *
     * @param line number of its first line in the file, from 1
     */
    record Row(int line, List<String> cells) {}

    private final String name;
    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    private Csv(String name, String text, char separator) {
        this.name = name;
        this.text = text;
        this.separator = separator;
    }

    /** The rows that are not empty lines. */
    static List<Row> read(String name, String text) throws ExchangeException {
        return read(name, text, ',');
    }

    /** The same of a file whose cells are separated by something else than commas. */
    static List<Row> read(String name, String text, char separator) throws ExchangeException {
        Csv csv = new Csv(name, text, separator);
        List<Row> rows = new ArrayList<>();
        while (csv.at < text.length()) {
            Row row = csv.row();
            if (row.cells().size() > 1 || !row.cells().get(0).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() throws ExchangeException {
        int first = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            cells.add(peek() == '"' ? quoted() : bare());
            int next = peek();
            at++;
            if (next != separator) {
                if (next == '\r') {
                    at++;
                }
                line++;
                return new Row(first, cells);
            }
        }
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : -1;
    }

    private boolean atEndOfCell() {
        int next = peek();
        return next < 0 || next == separator || next == '\n' || (next == '\r' && text.startsWith("\r\n", at));
    }

    private String bare() {
        int start = at;
        while (!atEndOfCell()) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws ExchangeException {
        int opened = line;
        StringBuilder cell = new StringBuilder();
        at++;
        while (true) {
            int next = peek();
            if (next < 0) {
                throw new ExchangeException(
                        "“" + name + "”, line " + opened + ": a cell begins with a quote that is never closed.");
            }
            at++;
            if (next == '"' && peek() != '"') {
                break;
            }
            if (next == '"') {
                at++;
            }
            if (next == '\n') {
                line++;
            }
            cell.append((char) next);
        }
        if (!atEndOfCell()) {
            throw new ExchangeException("“" + name + "”, line " + line + ": text follows a closing quote. "
                    + "Quotes inside a cell are written twice.");
        }
        return cell.toString();
    }

    /** A row with its line end. */
    static String line(List<String> cells) {
        return line(cells, ',');
    }

    static String line(List<String> cells, char separator) {
        return cells.stream()
                        .map(cell -> quoted(cell, separator))
                        .collect(Collectors.joining(String.valueOf(separator)))
                + '\n';
    }

    private static String quoted(String cell, char separator) {
        boolean plain = cell.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Free text as a cell that no spreadsheet runs. */
    static String cell(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** The free text that {@link #cell} wrote. */
    static String text(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && DANGEROUS.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
