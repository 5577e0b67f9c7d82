package org.ictograph.localizer;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** Turns the picture of cages into scored pieces of time. The same video, cages and parameters give the same outcome. */
public interface Localizer {
    /** Id of the model with its version, for example {@code rhythm-1}. */
    String model();

    /** One line for a person who chooses between models. */
    String description();

    /** False for one that only measures: its runs have tracks and no proposals. */
    default boolean proposes() {
        return true;
    }

    /**
     * What it says of itself; none for one that was not trained here.
     *
     * @throws LocalizerException when its card cannot be read
     */
    default Optional<ModelCard> card() throws LocalizerException {
        return Optional.empty();
    }

    /** SHA-256 of the weights, empty for a localizer without weights. */
    default String weights() {
        return "";
    }

    /** Every number that the outcome depends on, by name. */
    SortedMap<String, Double> parameters();

    /** True for one that has a network with which it sees films. */
    default boolean sees() {
        return false;
    }

    /**
     * Opens the network with which this model sees films, where it has one.
     *
     * @throws LocalizerException when it cannot be read
     */
    default Optional<FeatureMeter> features() throws LocalizerException {
        return Optional.empty();
    }

    /**
     * Looks at all cages of a recording in one decode pass.
     *
     * @throws VideoException when the video cannot be read
     * @throws LocalizerException when the model cannot be read or run
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    Localization localize(Recording recording, List<Cage> cages, FrameReader reader, Progress progress)
            throws VideoException, LocalizerException;
}
