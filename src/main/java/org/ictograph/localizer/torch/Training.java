package org.ictograph.localizer.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.ictograph.work.Progress;

/**
 * One training of a RaSeformer on features. Each epoch goes through all windows with an event and as many without, drawn anew.
 * What chance decides follows from the seed and the number of the epoch alone, so going on from a checkpoint gives the same
 * bits as never having stopped. Confined to one thread, and one at a time in a process, as the engine wants it.
 */
final class Training implements AutoCloseable {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Losses before they are divided by the running number of points, which changes from step to step. */
    private record Sums(double classes, double edges, long points) {
        Sums plus(Sums more) {
            return new Sums(classes + more.classes, edges + more.edges, points + more.points);
        }

        boolean finite() {
            return Double.isFinite(classes + edges);
        }

        Trained.Epoch epoch() {
            return new Trained.Epoch(
                    classes / Math.max(1, points), edges / Math.max(1, points), OptionalDouble.empty());
        }
    }

    private final Torch torch;
    private final Recipe recipe;
    private final Checkpoints checkpoints;
    private final List<TrainingWindow> busy;
    private final List<TrainingWindow> empty;
    private final List<Trained.Epoch> epochs;
    private final TrainingState state;
    private final RaSeformer network;
    private final LocalizationLoss loss;

    private Training(
            Torch torch,
            Recipe recipe,
            RaSeformer.Design design,
            Checkpoints checkpoints,
            Checkpoints.Checkpoint reached,
            List<TrainingWindow> windows)
            throws LocalizerException {
        this.torch = torch;
        this.recipe = recipe;
        this.checkpoints = checkpoints;
        busy = windows.stream().filter(window -> !window.truth().isEmpty()).toList();
        empty = windows.stream().filter(window -> window.truth().isEmpty()).toList();
        if (busy.isEmpty()) {
            throw new LocalizerException("None of the animals to learn from has an event in time that was looked at.");
        }
        epochs = new ArrayList<>(reached.epochs());
        loss = new LocalizationLoss(reached.normaliser());
        state = TrainingState.of(torch, reached.step(), reached.tensors());
        try {
            network = new RaSeformer(design, state.weights());
        } catch (LocalizerException failure) {
            state.close();
            throw failure;
        }
    }

    /** Begins with weights that have learned nothing. */
    static Training begin(
            Torch torch,
            Recipe recipe,
            RaSeformer.Design design,
            int classes,
            Checkpoints checkpoints,
            List<TrainingWindow> windows)
            throws LocalizerException {
        int inputs = windows.isEmpty() ? 0 : windows.get(0).steps().get(0).length;
        Map<String, Safetensors.Tensor> head = FreshHead.of(design, inputs, recipe.channels(), classes, recipe.seed());
        Checkpoints.Checkpoint none = new Checkpoints.Checkpoint(
                checkpoints.identity(), 0, Recipe.NORMALISER, List.of(), TrainingState.fresh(head));
        return new Training(torch, recipe, design, checkpoints, none, windows);
    }

    /** Goes on from the newest checkpoint. */
    static Training resume(
            Torch torch, Recipe recipe, RaSeformer.Design design, Checkpoints checkpoints, List<TrainingWindow> windows)
            throws LocalizerException {
        return new Training(torch, recipe, design, checkpoints, checkpoints.newest(), windows);
    }

    /** The rounds so far. */
    List<Trained.Epoch> epochs() {
        return List.copyOf(epochs);
    }

    /** The weights that are changed by each step. */
    Weights weights() {
        return state.weights();
    }

    /** The weights that count. */
    Weights outcome() {
        return state.average();
    }

    /**
     * Makes the epochs that are left; each is kept when it is done.
     *
     * @throws LocalizerException when the loss is no number any more, or what was reached cannot be kept
     * @throws java.util.concurrent.CancellationException when the progress says so; the epochs done are kept
     */
    void run(Progress progress) throws LocalizerException {
        run(progress, sofar -> {}, outcome -> OptionalDouble.empty());
    }

    /** Measures weights after a round, without changing anything. */
    @FunctionalInterface
    interface Scorer {
        OptionalDouble score(Weights outcome) throws LocalizerException;
    }

    /** @param heard hears of the rounds so far, at the start and after each one */
    void run(Progress progress, Consumer<List<Trained.Epoch>> heard, Scorer scorer) throws LocalizerException {
        heard.accept(epochs());
        while (epochs.size() < recipe.epochs()) {
            Trained.Epoch made = epoch(progress);
            Map<String, Safetensors.Tensor> tensors = state.tensors();
            if (!tensors.values().stream().allMatch(Safetensors.Tensor::finite)) {
                throw notANumber();
            }
            epochs.add(made.scoring(scorer.score(outcome())));
            heard.accept(epochs());
            checkpoints.keep(new Checkpoints.Checkpoint(
                    checkpoints.identity(), state.step(), loss.normaliser(), epochs, tensors));
        }
    }

    private Trained.Epoch epoch(Progress progress) throws LocalizerException {
        Random random = new Random(recipe.seed() ^ (epochs.size() + 1) * SPREAD);
        List<TrainingWindow> order = drawn(random);
        int steps = (order.size() + Recipe.BATCH - 1) / Recipe.BATCH;
        Sums sums = new Sums(0, 0, 0);
        for (int i = 0; i < steps; i++) {
            progress.check();
            report(progress, (double) i / steps);
            int from = i * Recipe.BATCH;
            List<TrainingWindow> batch = order.subList(from, Math.min(order.size(), from + Recipe.BATCH));
            sums = sums.plus(step(batch, random, recipe.rateAt(state.step(), steps)));
        }
        return sums.epoch();
    }

    private void report(Progress progress, double done) {
        String last = epochs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss %.4f",
                        epochs.get(epochs.size() - 1).loss());
        progress.report(
                (epochs.size() + done) / recipe.epochs(),
                "epoch " + (epochs.size() + 1) + " of " + recipe.epochs() + last);
    }

    /** The windows of an epoch; how many there are is the same in each. */
    private List<TrainingWindow> drawn(Random random) {
        List<TrainingWindow> others = new ArrayList<>(empty);
        Collections.shuffle(others, random);
        List<TrainingWindow> order = new ArrayList<>(busy);
        order.addAll(others.subList(0, Math.min(busy.size(), others.size())));
        Collections.shuffle(order, random);
        return order;
    }

    private Sums step(List<TrainingWindow> batch, Random random, double rate) throws LocalizerException {
        int[] valid = batch.stream().mapToInt(window -> window.steps().size()).toArray();
        int longest =
                batch.stream().mapToInt(window -> window.steps().size()).max().orElseThrow();
        int padded = network.design().padded(longest);
        Sums step;
        try (NDManager manager = torch.manager();
                GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            NDArray features = SegmentSearch.padded(
                    manager, batch.stream().map(TrainingWindow::steps).toList(), network.inputs(), padded);
            LocalizationLoss.Losses losses = loss.of(
                    network.apply(features, dropping(batch.size(), random), valid),
                    batch.stream().map(TrainingWindow::truth).toList());
            step = new Sums(
                    losses.classes().getFloat() * loss.normaliser(),
                    losses.offsets().getFloat() * loss.normaliser(),
                    losses.learning());
            if (step.finite()) {
                collector.backward(losses.sum());
            }
        }
        if (!step.finite()
                || !Double.isFinite(state.descend(torch, rate, Recipe.WEIGHT_DECAY, Recipe.LONGEST_GRADIENT))) {
            throw notANumber();
        }
        return step;
    }

    private LocalizerException notANumber() {
        return new LocalizerException("In epoch " + (epochs.size() + 1)
                + " the loss is no number any more, so nothing more can be learned; begin again with a lower rate or "
                + "another seed, and make sure that the encoder's preprocessor_config.json belongs to its weights.");
    }

    /** Leaves a residual away for some of the batch, and makes up for it with the others (Huang 2016). */
    private static UnaryOperator<NDArray> dropping(int batch, Random random) {
        return residual -> {
            float[] factors = new float[batch];
            for (int i = 0; i < batch; i++) {
                factors[i] = random.nextDouble() < Recipe.DROPPED ? 0 : (float) (1 / (1 - Recipe.DROPPED));
            }
            return residual.mul(Layers.array(residual.getManager(), factors, batch, 1, 1));
        };
    }

    @Override
    public void close() {
        state.close();
    }
}
