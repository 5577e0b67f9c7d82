package org.ictograph.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Decision;
import org.ictograph.model.Entity;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;

/**
 * Tells which of a rater's marks is the event that a proposal is about, so that accepting it does not make a second mark. It
 * is a mark of the same label in the same cage that overlaps the proposal by an intersection over union of at least {@value
 * #IOU}, or that holds all of it; of several the one with the greatest overlap.
 */
public final class SameEvent {
    /** The overlap from which scores of proposals, too, take a proposal for the event. */
    private static final double IOU = 0.3;

    private SameEvent() {}

    static Optional<Mark> of(Collection<Mark> marks, UUID rater, UUID cage, String label, Span span) {
        return marks.stream()
                .filter(mark -> mark.layer() == Layer.RATING
                        && mark.raterId().equals(rater)
                        && mark.cageId().equals(cage)
                        && mark.label().equals(label)
                        && (mark.span().iou(span) >= IOU || holds(mark.span(), span)))
                .max(Comparator.comparingDouble(mark -> mark.span().iou(span)));
    }

    private static boolean holds(Span all, Span part) {
        return all.start() <= part.start() && part.end() <= all.end();
    }

    /** How many of the decisions of an entry joined a mark that was there already. */
    public static int joined(LogEntry entry) {
        Set<UUID> made = new HashSet<>();
        after(entry).filter(Mark.class::isInstance).forEach(mark -> made.add(mark.id()));
        return (int) after(entry)
                .filter(Decision.class::isInstance)
                .flatMap(decision -> ((Decision) decision).markId().stream())
                .filter(mark -> !made.contains(mark))
                .count();
    }

    /** The first mark that a decision of an entry names, whether it was made by it or joined. */
    static Optional<UUID> decided(LogEntry entry) {
        return after(entry)
                .filter(Decision.class::isInstance)
                .flatMap(decision -> ((Decision) decision).markId().stream())
                .findFirst();
    }

    private static Stream<Entity> after(LogEntry entry) {
        return entry.edit().changes().stream().flatMap(change -> change.after().stream());
    }
}
