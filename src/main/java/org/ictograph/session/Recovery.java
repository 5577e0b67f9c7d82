package org.ictograph.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Draft;

/**
 * What was found after the program had ended without closing the study.
 *
 * @param edits number of edits of that session, all of them stored
 * @param last when the last of them was made
 * @param begun onsets that wait again for their offset
 * @param dragged where a mark was being dragged to
 */
public record Recovery(long edits, Optional<Instant> last, List<Draft.Begun> begun, Optional<Draft.Dragged> dragged) {
    public Recovery {
        begun = List.copyOf(begun);
    }
}
