package org.ictograph.exchange.pose;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;
import org.jspecify.annotations.Nullable;

/**
 * The table that DeepLabCut writes with {@code save_as_csv}: lines {@code scorer}, in projects of several animals {@code
 * individuals}, {@code bodyparts} and {@code coords}, then a line for each frame that begins with its number. An empty cell
 * is a point that was not found. Read line by line, since an hour has a hundred thousand lines.
 */
final class DeepLabCutCsv {
    private static final List<String> HEADS = List.of("scorer", "individuals", "bodyparts", "coords");

    private final String file;
    private final Map<String, List<String>> heads = new LinkedHashMap<>();
    private float[] numbers = new float[0];
    private int width;
    private int rows;

    private DeepLabCutCsv(String file) {
        this.file = file;
    }

    static List<KeyPoints> read(Path path) throws IOException, ExchangeException {
        DeepLabCutCsv table = new DeepLabCutCsv(String.valueOf(path.getFileName()));
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            table.read(lines);
        } catch (MalformedInputException strange) {
            throw new ExchangeException(
                    "“" + table.file + "” is no text in UTF-8, so no table of DeepLabCut.", strange);
        }
        return table.columns().tracks(table.numbers, table.rows, table.width);
    }

    private void read(BufferedReader lines) throws IOException, ExchangeException {
        int number = 0;
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (heads.containsKey("coords")) {
                if (!text.isEmpty()) {
                    row(text, number);
                }
            } else {
                head(cells(text), number);
            }
        }
        if (!heads.containsKey("coords")) {
            throw new ExchangeException("“" + file + "” ends before the line “coords” of a table of DeepLabCut.");
        }
    }

    private void head(List<String> cells, int number) throws ExchangeException {
        String name = cells.get(0);
        boolean expected = number == 1 ? name.equals("scorer") : HEADS.contains(name);
        if (!expected || heads.containsKey(name)) {
            throw new ExchangeException("“" + file + "”, line " + number
                    + ": this is no table of DeepLabCut, which begins with the lines scorer, bodyparts and coords.");
        }
        heads.put(name, cells);
        width = cells.size() - 1;
        if (heads.values().stream().anyMatch(other -> other.size() != cells.size())) {
            throw new ExchangeException("“" + file + "”, line " + number + ": the line has " + width
                    + " columns, the one before it another number.");
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma));
            from = comma + 1;
        }
        cells.add(line.substring(from));
        return cells;
    }

    private void row(String line, int number) throws ExchangeException {
        if ((rows + 1L) * width > numbers.length) {
            numbers = Arrays.copyOf(numbers, (int)
                    Math.min(Integer.MAX_VALUE - 8, Math.max((rows + 1L) * width, numbers.length * 2L)));
        }
        List<String> cells = cells(line);
        if (cells.size() != width + 1) {
            throw new ExchangeException("“" + file + "”, line " + number + ": there are " + (cells.size() - 1)
                    + " numbers instead of " + width + "; was the file cut off?");
        }
        if (!cells.get(0).equals(Integer.toString(rows))) {
            throw new ExchangeException("“" + file + "”, line " + number + ": the first cell should be the frame "
                    + rows + ", not “" + cells.get(0) + "”. Attach what DeepLabCut found in the whole video.");
        }
        for (int i = 0; i < width; i++) {
            numbers[rows * width + i] = number(cells.get(i + 1), number);
        }
        rows++;
    }

    private float number(String cell, int line) throws ExchangeException {
        if (cell.isEmpty() || cell.equalsIgnoreCase("nan")) {
            return Float.NaN;
        }
        try {
            return Float.parseFloat(cell);
        } catch (NumberFormatException strange) {
            throw new ExchangeException("“" + file + "”, line " + line + ": “" + cell + "” is no number.", strange);
        }
    }

    private DeepLabCutColumns columns() throws ExchangeException {
        DeepLabCutColumns columns = new DeepLabCutColumns(file);
        List<String> parts = heads.get("bodyparts");
        List<String> coordinates = heads.get("coords");
        List<String> individuals = heads.get("individuals");
        if (parts == null || coordinates == null) {
            throw new ExchangeException("“" + file + "” lacks the line “bodyparts” of a table of DeepLabCut.");
        }
        for (int i = 1; i <= width; i++) {
            columns.add(individuals == null ? "" : individuals.get(i), parts.get(i), coordinates.get(i), i - 1);
        }
        return columns;
    }
}
