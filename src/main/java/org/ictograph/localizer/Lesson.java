package org.ictograph.localizer;

import java.util.List;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;

/**
 * What people know of one cage of one recording, for a model to learn from.
 *
 * @param animal name of the animal that lives there
 * @param known the time of which somebody can tell what happens in it; nothing else is learned from or scored
 * @param events within that time
 */
public record Lesson(Recording recording, Cage cage, String animal, SpanSet known, List<Event> events) {
    /** Something that happened. */
    public record Event(String label, Span span) {}

    public Lesson {
        events = List.copyOf(events);
        if (animal.isBlank()) {
            throw new IllegalArgumentException("A lesson tells of an animal that has a name.");
        }
    }
}
