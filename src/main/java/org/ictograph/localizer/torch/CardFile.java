package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.ModelCard;
import org.ictograph.localizer.ModelCard.Precision;
import org.ictograph.localizer.ModelCard.Whose;
import org.ictograph.measure.Calibration;
import org.ictograph.measure.Statistic;

/** Reads the {@code card.json} that {@link NewModel} writes, also one from before that says less. */
final class CardFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CardFile() {}

    /** @throws LocalizerException when it cannot be read or is no card */
    static ModelCard read(Path file) throws LocalizerException {
        try {
            return card(JSON.readTree(Files.readString(file)));
        } catch (IOException failure) {
            throw new LocalizerException("The card " + file + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static ModelCard card(JsonNode root) {
        JsonNode scores = root.path("on_animals_held_out");
        List<Precision> precision = new ArrayList<>();
        for (JsonNode label : scores.path("labels")) {
            precision.add(new Precision(
                    Whose.LABEL,
                    label.path("label").asText(),
                    label.path("events").asInt(),
                    numbers(label.path("average_precision"))));
        }
        if (scores.path("map").size() > 0) {
            precision.add(new Precision(Whose.MEAN, "", 0, numbers(scores.path("map"))));
        }
        if (scores.path("map_of_clip_oracle").size() > 0) {
            precision.add(new Precision(Whose.CLIP_ORACLE, "", 0, numbers(scores.path("map_of_clip_oracle"))));
        }
        List<ModelCard.Fold> folds = new ArrayList<>();
        for (JsonNode fold : root.path("folds")) {
            folds.add(new ModelCard.Fold(
                    texts(fold.path(fold.has("animals") ? "animals" : "animals_held_out")),
                    fold.path("clips").asInt(),
                    number(fold, "accuracy"),
                    number(fold, "sensitivity"),
                    number(fold, "specificity"),
                    number(fold, "precision"),
                    number(fold, "f1")));
        }
        return new ModelCard(
                root.path("data_sha256").asText(),
                texts(root.path("animals_learned_from")),
                texts(root.path("animals_held_out")),
                numbers(scores.path("tiou")),
                precision,
                number(scores, "least_score"),
                number(scores, "found"),
                precision.stream()
                        .filter(one -> one.name().equals(root.at("/labels/0").asText()))
                        .mapToInt(Precision::events)
                        .sum(),
                number(scores, "false_per_hour"),
                calibration(scores.path("calibration")),
                folds,
                texts(root.path("remarks")));
    }

    private static Calibration calibration(JsonNode node) {
        List<Calibration.Bin> bins = new ArrayList<>();
        for (JsonNode bin : node.path("bins")) {
            bins.add(new Calibration.Bin(
                    bin.path("from").asDouble(),
                    bin.path("to").asDouble(),
                    bin.path("proposals").asInt(),
                    bin.path("score").asDouble(),
                    bin.path("right").asDouble()));
        }
        int all = bins.stream().mapToInt(Calibration.Bin::proposals).sum();
        OptionalDouble error = number(node, "expected_error");
        return new Calibration(
                bins,
                error.isPresent()
                        ? Statistic.of(error.getAsDouble(), all, "")
                        : Statistic.undefined("Not known: nothing was proposed.", all));
    }

    private static OptionalDouble number(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty();
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
