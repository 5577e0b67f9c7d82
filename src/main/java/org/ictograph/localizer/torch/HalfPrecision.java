package org.ictograph.localizer.torch;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Locale;
import org.ictograph.localizer.LocalizerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network that looks at clips in half precision (16 bits a number, at most 65504) where that changes next to nothing. Both
 * precisions look at the first batch. Half is used from then on when no feature of it differs from the one in full precision by
 * more than {@value #TOLERANCE} of the root mean square of all features of that batch; otherwise, or when the engine cannot compute
 * in half precision, full precision is, and so it is from the first batch on in which half precision overflows. Classes are
 * told in full precision. For looking only: gradients end here. Used by one thread at a time.
 */
final class HalfPrecision implements ClipClassifier {
    /** Part of the root mean square of the features by which one may be off. */
    static final double TOLERANCE = 0.01;

    private static final Logger LOG = LoggerFactory.getLogger(HalfPrecision.class);

    private enum Choice {
        OPEN,
        HALF,
        FULL
    }

    private final ClipClassifier full;
    private final ClipClassifier half;
    private final Weights halves;
    private Choice choice = Choice.OPEN;

    /**
     * @param half the same network of weights in half precision
     * @param halves those weights, which are freed when full precision is chosen
     */
    HalfPrecision(ClipClassifier full, ClipClassifier half, Weights halves) {
        this.full = full;
        this.half = half;
        this.halves = halves;
    }

    /** Whether half precision has been chosen; false before the first batch. */
    boolean chosen() {
        return choice == Choice.HALF;
    }

    @Override
    public Tubelets tubelets() {
        return full.tubelets();
    }

    @Override
    public int width() {
        return full.width();
    }

    @Override
    public List<String> labels() {
        return full.labels();
    }

    @Override
    public NDArray features(NDArray pixels) throws LocalizerException {
        return switch (choice) {
            case HALF -> sound(pixels);
            case FULL -> full.features(pixels);
            case OPEN -> first(pixels);
        };
    }

    @Override
    public NDArray classes(NDArray features) throws LocalizerException {
        return full.classes(features);
    }

    /** Looks twice; memory that runs out leaves the choice open, for a smaller batch. */
    private NDArray first(NDArray pixels) throws LocalizerException {
        NDArray seen = full.features(pixels);
        double off;
        try (NDArray other = inHalf(pixels)) {
            off = difference(seen.toFloatArray(), other.toFloatArray());
        } catch (EngineException broken) {
            if (Torch.outOfMemory(broken)) {
                seen.close();
                throw broken;
            }
            LOG.info("The engine cannot run this network in half precision", broken);
            off = Double.POSITIVE_INFINITY;
        }
        String by = String.format(Locale.ROOT, "%.2g", off);
        if (off <= TOLERANCE) {
            choice = Choice.HALF;
            LOG.info("The network looks in half precision, which moves its features by at most {} of their size", by);
        } else {
            takeFull("half would move its features by " + by + " of their size");
        }
        return seen;
    }

    /** In half precision as long as it does not overflow. */
    private NDArray sound(NDArray pixels) throws LocalizerException {
        NDArray seen = inHalf(pixels);
        float[] numbers = seen.toFloatArray();
        if (Double.isFinite(difference(numbers, numbers))) {
            return seen;
        }
        seen.close();
        takeFull("half has overflowed");
        return full.features(pixels);
    }

    private void takeFull(String because) {
        choice = Choice.FULL;
        halves.close();
        LOG.info("The network looks in full precision, since {}", because);
    }

    private NDArray inHalf(NDArray pixels) throws LocalizerException {
        try (NDArray small = Layers.as(pixels, DataType.FLOAT16);
                NDArray features = half.features(small)) {
            return Layers.as(features, DataType.FLOAT32);
        }
    }

    /** The largest difference by the root mean square of the first; infinite where a number is none or infinite. */
    static double difference(float[] exact, float[] other) {
        double squares = 0;
        double most = 0;
        for (int i = 0; i < exact.length; i++) {
            double apart = Math.abs((double) exact[i] - other[i]);
            most = Double.isFinite(apart) ? Math.max(most, apart) : Double.POSITIVE_INFINITY;
            squares += (double) exact[i] * exact[i];
        }
        return most == 0 ? 0 : most / Math.sqrt(squares / exact.length);
    }
}
