package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What stochastic gradient descent with momentum carries from step to step, as PyTorch computes it: velocity = momentum ·
 * velocity + (gradient + decay · weight); weight −= rate · velocity. Confined to one thread.
 */
final class MomentumState implements Rounds.Carried, AutoCloseable {
    private static final String WEIGHTS = "weights.";
    private static final String VELOCITY = "velocity.";

    private final Weights weights;
    private final Weights velocity;
    private long step;

    private MomentumState(Weights weights, Weights velocity, long step) {
        this.weights = weights;
        this.velocity = velocity;
        this.step = step;
        weights.arrays().values().forEach(array -> array.setRequiresGradient(true));
    }

    static MomentumState begin(Torch torch, Map<String, Safetensors.Tensor> weights) {
        return of(torch, 0, fresh(weights));
    }

    /** What is carried before the first step, as {@link #tensors} gives it. */
    static Map<String, Safetensors.Tensor> fresh(Map<String, Safetensors.Tensor> weights) {
        Map<String, Safetensors.Tensor> all = new LinkedHashMap<>();
        weights.forEach((name, tensor) -> all.put(WEIGHTS + name, tensor));
        Weights.zeros(weights).forEach((name, tensor) -> all.put(VELOCITY + name, tensor));
        return all;
    }

    /** What {@link #tensors} gave. */
    static MomentumState of(Torch torch, long step, Map<String, Safetensors.Tensor> tensors) {
        return new MomentumState(
                Weights.of(torch, "in training", Checkpoints.part(tensors, WEIGHTS)),
                Weights.of(torch, "in training", Checkpoints.part(tensors, VELOCITY)),
                step);
    }

    /** All of it by names, for a checkpoint. */
    @Override
    public Map<String, Safetensors.Tensor> tensors() {
        Map<String, Safetensors.Tensor> all = new LinkedHashMap<>();
        weights.tensors().forEach((name, tensor) -> all.put(WEIGHTS + name, tensor));
        velocity.tensors().forEach((name, tensor) -> all.put(VELOCITY + name, tensor));
        return all;
    }

    Weights weights() {
        return weights;
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
    double descend(Torch torch, double rate, double momentum, double decay, double longest) {
        try (NDManager scope = torch.manager()) {
            Gradients gradients = Gradients.of(weights, scope);
            if (!Double.isFinite(gradients.norm())) {
                return gradients.norm();
            }
            step++;
            double shorter = gradients.shortenedTo(longest);
            for (Map.Entry<String, NDArray> entry : gradients.arrays().entrySet()) {
                NDArray gradient = entry.getValue();
                NDArray weight = Objects.requireNonNull(weights.arrays().get(entry.getKey()))
                        .stopGradient();
                weight.attach(scope);
                NDArray moving =
                        Layers.local(Objects.requireNonNull(velocity.arrays().get(entry.getKey())), gradient);
                NDArray pull = Layers.times(gradient, shorter).add(Layers.times(weight, decay));
                moving.muli(scope.full(new Shape(), (float) momentum)).addi(pull);
                weight.subi(Layers.times(moving, rate));
                gradient.subi(Layers.local(gradient, gradient));
            }
            return gradients.norm();
        }
    }

    @Override
    public void close() {
        weights.close();
        velocity.close();
    }
}
