package org.ictograph.measure;

import java.util.List;
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
}
