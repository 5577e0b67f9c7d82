package org.ictograph.localizer;

import java.util.List;
import java.util.function.Consumer;
import org.ictograph.video.Modality;

/** Makes a trainer for each new network for clips that somebody wants, and tells what it can begin from. */
public interface ClipTrainers {
    /**
     * What is wanted.
     *
     * @param model name of the new network
     * @param source name of the encoder that it begins from
     * @param label what a clip shows or does not
     * @param rounds through the clips
     * @param folds networks that are trained, each with other animals held out
     * @param seconds length of a clip
     * @param modality what the network sees
     * @param resume whether to go on where the same training was interrupted
     */
    record Wish(
            String model,
            String source,
            String label,
            int rounds,
            int folds,
            double seconds,
            Modality modality,
            boolean resume) {}

    /** Names of the encoders on the shelf. */
    List<String> shelf();

    /**
     * @param heard hears of the losses so far of the network that is trained after each round, on the thread that trains; those of
     *     the next network begin anew
     * @throws IllegalArgumentException when a number of the wish is out of its range
     */
    ClipTrainer make(Wish wish, Consumer<List<Double>> heard);
}
