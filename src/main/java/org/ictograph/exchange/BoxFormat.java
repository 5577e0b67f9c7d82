package org.ictograph.exchange;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;

/** A kind of file in which tools for pictures keep boxes. Implementations are stateless; all block. */
public interface BoxFormat {
    /** What a person types to choose it. */
    String id();

    /** One line for a list of formats. */
    String description();

    /**
     * Writes the cages of recordings; the file appears whole or not at all, and the same cages give the same bytes.
     *
     * @throws ExchangeException when the file cannot be written
     */
    LossReport write(Study study, List<Recording> recordings, Path file) throws ExchangeException;

    /**
     * Reads boxes as the file tells them; {@link BoxFitting} brings them into a study.
     *
     * @throws ExchangeException when the file as a whole cannot be read
     */
    List<ForeignBox> read(Path file) throws ExchangeException;
}
