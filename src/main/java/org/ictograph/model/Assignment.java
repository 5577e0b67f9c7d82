package org.ictograph.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a rater is to rate without seeing others' labels. It stays as it was made, and as long as it is not submitted nobody
 * sees another's labels of its recordings.
 *
 * @param windows what to watch, in the order in which to watch it, at least one
 * @param hides what a package of it leaves out; others' labels and the proposals are never in one
 * @param seed from which the windows were drawn and put into their order
 */
public record Assignment(UUID id, UUID raterId, List<Window> windows, Set<Hidden> hides, long seed) implements Entity {
    /** A piece of a recording, in microseconds since its first frame. */
    public record Window(UUID recordingId, Span span) {}

    /** What somebody who rates blind must not know. */
    public enum Hidden {
        /** Ids of animals, and with them litter, group and treatment. */
        ANIMALS,
        /** Litter, group and treatment. */
        GROUPS,
        /** Names of recordings and of video files. */
        NAMES,
        /** When recordings were made. */
        DATES
    }

    public Assignment {
        windows = List.copyOf(windows);
        hides = java.util.Collections.unmodifiableSet(new TreeSet<>(hides));
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("An assignment names what to rate.");
        }
    }

    /** The recordings that it touches, in the order of the windows. */
    public List<UUID> recordings() {
        return windows.stream().map(Window::recordingId).distinct().toList();
    }

    public boolean touches(UUID recordingId, Span span) {
        return windows.stream()
                .anyMatch(window -> window.recordingId().equals(recordingId)
                        && window.span().overlaps(span));
    }

    /** True of the rater's own marks, and of what they declared reviewed, that lie in a window or touch one. */
    public boolean holds(Entity entity) {
        if (entity instanceof Mark mark) {
            return mark.raterId().equals(raterId)
                    && mark.layer() == Layer.RATING
                    && touches(mark.recordingId(), mark.span());
        }
        return entity instanceof Coverage piece
                && piece.raterId().equals(raterId)
                && piece.seen() == Coverage.Seen.REVIEWED
                && touches(piece.recordingId(), piece.span());
    }
}
