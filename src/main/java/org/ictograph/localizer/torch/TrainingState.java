package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a training carries from step to step: the weights, AdamW's moving means of gradients and of their squares
 * (Loshchilov 2019, as PyTorch computes it), and the moving average of the weights, which is the outcome. Confined to one
 * thread.
 */
final class TrainingState implements Rounds.Carried, AutoCloseable {
    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double TINY = 1e-8;

    private final Weights weights;
    private final Weights first;
    private final Weights second;
    private final Weights average;
    private long step;

    /** Takes over the weights, which close with it. */
    private TrainingState(Weights weights, Weights first, Weights second, Weights average, long step) {
        this.weights = weights;
        this.first = first;
        this.second = second;
        this.average = average;
        this.step = step;
        weights.arrays().values().forEach(array -> array.setRequiresGradient(true));
    }

    static TrainingState begin(Torch torch, Map<String, Safetensors.Tensor> weights) {
        return of(torch, 0, fresh(weights));
    }

    /** What is carried before the first step, as {@link #tensors} gives it. */
    static Map<String, Safetensors.Tensor> fresh(Map<String, Safetensors.Tensor> weights) {
        Map<String, Safetensors.Tensor> zeros = Weights.zeros(weights);
        Map<String, Safetensors.Tensor> all = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> all.put("weights." + name, tensor));
        zeros.forEach((name, tensor) -> all.put("first." + name, tensor));
        zeros.forEach((name, tensor) -> all.put("second." + name, tensor));
        weights.forEach((name, tensor) -> all.put("average." + name, tensor));
        return all;
    }

    /** All of it by names, for a checkpoint. */
    @Override
    public Map<String, Safetensors.Tensor> tensors() {
        Map<String, Safetensors.Tensor> all = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> all.put("weights." + name, tensor));
        first.tensors().forEach((name, tensor) -> all.put("first." + name, tensor));
        second.tensors().forEach((name, tensor) -> all.put("second." + name, tensor));
        average.tensors().forEach((name, tensor) -> all.put("average." + name, tensor));
        return all;
    }

    /** What {@link #tensors} gave. */
    static TrainingState of(Torch torch, long step, Map<String, Safetensors.Tensor> tensors) {
        return new TrainingState(
                Weights.of(torch, "in training", Checkpoints.part(tensors, "weights.")),
                Weights.of(torch, "in training", Checkpoints.part(tensors, "first.")),
                Weights.of(torch, "in training", Checkpoints.part(tensors, "second.")),
                Weights.of(torch, "in training", Checkpoints.part(tensors, "average.")),
                step);
    }

    Weights weights() {
        return weights;
    }

    Weights average() {
        return average;
    }

    /** Steps that were made. */
    @Override
    public long step() {
        return step;
    }

    /**
     * Goes down the gradients that the weights have, and clears them.
     *
     * @param longest norm of all gradients together; longer ones are shortened to it
     * @return that norm before; when it is no finite number nothing was changed
     */
    double descend(Torch torch, double rate, double decay, double longest) {
        try (NDManager scope = torch.manager()) {
            Gradients gradients = Gradients.of(weights, scope);
            if (!Double.isFinite(gradients.norm())) {
                return gradients.norm();
            }
            step++;
            double shorter = gradients.shortenedTo(longest);
            for (Map.Entry<String, NDArray> gradient : gradients.arrays().entrySet()) {
                update(gradient.getKey(), gradient.getValue(), shorter, new double[] {rate, decay});
                gradient.getValue().subi(Layers.local(gradient.getValue(), gradient.getValue()));
            }
            return gradients.norm();
        }
    }

    private void update(String name, NDArray raw, double shorter, double[] pace) {
        double rate = pace[0];
        NDManager scope = raw.getManager();
        NDArray gradient = Layers.times(raw, shorter);
        NDArray weight = array(weights, name).stopGradient();
        weight.attach(scope);
        NDArray mean = Layers.local(array(first, name), raw);
        NDArray square = Layers.local(array(second, name), raw);
        NDArray slow = Layers.local(array(average, name), raw);
        mean.muli(number(scope, FIRST)).addi(Layers.times(gradient, 1 - FIRST));
        square.muli(number(scope, SECOND)).addi(Layers.times(gradient.square(), 1 - SECOND));
        NDArray deviation = Layers.times(square.sqrt(), 1 / Math.sqrt(1 - Math.pow(SECOND, (double) step)))
                .add((float) TINY);
        if (decays(name, weight.getShape())) {
            weight.muli(number(scope, 1 - rate * pace[1]));
        }
        weight.subi(Layers.times(mean.div(deviation), rate / (1 - Math.pow(FIRST, (double) step))));
        double stays = Recipe.stays(step - 1);
        slow.muli(number(scope, stays)).addi(Layers.times(weight, 1 - stays));
    }

    /** Convolutions decay; norms, biases and scales do not. */
    static boolean decays(String name, Shape shape) {
        return name.endsWith(".weight") && shape.dimension() == 3 && !(shape.get(0) == 1 && shape.get(2) == 1);
    }

    private static NDArray array(Weights weights, String name) {
        return Objects.requireNonNull(weights.arrays().get(name));
    }

    private static NDArray number(NDManager scope, double number) {
        return scope.full(new Shape(), (float) number);
    }

    @Override
    public void close() {
        weights.close();
        first.close();
        second.close();
        average.close();
    }
}
