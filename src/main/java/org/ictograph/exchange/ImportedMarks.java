package org.ictograph.exchange;

import java.util.List;
import org.ictograph.model.Mark;

/** What a foreign file says, fitted to a study, and what did not fit. Nothing is in the study yet. */
public record ImportedMarks(List<Mark> marks, LossReport losses) {
    public ImportedMarks {
        marks = List.copyOf(marks);
    }
}
