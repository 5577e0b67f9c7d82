package org.ictograph.exchange.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.ictograph.exchange.ExchangeException;

/**
 * A value in a JSON file that knows where it is, so that a wrong one can be found.
 *
 * @param where the file, and the entry and part in it
 */
record JsonPlace(JsonNode node, String where) {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The outermost object of a file. */
    static JsonPlace read(Path file) throws ExchangeException {
        String where = "“" + file + "”";
        try {
            JsonPlace root = new JsonPlace(JSON.readTree(TextFile.read(file)), where);
            if (!root.node.isObject()) {
                throw root.wrong("must hold one JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? ""
                    : ", line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ExchangeException(where + line + " is not readable JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** An indent of two, lines that end alike on every system. */
    static DefaultPrettyPrinter layout() {
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    /** A document with an indent of two and an end of line, the same on every system. */
    static String text(JsonNode document) {
        try {
            return JSON.writer(layout()).writeValueAsString(document) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of plain values can always be written.", impossible);
        }
    }

    ExchangeException wrong(String what) {
        return new ExchangeException(where + " " + what + ".");
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    JsonPlace get(String key) throws ExchangeException {
        if (!node.isObject() || !node.hasNonNull(key)) {
            throw wrong("has no “" + key + "”");
        }
        return new JsonPlace(node.get(key), where + ", “" + key + "”");
    }

    /** The named values of an object, in the order of the file. */
    List<Map.Entry<String, JsonPlace>> entries() throws ExchangeException {
        if (!node.isObject()) {
            throw wrong("must be an object with a name for every entry");
        }
        List<Map.Entry<String, JsonPlace>> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            entries.add(Map.entry(
                    entry.getKey(), new JsonPlace(entry.getValue(), where + ", entry “" + entry.getKey() + "”")));
        }
        return entries;
    }

    /** The values of a list. */
    List<JsonPlace> items(String noun) throws ExchangeException {
        if (!node.isArray()) {
            throw wrong("must be a list");
        }
        List<JsonPlace> items = new ArrayList<>();
        for (Iterator<JsonNode> each = node.elements(); each.hasNext(); ) {
            items.add(new JsonPlace(each.next(), where + ", " + noun + " " + (items.size() + 1)));
        }
        return items;
    }

    String text() throws ExchangeException {
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw wrong("must be a text that is not empty");
        }
        return node.textValue();
    }

    double number() throws ExchangeException {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("must be a number");
        }
        return node.doubleValue();
    }

    int wholeNumber() throws ExchangeException {
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < 0) {
            throw wrong("must be a whole number from 0");
        }
        return node.intValue();
    }
}
