package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.FrameClock;
import org.ictograph.exchange.LabelFormat;
import org.ictograph.exchange.LossReport;
import org.ictograph.model.Mark;
import org.ictograph.model.Study;

/** A format that is only read. */
abstract class ReadOnly implements LabelFormat {
    @Override
    public final boolean writes() {
        return false;
    }

    @Override
    public final LossReport write(Study study, List<Mark> marks, FrameClock frames, Path file)
            throws ExchangeException {
        throw new ExchangeException("The format " + id() + " is only read, not written.");
    }
}
