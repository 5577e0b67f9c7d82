package org.ictograph.localizer.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Tested;
import org.ictograph.localizer.Trained;
import org.ictograph.measure.Calibration;
import org.ictograph.measure.ClassScores;
import org.ictograph.measure.Confusion;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.Statistic;

/**
 * The folder of a model that is made, as {@link NetworkShelf} finds it. What puts it on the shelf, its {@code localizer.json},
 * is written last.
 */
record NewModel(Path folder) {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String ENCODER = "encoder";

    /**
     * What the model was made of, for its card.
     *
     * @param encoder name of the model whose encoder it has
     * @param seen hash of that encoder
     * @param lessons hash of everything that it learned from and was tested on
     */
    record Origin(String encoder, String seen, String lessons, Recipe recipe, RaSeformer.Design design) {}

    /** @throws LocalizerException when there is a model of that name already */
    void requireFree(boolean resume) throws LocalizerException {
        if (Files.exists(NetworkShelf.card(folder)) || (!resume && Files.exists(NetworkShelf.head(folder)))) {
            throw new LocalizerException("There is already a model in " + folder + "; give the new one another name.");
        }
    }

    /** Where what was reached so far is kept. */
    Path reached() {
        return folder.resolve("training");
    }

    /**
     * Takes over the encoder of another model, whole or not at all.
     *
     * @throws LocalizerException also when another one lies there already, which stays
     */
    void takeEncoder(Path other) throws LocalizerException {
        Path own = folder.resolve(ENCODER);
        Path part = folder.resolve("." + ENCODER + ".part");
        requireOwnEncoder(other);
        try {
            if (Files.exists(own)) {
                return;
            }
            clear(part);
            try {
                Files.createDirectories(part);
                try (Stream<Path> files = Files.list(other.resolve(ENCODER))) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        Files.copy(file, part.resolve(file.getFileName()));
                    }
                }
                Files.move(part, own, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                clear(part);
            }
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The encoder " + other.resolve(ENCODER) + " cannot be copied to " + own + ": "
                            + failure.getMessage() + "; make room there and resume.",
                    failure);
        }
    }

    /** @throws LocalizerException when an encoder lies there that is not the one of the other model */
    void requireOwnEncoder(Path other) throws LocalizerException {
        Path own = folder.resolve(ENCODER);
        if (Files.exists(own) && !ShelvedLocalizer.seenBy(folder).equals(ShelvedLocalizer.seenBy(other))) {
            throw new LocalizerException("Another encoder than that of " + other.getFileName() + " lies in " + own
                    + " already; give the new model another name.");
        }
    }

    private static void clear(Path part) throws IOException {
        if (Files.exists(part)) {
            try (Stream<Path> files = Files.list(part)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(part);
        }
    }

    /** Writes head and card, and puts the model on the shelf. */
    void finish(Weights head, List<String> labels, Origin origin, Trained trained) throws LocalizerException {
        Path file = NetworkShelf.head(folder);
        head.write(file, Map.of());
        try {
            write(folder.resolve("card.json"), card(labels, origin, trained, Sha256.of(file)));
            write(NetworkShelf.card(folder), localizer(labels, origin.design, trained.least()));
        } catch (IOException failure) {
            throw new LocalizerException(
                    "The model cannot be written to " + folder + ": " + failure.getMessage()
                            + "; make room there and resume.",
                    failure);
        }
    }

    private static void write(Path file, ObjectNode document) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(whole, JSON.writeValueAsString(document) + "\n");
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static ObjectNode localizer(List<String> labels, RaSeformer.Design design, double least) {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode names = root.putObject("id2label");
        for (int i = 0; i < labels.size(); i++) {
            names.put(Integer.toString(i), labels.get(i));
        }
        root.put("heads", design.heads());
        ArrayNode windows = root.putArray("windows");
        design.windows().forEach(windows::add);
        root.put("keep_ratio", design.keep());
        root.put("length", design.length());
        root.put("least_score", least);
        return root;
    }

    private static ObjectNode card(List<String> labels, Origin origin, Trained trained, String head) {
        ObjectNode root = JSON.createObjectNode();
        root.put("model", trained.model());
        root.put("head_sha256", head);
        root.put("encoder", origin.encoder);
        root.put("encoder_sha256", origin.seen);
        root.put("data_sha256", origin.lessons);
        ObjectNode recipe = root.putObject("recipe");
        recipe.put("epochs", origin.recipe.epochs());
        recipe.put("seed", origin.recipe.seed());
        recipe.put("channels", origin.recipe.channels());
        recipe.put("rate", origin.recipe.rate());
        recipe.put("weight_decay", Recipe.WEIGHT_DECAY);
        recipe.put("batch", Recipe.BATCH);
        ArrayNode names = root.putArray("labels");
        labels.forEach(names::add);
        ArrayNode learned = root.putArray("animals_learned_from");
        trained.learned().forEach(learned::add);
        ArrayNode heldOut = root.putArray("animals_held_out");
        trained.heldOut().forEach(heldOut::add);
        ObjectNode scores = root.putObject("on_animals_held_out");
        ArrayNode thresholds = scores.putArray("tiou");
        trained.scores().thresholds().forEach(thresholds::add);
        ArrayNode map = scores.putArray("map");
        trained.scores().map().forEach(map::add);
        number(scores, "average_map", trained.scores().averageMap());
        ArrayNode classes = scores.putArray("labels");
        for (ClassScores each : trained.scores().classes()) {
            ObjectNode one = classes.addObject().put("label", each.label()).put("events", each.truth());
            ArrayNode precision = one.putArray("average_precision");
            each.averagePrecision().forEach(precision::add);
        }
        scores.put("least_score", trained.least());
        number(scores, "found", trained.proposals().found());
        number(scores, "false_per_hour", trained.proposals().falsePerHour());
        number(scores, "precision_at_half", trained.proposals().rate(EventRate.PRECISION));
        number(scores, "recall_at_half", trained.proposals().rate(EventRate.RECALL));
        number(scores, "f1_at_half", trained.proposals().rate(EventRate.F1));
        tested(scores, trained.tested());
        folds(root, trained.tested().folds());
        ArrayNode losses = root.putArray("losses");
        trained.epochs().forEach(epoch -> {
            ObjectNode round =
                    losses.addObject().put("classes", epoch.classes()).put("edges", epoch.edges());
            if (epoch.score().isPresent()) {
                round.put("average_map", epoch.score().getAsDouble());
            }
        });
        ArrayNode remarks = root.putArray("remarks");
        trained.remarks().forEach(remarks::add);
        return root;
    }

    private static void tested(ObjectNode scores, Tested tested) {
        ArrayNode oracle = scores.putArray("map_of_clip_oracle");
        tested.oracle().map().forEach(oracle::add);
        number(scores, "average_map_of_clip_oracle", tested.oracle().averageMap());
        ObjectNode calibration = scores.putObject("calibration");
        number(calibration, "expected_error", tested.calibration().error());
        ArrayNode bins = calibration.putArray("bins");
        for (Calibration.Bin bin : tested.calibration().bins()) {
            bins.addObject()
                    .put("from", bin.from())
                    .put("to", bin.to())
                    .put("proposals", bin.proposals())
                    .put("score", bin.score())
                    .put("right", bin.right());
        }
    }

    private static void folds(ObjectNode root, List<Tested.Fold> table) {
        ArrayNode folds = root.putArray("folds");
        for (Tested.Fold fold : table) {
            ObjectNode one = folds.addObject();
            ArrayNode animals = one.putArray("animals");
            fold.animals().forEach(animals::add);
            Confusion clips = fold.proposals().clips().confusion();
            one.put("clips", clips.n()).put("clips_with_event", clips.truePositives() + clips.falseNegatives());
            number(one, "accuracy", clips.accuracy());
            number(one, "sensitivity", clips.sensitivity());
            number(one, "specificity", clips.specificity());
            number(one, "precision", clips.precision());
            number(one, "f1", clips.f1());
            number(one, "average_map", fold.map());
            number(one, "false_per_hour", fold.proposals().falsePerHour());
        }
    }

    private static void number(ObjectNode node, String name, Statistic statistic) {
        if (statistic.value().isPresent()) {
            node.put(name, statistic.value().getAsDouble());
        } else {
            node.putNull(name);
        }
    }
}
