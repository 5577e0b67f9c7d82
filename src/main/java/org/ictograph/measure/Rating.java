package org.ictograph.measure;

import java.util.List;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.SpanSet;

/**
 * What one rater did with one cage: which time was reviewed and which marks were made. Time outside is missing, not
 * "no event".
 */
public record Rating(SpanSet reviewed, List<Mark> marks) {
    public Rating {
        marks = List.copyOf(marks);
    }

    /** The marks with one label. */
    List<Mark> marks(Label label) {
        return marks.stream().filter(mark -> mark.label().equals(label.name())).toList();
    }
}
