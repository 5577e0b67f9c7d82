package org.ictograph.localizer;

import java.util.List;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** Makes a new model for the shelf. The same lessons and settings give the same model on the same machine. */
public interface Trainer {
    /** The way to the picture of a recording. */
    @FunctionalInterface
    interface Films {
        FrameReader open(Recording recording) throws VideoException;
    }

    /** Name of the model that is made. */
    String model();

    /** What it learns to find; time in which one of these is in doubt is not known time. */
    List<String> labels();

    /**
     * Learns from some of the animals and tests on the others.
     *
     * @param lessons in an order that stays the same
     * @throws VideoException when a video cannot be read
     * @throws LocalizerException when there is too little to learn from, or the model cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so; what was reached is kept
     */
    Trained train(List<Lesson> lessons, Films films, Progress progress) throws VideoException, LocalizerException;
}
