package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.List;

/**
 * What RaSeformer is trained by: the focal loss of all valid points (Lin 2017, α 0.25, γ 2) plus the distance-IoU loss of
 * those that learn a segment (Zheng 2020, along time), both divided by the running number of such points. That number goes on
 * from step to step, so one object belongs to one training run. Confined to one thread.
 */
final class LocalizationLoss {
    private static final double MOMENTUM = 0.9;
    private static final double ALPHA = 0.25;
    private static final float TINY = 1e-8f;

    /**
     * Scalars to look at and, the sum, to go backward from.
     *
     * @param learning points that learn a segment
     */
    record Losses(NDArray classes, NDArray offsets, NDArray sum, int learning) {}

    private double normaliser;

    /** @param normaliser where the running number begins; published: 100 for small batches */
    LocalizationLoss(double normaliser) {
        this.normaliser = normaliser;
    }

    /** To be kept with a training run that is to go on later. */
    double normaliser() {
        return normaliser;
    }

    /** @param truth known segments for each of the batch, in steps of the input */
    Losses of(List<RaSeformer.Level> levels, List<List<Segment>> truth) {
        NDArray logits = points(levels.stream().map(RaSeformer.Level::logits).toList());
        NDArray offsets = points(levels.stream().map(RaSeformer.Level::offsets).toList());
        NDArray mask = points(levels.stream().map(RaSeformer.Level::mask).toList());
        NDManager manager = logits.getManager();
        int classes = Math.toIntExact(logits.getShape().get(1));
        List<Integer> lengths = levels.stream()
                .map(level -> Math.toIntExact(level.mask().getShape().get(2)))
                .toList();
        int points = lengths.stream().mapToInt(Integer::intValue).sum();
        float[] valid = mask.toFloatArray();
        float[] wanted = new float[truth.size() * points * classes];
        List<Float> distances = new ArrayList<>();
        List<Long> learning = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            PointAssignment assignment = PointAssignment.of(lengths, truth.get(i), classes);
            System.arraycopy(assignment.classes(), 0, wanted, i * points * classes, points * classes);
            for (int point = 0; point < points; point++) {
                if (assignment.learns(point) && valid[i * points + point] > 0) {
                    learning.add((long) i * points + point);
                    distances.add(assignment.offsets()[2 * point]);
                    distances.add(assignment.offsets()[2 * point + 1]);
                }
            }
        }
        normaliser = MOMENTUM * normaliser + (1 - MOMENTUM) * Math.max(learning.size(), 1);
        NDArray focal = focal(
                        logits, Layers.array(manager, wanted, logits.getShape().getShape()))
                .mul(mask)
                .sum();
        NDArray classLoss = Layers.times(focal, 1 / normaliser);
        NDArray offsetLoss = learning.isEmpty()
                ? Layers.times(offsets.sum(), 0)
                : Layers.times(
                        distance(rows(offsets, learning), rows(manager, distances))
                                .sum(),
                        1 / normaliser);
        return new Losses(classLoss, offsetLoss, classLoss.add(offsetLoss), learning.size());
    }

    /** Levels of [batch, n, steps] → [batch · all points, n]. */
    private static NDArray points(List<NDArray> levels) {
        NDList turned = new NDList();
        levels.forEach(level -> turned.add(level.transpose(0, 2, 1)));
        NDArray all = NDArrays.concat(turned, 1);
        return all.reshape(-1, all.getShape().get(2));
    }

    private static NDArray rows(NDArray x, List<Long> numbers) {
        long width = x.getShape().get(1);
        long[] places = numbers.stream().mapToLong(Long::longValue).toArray();
        NDArray index = Layers.places(x.getManager(), places, places.length, 1);
        return x.gather(index.broadcast(new Shape(numbers.size(), width)), 0);
    }

    private static NDArray rows(NDManager manager, List<Float> pairs) {
        float[] numbers = new float[pairs.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = pairs.get(i);
        }
        return Layers.array(manager, numbers, numbers.length / 2, 2);
    }

    /**
     * α_t (1 − p_t)² · −log p_t for each number, p_t the probability given to what is true. The logarithm in the form that
     * does not overflow: max(x, 0) − x t + log(1 + e^−|x|).
     */
    private static NDArray focal(NDArray x, NDArray target) {
        NDArray other = target.neg().add(1);
        NDArray p = Activation.sigmoid(x);
        NDArray entropy = Activation.relu(x)
                .sub(x.mul(target))
                .add(x.abs().neg().exp().add(1).log());
        NDArray right = p.mul(target).add(p.neg().add(1).mul(other));
        NDArray alpha = Layers.times(target, ALPHA).add(Layers.times(other, 1 - ALPHA));
        return entropy.mul(right.neg().add(1).square()).mul(alpha);
    }

    /**
     * 1 − IoU + (distance of the middles / length of the hull)² for pairs of segments around the same point, each given by its
     * distances to start and end, [n, 2].
     */
    private static NDArray distance(NDArray said, NDArray known) {
        NDArray saidStart = said.get(":, 0");
        NDArray saidEnd = said.get(":, 1");
        NDArray knownStart = known.get(":, 0");
        NDArray knownEnd = known.get(":, 1");
        NDArray common = saidEnd.minimum(knownEnd).add(saidStart.minimum(knownStart));
        NDArray union = saidStart.add(saidEnd).add(knownStart.add(knownEnd)).sub(common);
        NDArray hull = saidStart.maximum(knownStart).add(saidEnd.maximum(knownEnd));
        NDArray apart = Layers.times(saidEnd.sub(saidStart).sub(knownEnd).add(knownStart), 0.5);
        NDArray overlap = common.div(union.maximum(TINY));
        return overlap.neg().add(1).add(apart.div(hull.maximum(TINY)).square());
    }
}
