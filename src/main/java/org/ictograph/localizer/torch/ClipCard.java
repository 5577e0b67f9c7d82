package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.ictograph.localizer.ClipTrained;
import org.ictograph.measure.Confusion;
import org.ictograph.measure.Statistic;
import org.slf4j.LoggerFactory;

/** The card of a clip network: what it was made of, and the table of scores by fold that is published for RodEpil. */
final class ClipCard {
    private ClipCard() {}

    static ObjectNode of(ClipTrained told, String source, String begun, String seen, ClipRecipe recipe, Sight sight) {
        ObjectNode root = new JsonMapper().createObjectNode();
        root.put("model", told.model());
        root.put("stage", "clip classification");
        root.put("label", told.label());
        root.put("begun_from", source);
        root.put("begun_from_sha256", begun);
        root.put("data_sha256", seen);
        ObjectNode how = root.putObject("recipe");
        how.put("epochs", recipe.epochs());
        how.put("seed", recipe.seed());
        how.put("rate", recipe.rate());
        how.put("momentum", ClipRecipe.MOMENTUM);
        how.put("weight_decay", ClipRecipe.WEIGHT_DECAY);
        how.put("batch", ClipRecipe.BATCH);
        how.put("seconds", recipe.seconds());
        how.put("negatives", recipe.negatives());
        how.put("mixup", recipe.mixup());
        how.put("modality", recipe.modality().text());
        how.put("pixels", recipe.modality().pixels());
        if (recipe.modality().flow()) {
            how.put("flow_library", sight.flow().library());
        }
        names(root.putArray("animals_learned_from"), told.folds().get(0).learned());
        names(root.putArray("animals_held_out"), told.folds().get(0).heldOut());
        ArrayNode folds = root.putArray("folds");
        Map<String, List<Double>> all = new TreeMap<>();
        for (ClipTrained.Fold fold : told.folds()) {
            ObjectNode one = folds.addObject();
            names(one.putArray("animals_held_out"), fold.heldOut());
            one.put("clips", fold.clips());
            rates(fold.scores().confusion()).forEach((name, rate) -> {
                OptionalDouble value = rate.value();
                if (value.isPresent()) {
                    one.put(name, value.getAsDouble());
                    all.computeIfAbsent(name, key -> new ArrayList<>()).add(value.getAsDouble());
                } else {
                    one.putNull(name);
                }
            });
        }
        ObjectNode mean = root.putObject("mean_of_folds");
        all.forEach((name, values) -> mean.put(
                name, values.stream().mapToDouble(value -> value).average().orElseThrow()));
        ArrayNode losses = root.putArray("losses");
        told.losses().forEach(losses::add);
        names(root.putArray("remarks"), told.remarks());
        return root;
    }

    /** The columns of the published table. */
    static Map<String, Statistic> rates(Confusion confusion) {
        Map<String, Statistic> rates = new java.util.LinkedHashMap<>();
        rates.put("accuracy", confusion.accuracy());
        rates.put("sensitivity", confusion.sensitivity());
        rates.put("specificity", confusion.specificity());
        rates.put("precision", confusion.precision());
        rates.put("f1", confusion.f1());
        return rates;
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }

    /**
     * Which of these animals an encoder has learned labels of, as its card says.
     *
     * @param folder of the model that has the encoder
     */
    static List<String> known(Path folder, List<String> animals) {
        Path card = folder.resolve("encoder").resolve("card.json");
        if (Files.notExists(card)) {
            return List.of();
        }
        try {
            List<String> known = new ArrayList<>();
            for (JsonNode animal :
                    new JsonMapper().readTree(Files.readString(card)).path("animals_learned_from")) {
                if (animals.contains(animal.asText())) {
                    known.add(animal.asText());
                }
            }
            return known;
        } catch (IOException unreadable) {
            LoggerFactory.getLogger(ClipCard.class).warn("{} cannot be read", card, unreadable);
            return List.of();
        }
    }
}
