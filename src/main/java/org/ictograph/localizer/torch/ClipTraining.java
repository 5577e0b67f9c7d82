package org.ictograph.localizer.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.work.Progress;

/**
 * One fine-tuning of a clip network on clips that show a behaviour and others that do not. What chance decides follows from the
 * seed and the number of the epoch alone, so going on from a checkpoint gives the same bits as never having stopped. Confined
 * to one thread, and one at a time in a process.
 */
final class ClipTraining implements AutoCloseable {
    private static final int CLASSES = 2;

    /** A clip with what is true of it. */
    record Example(StoredClip clip, boolean shows) {}

    private final Torch torch;
    private final ClipRecipe recipe;
    private final Sight sight;
    private final List<Example> examples;
    private final Rounds rounds;
    private final MomentumState state;
    private final ClipClassifier network;
    private final float[] balance;

    /** Goes on from the newest checkpoint; where there is none, begins with these weights. */
    ClipTraining(
            Torch torch,
            ClipRecipe recipe,
            ModelFolder kind,
            Map<String, Safetensors.Tensor> weights,
            Sight sight,
            Checkpoints checkpoints,
            List<Example> examples)
            throws LocalizerException {
        this.torch = torch;
        this.recipe = recipe;
        this.sight = sight;
        this.examples = List.copyOf(examples);
        long shows = examples.stream().filter(Example::shows).count();
        long others = examples.size() - shows;
        if (shows == 0 || others == 0) {
            throw new LocalizerException("Of the clips to learn from " + shows + " show it and " + others
                    + " do not; both are needed. Mark more of it, or watch time without it.");
        }
        balance = new float[] {(float) (examples.size() / (2.0 * others)), (float) (examples.size() / (2.0 * shows))};
        Checkpoints.Checkpoint reached = Rounds.reached(checkpoints, () -> MomentumState.fresh(weights));
        rounds = new Rounds(recipe.epochs(), recipe.seed(), checkpoints, reached);
        state = MomentumState.of(torch, reached.step(), reached.tensors());
        try {
            network = kind.classifier(state.weights());
        } catch (LocalizerException failure) {
            state.close();
            throw failure;
        }
    }

    /** Cross-entropy of each round so far. */
    List<Double> losses() {
        return rounds.losses();
    }

    /** The weights that count. */
    Weights outcome() {
        return state.weights();
    }

    /**
     * Makes the epochs that are left; each is kept when it is done.
     *
     * @param heard hears of the losses so far, at the start and after each round
     * @throws LocalizerException when the loss is no number any more, or what was reached cannot be kept
     * @throws java.util.concurrent.CancellationException when the progress says so; the epochs done are kept
     */
    void run(Progress progress, Consumer<List<Double>> heard) throws LocalizerException {
        rounds.run(examples, ClipRecipe.BATCH, this::step, state, progress, heard);
    }

    private double step(List<Example> batch, Random random, int steps) throws LocalizerException {
        double found;
        try (NDManager manager = torch.manager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            float[] truth = new float[CLASSES * batch.size()];
            for (int i = 0; i < batch.size(); i++) {
                truth[CLASSES * i + (batch.get(i).shows() ? 1 : 0)] = 1;
            }
            float[][] shown = new float[batch.size()][];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = pixels(batch.get(i).clip(), ClipVariation.random(random));
            }
            if (recipe.mixup() > 0) {
                mix(shown, truth, random);
            }
            NDArray loss = loss(network.logits(pixels(manager, shown)), truth);
            found = loss.getFloat();
            if (Double.isFinite(found)) {
                collector.backward(loss);
            }
        }
        double rate = recipe.rateIn(rounds.made());
        if (!Double.isFinite(found)
                || !Double.isFinite(state.descend(
                        torch, rate, ClipRecipe.MOMENTUM, ClipRecipe.WEIGHT_DECAY, ClipRecipe.LONGEST_GRADIENT))) {
            throw rounds.notANumber();
        }
        return found;
    }

    /** −Σ w t log p / Σ w t, over clips and classes, as PyTorch weights it. */
    private NDArray loss(NDArray logits, float[] truth) {
        float[] shares = new float[truth.length];
        double all = 0;
        for (int i = 0; i < truth.length; i++) {
            shares[i] = -truth[i] * balance[i % CLASSES];
            all -= shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= (float) all;
        }
        NDArray wanted =
                Layers.array(logits.getManager(), shares, logits.getShape().getShape());
        return logits.logSoftmax(1).mul(wanted).sum();
    }

    /** Lays over each clip another of the batch, thinly (Zhang 2018): what is true of both is true of the mixture. */
    private void mix(float[][] shown, float[] truth, Random random) {
        double stays = beta(recipe.mixup(), random);
        float own = (float) stays;
        float other = (float) (1 - stays);
        float[][] before = shown.clone();
        float[] told = truth.clone();
        for (int i = 0; i < shown.length; i++) {
            int with = shown.length - 1 - i;
            float[] mixed = new float[before[i].length];
            for (int j = 0; j < mixed.length; j++) {
                mixed[j] = own * before[i][j] + other * before[with][j];
            }
            shown[i] = mixed;
            for (int c = 0; c < CLASSES; c++) {
                truth[CLASSES * i + c] = own * told[CLASSES * i + c] + other * told[CLASSES * with + c];
            }
        }
    }

    /**
     * A number of the distribution Beta(a, a), for a above 0 up to 1 (Jöhnk 1964). Where a is so small that both powers vanish,
     * their ratio is taken from the logarithms.
     */
    static double beta(double a, Random random) {
        while (true) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            double x = Math.pow(u, 1 / a);
            double y = Math.pow(v, 1 / a);
            if (x + y == 0) {
                return 1 / (1 + Math.exp((Math.log(v) - Math.log(u)) / a));
            }
            if (x + y <= 1) {
                return x / (x + y);
            }
        }
    }

    private float[] pixels(StoredClip clip, ClipVariation variation) throws LocalizerException {
        List<float[]> pictures = new ArrayList<>();
        for (int frame = 0; frame < clip.frames(); frame++) {
            pictures.add(variation.apply(clip, frame));
        }
        Preprocessing shape = sight.preprocessing();
        float[] pixels = new float[clip.frames() * shape.channels() * clip.size() * clip.size()];
        sight.put(pictures, pixels, 0);
        return pixels;
    }

    private NDArray pixels(NDManager manager, float[][] shown) {
        float[] all = new float[shown.length * shown[0].length];
        for (int i = 0; i < shown.length; i++) {
            System.arraycopy(shown[i], 0, all, i * shown[i].length, shown[i].length);
        }
        int size = sight.preprocessing().size();
        int channels = sight.preprocessing().channels();
        return Layers.array(manager, all, shown.length, network.tubelets().frames(), channels, size, size);
    }

    /** How sure the network is that each clip shows it, from 0 to 1; the clips are shown as they are. */
    List<Double> scores(List<StoredClip> clips, Progress progress) throws LocalizerException {
        List<Double> scores = new ArrayList<>();
        for (int from = 0; from < clips.size(); from += ClipRecipe.BATCH) {
            progress.check();
            List<StoredClip> batch = clips.subList(from, Math.min(clips.size(), from + ClipRecipe.BATCH));
            float[][] shown = new float[batch.size()][];
            for (int i = 0; i < shown.length; i++) {
                shown[i] = pixels(batch.get(i), ClipVariation.NONE);
            }
            try (NDManager manager = torch.manager()) {
                float[] shares =
                        network.logits(pixels(manager, shown)).softmax(1).toFloatArray();
                for (int i = 0; i < batch.size(); i++) {
                    scores.add((double) shares[CLASSES * i + 1]);
                }
            }
        }
        return scores;
    }

    @Override
    public void close() {
        state.close();
    }
}
