package org.ictograph.store;

import java.nio.file.Path;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;

/** Makes and opens study files. */
public interface StudyFiles {
    /** The ending of study files. */
    String ENDING = ".icto";

    /**
     * Makes a new study with one rater.
     *
     * @throws StoreException when the file exists or cannot be written there
     */
    StudyStore create(Path file, String name, Protocol protocol, Rater first) throws StoreException;

    /**
     * Opens a study, migrating an older one.
     *
     * @throws StoreException when it is missing, no study, damaged, made by a newer program, already open, or in a
     *     folder that cannot be written; the file is unchanged then
     */
    StudyStore open(Path file) throws StoreException;
}
