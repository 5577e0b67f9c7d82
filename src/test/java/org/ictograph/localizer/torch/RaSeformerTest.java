package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ictograph.localizer.LocalizerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RaSeformer against the reference's own output, see {@code golden/README.md}. */
class RaSeformerTest {
    private static final int VALID = 72;
    private final Golden golden = golden();

    private static Golden golden() {
        try {
            return Golden.of("raseformer");
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private NDArray padded(NDManager manager, String name) throws LocalizerException {
        NDArray features = golden.tensor(manager, name);
        NDArray rest = manager.zeros(new Shape(features.getShape().get(0), 96 - VALID));
        return features.concat(rest, 1).expandDims(0);
    }

    @Test
    void everyLevelSaysWhatTheReferenceSays() throws Exception {
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            RaSeformer network = new RaSeformer(RaSeformer.Design.PUBLISHED, weights);
            List<RaSeformer.Level> levels = network.apply(padded(manager, "input.features"), VALID);
            assertEquals(6, levels.size());
            for (int i = 0; i < 6; i++) {
                String level = "output.level" + i;
                golden.assertNear(level + ".backbone", levels.get(i).backbone().squeeze(0));
                golden.assertNear(level + ".logits", levels.get(i).logits().squeeze(0));
                golden.assertNear(level + ".offsets", levels.get(i).offsets().squeeze(0));
            }
        }
    }

    @Test
    void segmentsAreThoseOfTheReferenceInTheSameOrder() throws Exception {
        JsonNode wanted = golden.json().get("segments");
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            RaSeformer network = new RaSeformer(RaSeformer.Design.PUBLISHED, weights);
            List<RaSeformer.Level> levels = network.apply(padded(manager, "input.features"), VALID);
            List<Segment> segments = SegmentDecoder.PUBLISHED.segments(levels);
            assertEquals(wanted.size(), segments.size());
            for (int i = 0; i < wanted.size(); i++) {
                Segment segment = segments.get(i);
                JsonNode one = wanted.get(i);
                String what = "segment " + i;
                assertEquals(one.get("label").asInt(), segment.label(), what);
                assertEquals(one.get("start").asDouble(), clamped(segment.start()), 1e-5, what);
                assertEquals(one.get("end").asDouble(), clamped(segment.end()), 1e-5, what);
                assertEquals(one.get("score").asDouble(), segment.score(), 1e-5, what);
            }
        }
    }

    private static double clamped(float step) {
        return Math.max(0, Math.min(10, Grid.PUBLISHED.seconds(step)));
    }

    @Test
    void lossesAndGradientsAreThoseOfTheReference() throws Exception {
        JsonNode train = golden.json().get("train");
        List<Segment> truth = new ArrayList<>();
        for (int i = 0; i < train.get("labels").size(); i++) {
            JsonNode segment = train.get("segments").get(i);
            truth.add(new Segment(
                    (float) segment.get(0).asDouble(),
                    (float) segment.get(1).asDouble(),
                    train.get("labels").get(i).asInt(),
                    1));
        }
        // The reference trained this one without drop path, so without its scales.
        try (Weights weights = Weights.read(
                        Golden.torch(),
                        golden.folder().resolve("model.safetensors"),
                        name -> !name.contains("drop_path"));
                NDManager manager = Golden.torch().manager()) {
            RaSeformer network = new RaSeformer(RaSeformer.Design.PUBLISHED, weights);
            weights.arrays().values().forEach(array -> array.setRequiresGradient(true));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                LocalizationLoss loss = new LocalizationLoss(100);
                LocalizationLoss.Losses losses =
                        loss.of(network.apply(padded(manager, "train.features"), VALID), List.of(truth));
                Golden.assertClose(
                        "classes",
                        train.get("cls_loss").asDouble(),
                        losses.classes().getFloat(),
                        1e-5);
                Golden.assertClose(
                        "offsets",
                        train.get("reg_loss").asDouble(),
                        losses.offsets().getFloat(),
                        1e-5);
                Golden.assertClose(
                        "sum", train.get("final_loss").asDouble(), losses.sum().getFloat(), 1e-5);
                collector.backward(losses.sum());
            }
            for (var norm : train.get("gradient_norms").properties()) {
                NDArray parameter = Objects.requireNonNull(weights.arrays().get(norm.getKey()));
                Golden.assertClose(norm.getKey(), norm.getValue().asDouble(), Golden.norm(parameter), 1e-4);
            }
        }
    }

    @Test
    void withoutKnownSegmentsOnlyTheClassesCount() throws Exception {
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            RaSeformer network = new RaSeformer(RaSeformer.Design.PUBLISHED, weights);
            LocalizationLoss loss = new LocalizationLoss(100);
            LocalizationLoss.Losses losses =
                    loss.of(network.apply(padded(manager, "train.features"), VALID), List.of(List.of()));
            assertEquals(0, losses.offsets().getFloat());
            assertTrue(losses.classes().getFloat() > 0);
            assertEquals(90.1, loss.normaliser(), 1e-9);
        }
    }

    @Test
    void aBatchSaysOfEachWhatItSaysOfEachAlone() throws Exception {
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            // Attention keeps all: which are the most salient can turn on rounding, and a batch rounds in another
            // order.
            RaSeformer network = new RaSeformer(new RaSeformer.Design(4, List.of(9, 9, 9, 1, 1, 1), 1, 96), weights);
            NDArray one = padded(manager, "input.features");
            NDArray other = padded(manager, "train.features");
            NDArray both = network.apply(one.concat(other, 0), VALID, 40).get(2).logits();
            Golden.assertNear("first", network.apply(one, VALID).get(2).logits(), both.get("0:1"));
            Golden.assertNear("second", network.apply(other, 40).get(2).logits(), both.get("1:"));
        }
    }

    @Test
    void longerSequencesArePaddedSoThatEveryLevelCanBeHalved() {
        RaSeformer.Design design = RaSeformer.Design.PUBLISHED;
        assertEquals(96, design.padded(10));
        assertEquals(96, design.padded(96));
        assertEquals(128, design.padded(97));
        assertEquals(160, design.padded(129));
    }

    @Test
    void weightsAreWrittenUnderTheReferencesNames(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("copy.safetensors");
        try (Weights weights = golden.weights()) {
            weights.write(file, Map.of());
            try (Weights copy = Weights.read(Golden.torch(), file)) {
                new RaSeformer(RaSeformer.Design.PUBLISHED, copy);
                assertEquals(weights.arrays().keySet(), copy.arrays().keySet());
            }
        }
    }

    @Test
    void weightsOfAnotherNetworkAreRefusedInASentence() throws Exception {
        try (Weights weights = Golden.of("vivit").weights()) {
            LocalizerException told =
                    assertThrows(LocalizerException.class, () -> new RaSeformer(RaSeformer.Design.PUBLISHED, weights));
            assertTrue(String.valueOf(told.getMessage()).contains("belong to another network"), told.getMessage());
        }
        try (Weights weights = golden.weights()) {
            RaSeformer.Design shallow = new RaSeformer.Design(4, List.of(9, 9, 9), 0.5, 96);
            LocalizerException told = assertThrows(LocalizerException.class, () -> new RaSeformer(shallow, weights));
            assertTrue(String.valueOf(told.getMessage()).contains("has no place"), told.getMessage());
        }
    }
}
