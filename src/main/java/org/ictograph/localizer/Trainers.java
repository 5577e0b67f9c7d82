package org.ictograph.localizer;

import java.util.List;
import java.util.function.Consumer;

/** Makes a trainer for each new model that somebody wants. */
public interface Trainers {
    /**
     * What is wanted.
     *
     * @param model name of the new model
     * @param encoder name of the model whose encoder sees the clips; empty for the one that needs no weights
     * @param labels what it is to find
     * @param epochs rounds through the lessons
     * @param resume whether to go on where the same training was interrupted
     * @param exam how it is tested
     */
    record Wish(String model, String encoder, List<String> labels, int epochs, boolean resume, Exam exam) {
        public Wish {
            labels = List.copyOf(labels);
        }
    }

    /** Names of the encoders on the shelf that a model can see with. */
    List<String> encoders();

    /** True for what a model can be called: the name of a folder on every system. */
    static boolean isName(String model) {
        return model.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    }

    /**
     * @param heard hears of the epochs so far after each one, on the thread that trains
     * @throws IllegalArgumentException when a number of the wish is out of its range
     */
    Trainer make(Wish wish, Consumer<List<Trained.Epoch>> heard);
}
