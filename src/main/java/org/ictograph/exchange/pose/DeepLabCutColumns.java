package org.ictograph.exchange.pose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;

/**
 * The columns of a table of DeepLabCut: for each body part, in projects of several animals for each of each individual, x,
 * y and likelihood. Parts that all animals share stand under the individual {@code single}.
 */
final class DeepLabCutColumns {
    private static final List<String> COORDINATES = List.of("x", "y", "likelihood");

    /** One body part of one individual, and the columns of its three numbers. */
    private record Part(String name, int x, int y, int likelihood) {}

    private final String file;
    private final Map<String, Map<String, int[]>> individuals = new LinkedHashMap<>();

    DeepLabCutColumns(String file) {
        this.file = file;
    }

    /**
     * One more column.
     *
     * @param individual empty in projects of one animal
     * @param column number of the column, from 0
     */
    void add(String individual, String part, String coordinate, int column) throws ExchangeException {
        int which = COORDINATES.indexOf(coordinate);
        if (which < 0) {
            throw new ExchangeException("“" + file + "” has a column “" + coordinate + "” for “" + part
                    + "”; key points have x, y and likelihood only.");
        }
        int[] columns = individuals
                .computeIfAbsent(individual, first -> new LinkedHashMap<>())
                .computeIfAbsent(part, first -> new int[] {-1, -1, -1});
        if (columns[which] >= 0) {
            throw new ExchangeException("“" + file + "” has two columns “" + coordinate + "” for “" + part + "”.");
        }
        columns[which] = column;
    }

    /**
     * The animals of the table.
     *
     * @param numbers row by row
     * @param width numbers of a row
     */
    List<KeyPoints> tracks(float[] numbers, int rows, int width) throws ExchangeException {
        if (individuals.isEmpty() || rows == 0) {
            throw new ExchangeException("“" + file + "” tells of no frame, or of no key point.");
        }
        List<KeyPoints> tracks = new ArrayList<>();
        for (Map.Entry<String, Map<String, int[]>> individual : individuals.entrySet()) {
            List<Part> parts = new ArrayList<>();
            for (Map.Entry<String, int[]> part : individual.getValue().entrySet()) {
                parts.add(whole(part.getKey(), part.getValue()));
            }
            FoundPoints found = new FoundPoints(
                    file, individual.getKey(), parts.stream().map(Part::name).toList(), rows);
            for (int row = 0; row < rows; row++) {
                int from = row * width;
                for (int i = 0; i < parts.size(); i++) {
                    Part part = parts.get(i);
                    found.put(
                            row,
                            i,
                            numbers[from + part.x()],
                            numbers[from + part.y()],
                            numbers[from + part.likelihood()]);
                }
            }
            tracks.add(found.keyPoints());
        }
        return tracks;
    }

    private Part whole(String part, int[] columns) throws ExchangeException {
        if (columns[2] < 0) {
            throw new ExchangeException("“" + file + "” has no likelihood for “" + part
                    + "”: it holds labels that people set. Attach what DeepLabCut found in the whole video.");
        }
        if (columns[0] < 0 || columns[1] < 0) {
            throw new ExchangeException("“" + file + "” lacks x or y for “" + part + "”.");
        }
        return new Part(part, columns[0], columns[1], columns[2]);
    }
}
