package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import java.util.List;
import org.ictograph.localizer.LocalizerException;

/**
 * An encoder that is small enough for any CPU, after the motion energy of Adelson and Bergen (1985): how strongly the brightness
 * of each place swings at each of some frequencies, as the squares of two filters a quarter of a cycle apart. Of each frequency
 * it tells the mean over all places, the same with each place weighted by its share at that frequency (large where something
 * repeats, small where something merely moves), and the strongest place; and of all together where they are, how far apart and on
 * how many places. It has learned nothing, see {@link MotionFilters}; what sits on top of it does.
 */
final class MotionEnergy implements ClipClassifier {
    /** As {@code config.json} names it. */
    static final String KIND = "motion-energy";

    private static final int POOLS = 3;
    private static final int PLACES = 5;

    /** Per frequency, what is below counts as no motion: (1 step of brightness of 255)² / 8. */
    private static final float FLOOR = (float) (1 / (8.0 * 255 * 255));

    private static final double SCALE = 0.25;

    private final Tubelets tubelets;
    private final NDArray filters;
    private final NDArray places;

    /** @throws LocalizerException when weights and configuration do not fit this network */
    MotionEnergy(NetworkConfig config, Weights weights) throws LocalizerException {
        tubelets = Tubelets.of(config);
        int frequencies = weights.length("filters", 1) / 2;
        filters = weights.take("filters", tubelets.frames(), 2L * frequencies);
        places = weights.take("places", (long) tubelets.size() * tubelets.size(), 2);
        if (tubelets.channels() != 1) {
            throw new LocalizerException("Motion energy is that of brightness, one channel, not of "
                    + tubelets.channels() + "; mend num_channels in config.json.");
        }
    }

    @Override
    public Tubelets tubelets() {
        return tubelets;
    }

    @Override
    public int width() {
        return POOLS * frequencies() + PLACES;
    }

    private int frequencies() {
        return Math.toIntExact(filters.getShape().get(1) / 2);
    }

    @Override
    public List<String> labels() {
        return List.of();
    }

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        tubelets.require(pixels);
        return Layers.scoped(pixels, this::pooled);
    }

    private NDArray pooled(NDArray pixels) {
        long batch = pixels.getShape().get(0);
        long area = (long) tubelets.size() * tubelets.size();
        // Places lie last, where the engine adds and compares many at once.
        NDArray swings =
                Layers.local(filters, pixels).transpose().matMul(pixels.reshape(batch, tubelets.frames(), area));
        NDArray squares = swings.square().reshape(batch, frequencies(), 2, area).sum(new int[] {2});
        NDArray energy = Activation.relu(squares.sub(FLOOR));
        NDArray all = energy.sum(new int[] {1}, true);
        NDArray shares = energy.div(all.add(FLOOR));
        NDArray mean = level(energy.mean(new int[] {2}));
        NDArray repeated = level(energy.mul(shares).mean(new int[] {2}));
        NDArray strongest = level(energy.max(new int[] {2}));
        return NDArrays.concat(new NDList(mean, repeated, strongest, where(all.reshape(batch, area))), 1);
    }

    /** 0 where nothing moves, about 2 where an animal walks. */
    private static NDArray level(NDArray energy) {
        return Layers.times(Layers.times(energy, 1 / FLOOR).add(1).log(), SCALE);
    }

    /** Middle and spread of the motion in the cage, which reaches from −1 to 1, and the share of places that move. */
    private NDArray where(NDArray energy) {
        NDArray own = Layers.local(places, energy);
        NDArray sum = energy.sum(new int[] {1}, true);
        NDArray shares = energy.div(sum.add(FLOOR));
        NDArray middle = shares.dot(own);
        NDArray spread =
                Activation.relu(shares.dot(own.square()).sub(middle.square())).sqrt();
        float all = (float) places.getShape().get(0);
        NDArray alike = shares.square().sum(new int[] {1}, true).add(1 / all);
        NDArray count = alike.onesLike().div(Layers.times(alike, all));
        return NDArrays.concat(new NDList(middle, spread, count), 1);
    }

    @Override
    public NDArray classes(NDArray features) throws LocalizerException {
        throw new LocalizerException("Motion energy tells no classes; it is an encoder only.");
    }
}
