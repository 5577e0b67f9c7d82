package org.ictograph.exchange.pose;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;

/**
 * The table that DeepLabCut keeps in HDF5: pandas writes it through PyTables as one dataset {@code table} of rows, with the
 * frame in {@code index} and the numbers of a kind together in {@code values_block_0}, 1 and so on. Which column a number is
 * stands pickled in the attribute {@code values_block_0_kind}: scorer, in projects of several animals individual, body part
 * and coordinate.
 */
final class DeepLabCutTable {
    private static final String BLOCK = "values_block_";

    private DeepLabCutTable() {}

    /**
     * @param file as sentences call it
     * @param group what pandas wrote as one table
     */
    static List<KeyPoints> read(String file, Group group) throws ExchangeException {
        if (!(group.getChildren().get("table") instanceof Dataset table)
                || !(table.getData() instanceof Map<?, ?> members)) {
            throw another(file, group);
        }
        if (members.get("index") instanceof String[]) {
            throw new ExchangeException(
                    "“" + file + "” names a picture in each row instead of counting frames: it holds"
                            + " labels that people set. Attach what DeepLabCut found in the whole video.");
        }
        if (!(members.get("index") instanceof long[] index)) {
            throw another(file, group);
        }
        for (int row = 0; row < index.length; row++) {
            if (index[row] != row) {
                throw new ExchangeException("“" + file + "” tells of frame " + index[row] + " where frame " + row
                        + " should be. Attach what DeepLabCut found in the whole video.");
            }
        }
        DeepLabCutColumns columns = new DeepLabCutColumns(file);
        List<Object> blocks = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        int width = 0;
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String name = String.valueOf(member.getKey());
            if (name.startsWith(BLOCK)) {
                List<List<String>> names = names(file, table, name + "_kind");
                for (int i = 0; i < names.size(); i++) {
                    column(file, columns, names.get(i), width + i);
                }
                blocks.add(member.getValue());
                widths.add(names.size());
                width += names.size();
            }
        }
        if ((long) index.length * width > Integer.MAX_VALUE - 8) {
            throw new ExchangeException("“" + file + "” holds more key points than fit into memory; split the video.");
        }
        float[] numbers = new float[index.length * width];
        int from = 0;
        for (int block = 0; block < blocks.size(); block++) {
            spread(file, blocks.get(block), index.length, widths.get(block), numbers, width, from);
            from += widths.get(block);
        }
        return columns.tracks(numbers, index.length, width);
    }

    private static ExchangeException another(String file, Group group) {
        return new ExchangeException("“" + file + "” keeps “" + group.getName()
                + "” in another form than DeepLabCut does; let it save the table as CSV and attach that.");
    }

    private static List<List<String>> names(String file, Dataset table, String attribute) throws ExchangeException {
        Attribute kind = table.getAttributes().get(attribute);
        try {
            if (kind != null) {
                return PickledNames.read(String.valueOf(kind.getData()));
            }
        } catch (IllegalArgumentException strange) {
            throw unnamed(file, strange);
        }
        throw unnamed(file);
    }

    private static ExchangeException unnamed(String file) {
        return unnamed(file, new IllegalArgumentException("the names of its columns are others"));
    }

    private static ExchangeException unnamed(String file, Exception cause) {
        return new ExchangeException(
                "“" + file + "” does not name its columns as DeepLabCut does; let it save the table as CSV and attach"
                        + " that.",
                cause);
    }

    private static void column(String file, DeepLabCutColumns columns, List<String> names, int number)
            throws ExchangeException {
        int last = names.size() - 1;
        if (last < 2 || last > 3) {
            throw unnamed(file);
        }
        columns.add(last == 3 ? names.get(1) : "", names.get(last - 1), names.get(last), number);
    }

    /** The numbers of a block, which come as an array for each row, or one after the other where a row has one. */
    private static void spread(String file, Object block, int rows, int own, float[] numbers, int width, int from)
            throws ExchangeException {
        for (int row = 0; row < rows; row++) {
            Object cells = Array.get(block, row);
            if (cells != null && cells.getClass().isArray()) {
                if (Array.getLength(cells) != own) {
                    throw unnamed(file);
                }
                for (int i = 0; i < own; i++) {
                    numbers[row * width + from + i] = ((Number) Array.get(cells, i)).floatValue();
                }
            } else if (own == 1 && cells instanceof Number number) {
                numbers[row * width + from] = number.floatValue();
            } else {
                throw unnamed(file);
            }
        }
    }
}
