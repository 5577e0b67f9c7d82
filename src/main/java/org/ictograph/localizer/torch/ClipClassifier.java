package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.ictograph.localizer.LocalizerException;

/** A network that sees a clip: numbers about it, and a score for each class. Its weights stay with whoever read them. */
interface ClipClassifier {
    /** What clips it takes. */
    Tubelets tubelets();

    /** Numbers that {@link #features} gives of a clip. */
    int width();

    /** Class names by number. */
    List<String> labels();

    /**
     * What the classifier's last layer sees of a clip.
     *
     * @param pixels [batch, frames, channels, height, width], normalised as the network was trained
     * @return [batch, hidden], in the manager of the pixels
     * @throws LocalizerException when the clip has another shape
     */
    NDArray features(NDArray pixels) throws LocalizerException;

    /**
     * The last layer alone.
     *
     * @param features as {@link #features} gives them
     * @return [batch, classes], before any softmax
     * @throws LocalizerException when it tells no classes
     */
    NDArray classes(NDArray features) throws LocalizerException;

    /** As {@link #features}, then the last layer: [batch, classes], before any softmax. */
    default NDArray logits(NDArray pixels) throws LocalizerException {
        try (NDArray features = features(pixels)) {
            return classes(features);
        }
    }
}
