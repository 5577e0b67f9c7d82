package org.ictograph.exchange;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;

/** A kind of file in which labs keep marks. Implementations are stateless and may be used from any thread; all block. */
public interface LabelFormat {
    /** What a person types to choose it, for example {@code csv}. */
    String id();

    /** One line for a list of formats. */
    String description();

    /** False for a format that is only read. */
    default boolean writes() {
        return true;
    }

    /** True for files of what a model says, which come in as proposals and never as the marks of a rater. */
    default boolean predicts() {
        return false;
    }

    /**
     * Writes marks of a study; the file appears whole or not at all, and the same marks give the same bytes.
     *
     * @throws ExchangeException when the file cannot be written, or the format is only read
     */
    LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file) throws ExchangeException;

    /**
     * Reads marks as the file tells them; {@link Fitting} brings them into a study.
     *
     * @throws ExchangeException when the file as a whole cannot be read
     */
    ForeignLabels read(Path file) throws ExchangeException;
}
