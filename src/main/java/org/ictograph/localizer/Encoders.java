package org.ictograph.localizer;

import java.util.List;
import java.util.function.Consumer;

/** Makes a pre-trainer for each new encoder that somebody wants, and tells which there are. */
public interface Encoders {
    /**
     * What is wanted.
     *
     * @param model name of the new encoder
     * @param source name of the one that it begins from, empty for none
     * @param rounds through the clips
     * @param clips drawn from all cages
     * @param mask share of the places that is hidden, between 0 and 1
     * @param resume whether to go on where the same training was interrupted
     */
    record Wish(String model, String source, int rounds, int clips, double mask, boolean resume) {}

    /** Names of the encoders on the shelf. */
    List<String> shelf();

    /**
     * @param heard hears of the losses so far after each round, on the thread that trains
     * @throws IllegalArgumentException when a number of the wish is out of its range
     */
    Pretrainer make(Wish wish, Consumer<List<Double>> heard);
}
