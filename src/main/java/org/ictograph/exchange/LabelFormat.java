package org.ictograph.exchange;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;

/** A kind of file in which labs keep marks. Implementations are stateless and may be used from any thread; all block. */
public interface LabelFormat {
    /** What a person types to choose it, for example {@code csv}. */
    String id();

    /** One line for a list of formats. */
    String description();

    /**
     * Writes marks of a study; the file appears whole or not at all, and the same marks give the same bytes.
     *
     * @throws ExchangeException when the file cannot be written
     */
    LossReport write(Study study, List<Mark> marks, Path file) throws ExchangeException;

    /**
     * Reads marks as one rater's. What does not fit the study is refused one by one in the report.
     *
     * @throws ExchangeException when the file as a whole cannot be read
     */
    ImportedMarks read(Study study, Rater rater, Path file) throws ExchangeException;
}
