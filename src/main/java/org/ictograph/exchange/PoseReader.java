package org.ictograph.exchange;

import java.nio.file.Path;

/** Reads the files in which pose programs keep the key points that they found. Blocks, so it is called on a job's thread. */
public interface PoseReader {
    /** A program without one. */
    PoseReader NONE = file -> {
        throw new ExchangeException("Files of key points cannot be read here.");
    };

    /**
     * The whole file.
     *
     * @throws ExchangeException when it is no such file, or holds what cannot be: one sentence that says what and where
     */
    PoseFile read(Path file) throws ExchangeException;
}
