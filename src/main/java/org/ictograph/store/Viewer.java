package org.ictograph.store;

import java.util.Optional;
import java.util.UUID;

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

    /** A rater who sees only what is their own. */
    public static Viewer blind(UUID raterId) {
        return new Viewer(Optional.of(raterId), false);
    }

    /** A rater who reviews and sees everything. */
    public static Viewer sighted(UUID raterId) {
        return new Viewer(Optional.of(raterId), true);
    }
}
