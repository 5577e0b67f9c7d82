package org.ictograph.localizer.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.work.Progress;

/**
 * One pre-training of a VideoMAE on clips: part of the places is hidden, the same in each picture of a clip, and the network says
 * what is there. What chance decides follows from the seed and the number of the epoch alone, so going on from a checkpoint
 * gives the same bits as never having stopped. Confined to one thread, and one at a time in a process.
 */
final class Pretraining implements AutoCloseable {

    private final Torch torch;
    private final PretrainRecipe recipe;
    private final Preprocessing preprocessing;
    private final List<StoredClip> clips;
    private final Rounds rounds;
    private final TrainingState state;
    private final VideoMaePretraining network;

    /** Goes on from the newest checkpoint; where there is none, begins with these weights. */
    Pretraining(
            Torch torch,
            PretrainRecipe recipe,
            NetworkConfig config,
            Map<String, Safetensors.Tensor> weights,
            Preprocessing preprocessing,
            Checkpoints checkpoints,
            List<StoredClip> clips)
            throws LocalizerException {
        this.torch = torch;
        this.recipe = recipe;
        this.preprocessing = preprocessing;
        this.clips = List.copyOf(clips);
        Checkpoints.Checkpoint reached = Rounds.reached(checkpoints, () -> TrainingState.fresh(weights));
        rounds = new Rounds(recipe.epochs(), recipe.seed(), checkpoints, reached);
        state = TrainingState.of(torch, reached.step(), reached.tensors());
        try {
            network = new VideoMaePretraining(config, state.weights());
            state.weights().requireAllTaken();
        } catch (LocalizerException failure) {
            state.close();
            throw failure;
        }
    }

    /** Loss of each round so far. */
    List<Double> losses() {
        return rounds.losses();
    }

    /** The weights that count. */
    Weights outcome() {
        return state.average();
    }

    /**
     * Makes the epochs that are left; each is kept when it is done.
     *
     * @param heard hears of the losses so far, at the start and after each round
     * @throws LocalizerException when the loss is no number any more, or what was reached cannot be kept
     * @throws java.util.concurrent.CancellationException when the progress says so; the epochs done are kept
     */
    void run(Progress progress, Consumer<List<Double>> heard) throws LocalizerException {
        rounds.run(clips, PretrainRecipe.BATCH, this::step, state, progress, heard);
    }

    private double step(List<StoredClip> batch, Random random, int steps) throws LocalizerException {
        double rate = recipe.rateAt(state.step(), steps);
        double found;
        try (NDManager manager = torch.manager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray pixels = pixels(manager, batch, random);
            TubeMask mask = TubeMask.random(network.tubelets(), recipe.mask(), random);
            NDArray loss = network.loss(pixels, mask);
            found = loss.getFloat();
            if (Double.isFinite(found)) {
                collector.backward(loss);
            }
        }
        if (!Double.isFinite(found)
                || !Double.isFinite(state.descend(torch, rate, 0, PretrainRecipe.LONGEST_GRADIENT))) {
            throw rounds.notANumber();
        }
        return found;
    }

    private NDArray pixels(NDManager manager, List<StoredClip> batch, Random random) {
        int size = preprocessing.size();
        int channels = preprocessing.channels();
        int frames = batch.get(0).frames();
        float[] pixels = new float[batch.size() * frames * channels * size * size];
        int at = 0;
        for (StoredClip clip : batch) {
            boolean mirrored = random.nextBoolean();
            for (int frame = 0; frame < frames; frame++) {
                for (int channel = 0; channel < channels; channel++) {
                    for (int i = 0; i < size * size; i++) {
                        int column = mirrored ? size - 1 - i % size : i % size;
                        pixels[at++] = preprocessing.value(clip.at(frame, i / size, column), channel);
                    }
                }
            }
        }
        return Layers.array(manager, pixels, batch.size(), frames, channels, size, size);
    }

    /** Shares of the encoder among the names of a pre-training. */
    static boolean ofEncoder(String name) {
        return name.startsWith("videomae.");
    }

    /** Where a network that begins from nothing says what it is. */
    static NetworkConfig fresh(VideoMaeSize size) {
        return NetworkConfig.of(Path.of("config.json"), FreshVideoMae.config(size));
    }

    @Override
    public void close() {
        state.close();
    }
}
