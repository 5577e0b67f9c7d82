package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clip networks against the reference's own output, see {@code golden/README.md}. */
class ClipNetworksTest {
    private interface Look {
        void at(Golden golden, ClipClassifier network, NDManager manager) throws Exception;
    }

    private static void look(String name, Look look) throws Exception {
        Golden golden = Golden.of(name);
        ModelFolder folder = ModelFolder.open(golden.folder());
        try (Weights weights = folder.weights(Golden.torch());
                NDManager manager = Golden.torch().manager()) {
            look.at(golden, folder.classifier(weights), manager);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timesformer", "videomae-mean", "videomae-token", "vivit"})
    void scoresAreThoseOfTheReference(String name) throws Exception {
        look(name, (golden, network, manager) -> {
            NDArray logits = network.logits(golden.tensor(manager, "input.pixel_values"));
            Golden.assertNear(name, Golden.rows(manager, golden.json().get("logits")), logits);
            assertEquals(List.of("LABEL_0", "LABEL_1", "LABEL_2"), network.labels());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"timesformer", "videomae-mean", "videomae-token", "vivit"})
    void manyClipsAreSeenAsFewAre(String name) throws Exception {
        look(name, (golden, network, manager) -> {
            NDArray few = golden.tensor(manager, "input.pixel_values").get("0:1");
            long numbers = golden.config().whole("intermediate_size")
                    * (long) network.tubelets().tokens();
            long times = Layers.AT_ONCE / numbers + 2;
            NDArray many = network.logits(few.repeat(0, times));
            NDArray known = Golden.rows(manager, golden.json().get("logits")).get("0:1");
            Golden.assertNear("all", known.broadcast(many.getShape()), many);
        });
    }

    @Test
    void tokensOfTimeSformerAreThoseOfTheReference() throws Exception {
        Golden golden = Golden.of("timesformer");
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            TimeSformer network = new TimeSformer(golden.config(), weights);
            golden.assertNear("output.last_hidden", network.tokens(golden.tensor(manager, "input.pixel_values")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"videomae-pretrain", "videomae-pretrain-norm"})
    void preTrainingIsThatOfTheReference(String name) throws Exception {
        Golden golden = Golden.of(name);
        JsonNode json = golden.json();
        JsonNode places = json.get("tube_mask_per_slice");
        boolean[] slice = new boolean[places.size()];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = places.get(i).asBoolean();
        }
        TubeMask mask = new TubeMask(slice);
        try (Weights weights = golden.weights();
                NDManager manager = Golden.torch().manager()) {
            VideoMaePretraining network = new VideoMaePretraining(golden.config(), weights);
            weights.requireAllTaken();
            NDArray pixels = golden.tensor(manager, "input.pixel_values");
            golden.assertNear("output.reconstruction", network.reconstruct(pixels, mask));

            weights.arrays().values().forEach(array -> array.setRequiresGradient(true));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray loss = network.loss(pixels, mask);
                Golden.assertClose("loss", json.get("loss").asDouble(), loss.getFloat(), 1e-5);
                collector.backward(loss);
            }
            for (var norm : json.get("gradient_norms").properties()) {
                NDArray parameter = Objects.requireNonNull(weights.arrays().get(norm.getKey()));
                Golden.assertClose(norm.getKey(), norm.getValue().asDouble(), Golden.norm(parameter), 1e-4);
            }
        }
    }
}
