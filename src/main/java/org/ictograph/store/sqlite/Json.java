package org.ictograph.store.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Canonical JSON: no white space, properties in the order in which they were put, numbers as Java writes them. */
final class Json {
    /** Bundles come from elsewhere: no deep nesting, and no text longer than a very large import. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(1 << 28)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static <T> JsonNode array(List<T> items, Function<T, JsonNode> node) {
        ArrayNode array = array();
        items.forEach(item -> array.add(node.apply(item)));
        return array;
    }

    static JsonNode texts(List<String> texts) {
        return array(texts, JsonNodeFactory.instance::textNode);
    }

    static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of plain values can always be written.", impossible);
        }
    }

    /** Reads UTF-8 token by token, and does not look for doubled properties, which costs more than the reading. */
    static JsonParser parser(byte[] text) throws IOException {
        return MAPPER.createParser(text).disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /** @throws IllegalArgumentException when the text is not one JSON value */
    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException damaged) {
            throw new IllegalArgumentException("Not JSON: " + damaged.getOriginalMessage(), damaged);
        }
    }

    static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>(array.size());
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    /** @throws IllegalArgumentException when there is no such property */
    static JsonNode property(JsonNode object, String name) {
        return object.required(name);
    }

    /** @throws IllegalArgumentException when there is no such text */
    static String word(JsonNode object, String name) {
        JsonNode value = object.required(name);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("The property " + name + " is no text.");
        }
        return value.textValue();
    }
}
