package org.ictograph.localizer.torch;

import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.util.List;
import org.ictograph.localizer.LocalizerException;

/**
 * A network that is a TorchScript module, of which nothing is known but what its {@code config.json} says: {@code num_frames},
 * {@code image_size} and {@code num_channels} of the clips that it takes, and whether it gives scores of classes before any softmax
 * ({@code "output": "logits"}, with {@code id2label}) or numbers about the clip ({@code "features"}, with {@code hidden_size}).
 */
final class ScriptedClips implements ClipClassifier {
    /** As {@code config.json} names it. */
    static final String KIND = "torchscript";

    private static final String LOGITS = "logits";

    private final TorchScript script;
    private final Tubelets tubelets;
    private final List<String> labels;
    private final int width;
    private final Model module;

    /**
     * @param weights that lend their memory and lifetime
     * @throws LocalizerException when the configuration is not proper, nobody trusts the module, or it cannot be read
     */
    ScriptedClips(ModelFolder folder, TorchScript script, Weights weights) throws LocalizerException {
        NetworkConfig config = folder.config();
        this.script = script;
        int size = config.whole("image_size");
        tubelets = new Tubelets(config.whole("num_frames"), size, config.whole("num_channels", 3), 1, size);
        String output = config.text("output", LOGITS);
        boolean tells = output.equals(LOGITS);
        if (!tells && !output.equals("features")) {
            throw new LocalizerException(config.file() + " has 'output' = '" + output
                    + "'; a TorchScript module gives 'logits' or 'features'.");
        }
        labels = tells ? config.labels() : List.of();
        if (tells && labels.size() < 2) {
            throw new LocalizerException(config.file() + " names " + labels.size()
                    + " classes in 'id2label'; a module that gives logits tells two or more apart.");
        }
        width = tells ? labels.size() : config.whole("hidden_size");
        module = script.load(folder.model(), new TrustedModules(folder.shelf()), weights.manager());
    }

    @Override
    public Tubelets tubelets() {
        return tubelets;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        tubelets.require(pixels);
        NDList told;
        try {
            told = module.getBlock().forward(new ParameterStore(), new NDList(pixels), false);
        } catch (EngineException failure) {
            if (Torch.outOfMemory(failure)) {
                throw failure;
            }
            throw new LocalizerException(
                    "The TorchScript module " + script.file() + " stopped over a clip (" + TorchScript.said(failure)
                            + "); mend it, or what its config.json says of it.",
                    failure);
        }
        Shape needed = new Shape(pixels.getShape().get(0), width);
        if (told.size() != 1
                || !told.get(0).getShape().equals(needed)
                || told.get(0).getDataType() != DataType.FLOAT32) {
            String given = told.size() == 1
                    ? told.get(0).getDataType() + " " + told.get(0).getShape()
                    : told.size() + " results";
            told.close();
            throw new LocalizerException("The TorchScript module " + script.file() + " gives " + given
                    + " where its config.json wants one result of float32 " + needed + "; mend one of the two.");
        }
        return told.get(0);
    }

    @Override
    public NDArray classes(NDArray features) throws LocalizerException {
        if (labels.isEmpty()) {
            throw new LocalizerException("The TorchScript module " + script.file()
                    + " gives features and tells no classes; it is an encoder only.");
        }
        return Layers.times(features, 1); // an array of its own, since whoever asks closes the features
    }
}
