package org.ictograph.localizer;

import java.util.List;
import org.ictograph.video.VideoException;
import org.ictograph.work.Progress;

/** Makes a network that tells clips apart. The same lessons and settings give the same network on the same machine. */
public interface ClipTrainer {
    /** Name of the model that is made. */
    String model();

    /** What a clip shows or does not. */
    String label();

    /**
     * Learns from some of the animals and tests on the others, in turn.
     *
     * @param lessons in an order that stays the same
     * @throws VideoException when a video cannot be read
     * @throws LocalizerException when there is too little to learn from, or the network cannot be read or written
     * @throws java.util.concurrent.CancellationException when the progress says so; what was reached is kept
     */
    ClipTrained train(List<Lesson> lessons, Trainer.Films films, Progress progress)
            throws VideoException, LocalizerException;
}
