package org.ictograph.model;

import java.util.Collections;
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
 * @param planted events known beforehand that the windows hold, to measure how many the rater finds; told to nobody before the
 *     seal, and never part of a package
 */
public record Assignment(
        UUID id, UUID raterId, List<Window> windows, Set<Hidden> hides, long seed, List<Planted> planted)
        implements Entity {
    /** A piece of a recording, in microseconds since its first frame. */
    public record Window(UUID recordingId, Span span) {
        /** True when the onset of an event lies in it. */
        public boolean holds(Planted event) {
            return recordingId.equals(event.recordingId())
                    && span.contains(event.span().start());
        }
    }

    /** An event that is known to be there. */
    public record Planted(UUID recordingId, UUID cageId, String label, Span span) {}

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
        hides = Collections.unmodifiableSet(new TreeSet<>(hides));
        planted = List.copyOf(planted);
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("An assignment names what to rate.");
        }
    }

    /** The same without telling what is known to be there. */
    public Assignment untold() {
        return new Assignment(id, raterId, windows, hides, seed, List.of());
    }

    /** The windows that hold something planted, in the order of the windows. */
    public List<Window> plantedWindows() {
        return planted(windows, planted);
    }

    /** Of these windows, those that hold one of these events. */
    public static List<Window> planted(List<Window> windows, List<Planted> planted) {
        return windows.stream()
                .filter(window -> planted.stream().anyMatch(window::holds))
                .toList();
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
