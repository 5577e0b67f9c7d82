package org.ictograph.store;

import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Conflict;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;

/**
 * On whose behalf labels are asked for. Every question for marks, proposals and decisions needs one: what a blind rater
 * may not see never leaves the store.
 *
 * @param raterId the rater who looks, empty for the program itself (export, agreement)
 * @param sighted true when the viewer may see other raters' marks, the consensus and the proposals
 */
public record Viewer(Optional<UUID> raterId, boolean sighted) {
    /** The program itself, which sees everything and shows nobody. */
    public static final Viewer PROGRAM = new Viewer(Optional.empty(), true);

    /** True for conflicts that show nothing a blind rater may not see: others' labels, and animals' groups. */
    public boolean maySee(Conflict conflict) {
        return sighted
                || conflict.versions().stream()
                        .allMatch(version ->
                                raterId.filter(version.raterId()::equals).isPresent()
                                        || version.value()
                                                .filter(value -> value instanceof Rater
                                                        || value instanceof Cage
                                                        || value instanceof Recording)
                                                .isPresent());
    }

    /** A rater who sees only what is their own. */
    public static Viewer blind(UUID raterId) {
        return new Viewer(Optional.of(raterId), false);
    }

    /** A rater who reviews and sees everything. */
    public static Viewer sighted(UUID raterId) {
        return new Viewer(Optional.of(raterId), true);
    }
}
