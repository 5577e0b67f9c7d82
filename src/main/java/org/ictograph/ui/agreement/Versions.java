package org.ictograph.ui.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * Two raters' versions of a cage, in the order in which they are shown.
 *
 * @param firstName what the first is called: the rater's name, or "A" while nobody may know
 * @param chosen the event that is looked at
 * @param open other events that are in dispute
 * @param drawn a mark that is being drawn
 */
record Versions(
        UUID cageId,
        UUID first,
        String firstName,
        UUID second,
        String secondName,
        Optional<Span> chosen,
        List<Span> open,
        Optional<Span> drawn) {
    Versions {
        open = List.copyOf(open);
    }
}
