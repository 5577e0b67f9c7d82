package org.ictograph.dataset;

import java.util.List;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;

/** A network that turns clips into sequences of numbers, as programs for action localisation read them. */
public interface FeatureEncoder {
    /** What the manifest tells of it. */
    Manifest.Encoder told();

    /**
     * @return the numbers of each step, all equally many
     * @throws DatasetException when the clip cannot be decoded or the network cannot be run
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    List<float[]> features(FrameReader clip, Progress progress) throws DatasetException;
}
