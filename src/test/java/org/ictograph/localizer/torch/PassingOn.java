package org.ictograph.localizer.torch;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.ictograph.localizer.LocalizerException;

/** A network that is another one in all but how it looks. */
interface PassingOn extends ClipClassifier {
    ClipClassifier network();

    @Override
    default Tubelets tubelets() {
        return network().tubelets();
    }

    @Override
    default int width() {
        return network().width();
    }

    @Override
    default List<String> labels() {
        return network().labels();
    }

    @Override
    default NDArray classes(NDArray features) throws LocalizerException {
        return network().classes(features);
    }
}
