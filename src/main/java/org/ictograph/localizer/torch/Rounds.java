package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ictograph.localizer.LocalizerException;
import org.ictograph.localizer.Trained;
import org.ictograph.work.Progress;

/**
 * The epochs of a training that shows all its examples in each, shuffled anew. What chance decides follows from the seed and
 * the number of the epoch alone, so going on from a checkpoint gives the same bits as never having stopped. Confined to one
 * thread.
 */
final class Rounds {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int wanted;
    private final long seed;
    private final Checkpoints checkpoints;
    private final List<Trained.Epoch> epochs;

    /** One step down. */
    interface Step<T> {
        /**
         * @param steps of each epoch
         * @return mean loss of the batch
         */
        double down(List<T> batch, Random random, int steps) throws LocalizerException;
    }

    /** What a training carries from step to step. */
    interface Carried {
        long step();

        Map<String, Safetensors.Tensor> tensors();
    }

    Rounds(int wanted, long seed, Checkpoints checkpoints, Checkpoints.Checkpoint reached) {
        this.wanted = wanted;
        this.seed = seed;
        this.checkpoints = checkpoints;
        this.epochs = new ArrayList<>(reached.epochs());
    }

    /**
     * The newest checkpoint; where there is none, what a training begins with.
     *
     * @param fresh what is carried before the first step
     */
    static Checkpoints.Checkpoint reached(Checkpoints checkpoints, Supplier<Map<String, Safetensors.Tensor>> fresh)
            throws LocalizerException {
        return checkpoints.any()
                ? checkpoints.newest()
                : new Checkpoints.Checkpoint(checkpoints.identity(), 0, 1, List.of(), fresh.get());
    }

    /** Epochs that were made. */
    int made() {
        return epochs.size();
    }

    /** Loss of each epoch so far. */
    List<Double> losses() {
        return epochs.stream().map(Trained.Epoch::loss).toList();
    }

    /**
     * Makes the epochs that are left; each is kept when it is done.
     *
     * @param heard hears of the losses so far, at the start and after each epoch
     * @throws LocalizerException when the loss is no number any more, or what was reached cannot be kept
     * @throws java.util.concurrent.CancellationException when the progress says so; the epochs done are kept
     */
    <T> void run(
            List<T> examples, int batch, Step<T> step, Carried carried, Progress progress, Consumer<List<Double>> heard)
            throws LocalizerException {
        heard.accept(losses());
        while (epochs.size() < wanted) {
            double loss = epoch(examples, batch, step, progress);
            Map<String, Safetensors.Tensor> tensors = carried.tensors();
            if (!tensors.values().stream().allMatch(Safetensors.Tensor::finite)) {
                throw notANumber();
            }
            epochs.add(Trained.Epoch.of(loss));
            heard.accept(losses());
            checkpoints.keep(new Checkpoints.Checkpoint(checkpoints.identity(), carried.step(), 1, epochs, tensors));
        }
    }

    private <T> double epoch(List<T> examples, int size, Step<T> step, Progress progress) throws LocalizerException {
        Random random = new Random(seed ^ (epochs.size() + 1) * SPREAD);
        List<T> order = new ArrayList<>(examples);
        Collections.shuffle(order, random);
        int steps = (order.size() + size - 1) / size;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            progress.check();
            report(progress, (double) i / steps);
            List<T> batch = order.subList(i * size, Math.min(order.size(), (i + 1) * size));
            sum += step.down(batch, random, steps) * batch.size();
        }
        return sum / order.size();
    }

    private void report(Progress progress, double done) {
        String last = epochs.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", loss %.4f",
                        epochs.get(epochs.size() - 1).loss());
        progress.report((epochs.size() + done) / wanted, "epoch " + (epochs.size() + 1) + " of " + wanted + last);
    }

    /** What to say when nothing more can be learned. */
    LocalizerException notANumber() {
        return new LocalizerException("In epoch " + (epochs.size() + 1)
                + " the loss is no number any more, so nothing more can be learned; begin again with a lower "
                + "rate or another seed, and make sure that the encoder's preprocessor_config.json belongs to its "
                + "weights.");
    }
}
