package org.ictograph.localizer;

import java.nio.file.Path;
import java.util.Optional;

/** Where networks compute: on the processor, or on a graphics card. */
public interface Computer {
    /** What somebody wants. */
    enum Wish {
        /** The graphics card where there is one that can be used. */
        AUTO,
        CPU,
        GPU
    }

    Wish wish();

    /** The folder with PyTorch's libraries for NVIDIA cards, if one was named. */
    Optional<Path> library();

    /**
     * Chooses for all runs from now on. Libraries that are loaded already stay until the program ends.
     *
     * @throws LocalizerException when the folder does not hold such libraries, or the choice cannot be kept
     */
    void choose(Wish wish, Optional<Path> library) throws LocalizerException;

    /**
     * Where networks compute now, in words. Starts PyTorch, which takes some seconds the first time.
     *
     * @throws LocalizerException when it cannot be started, or what is wanted is not there
     */
    String device() throws LocalizerException;
}
