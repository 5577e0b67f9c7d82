package org.ictograph.ui.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.measure.Dispute;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.session.Adjudicating.Question;

/**
 * One question of the queue with its two versions in the order in which they are shown.
 *
 * @param recording name of its recording
 * @param cage position of its cage
 * @param animal id of the animal, empty when it is not named
 * @param swapped true when the second rater's version is shown as the first
 * @param named whether the raters are named; else they are A and B
 */
public record QuestionRow(
        Question question, String recording, int cage, String animal, boolean swapped, boolean named) {
    public Dispute dispute() {
        return question.dispute();
    }

    public boolean open() {
        return question.open();
    }

    /**
     * Which version is shown first, from the marks and the study alone: the same for everybody and at any time, but with
     * nothing to be told from it.
     */
    static boolean drawn(Dispute dispute, UUID study) {
        return drawn(dispute.marks().stream().map(Mark::id).toList(), study);
    }

    /** The same for an event by the ids of its marks. */
    static boolean drawn(List<UUID> marks, UUID study) {
        long bits = study.getMostSignificantBits() ^ study.getLeastSignificantBits();
        for (UUID mark : marks) {
            bits ^= mark.getMostSignificantBits() ^ mark.getLeastSignificantBits();
        }
        return Long.bitCount(bits) % 2 == 1;
    }

    /** The mark of the version that is shown first; empty when that rater marked nothing. */
    public Optional<Mark> first() {
        return swapped ? dispute().b() : dispute().a();
    }

    public Optional<Mark> second() {
        return swapped ? dispute().a() : dispute().b();
    }

    /** What the raters are called, of whom one is a and one is b in the comparison. */
    String firstName(Rater a, Rater b) {
        return named ? (swapped ? b : a).name() : "A";
    }

    String secondName(Rater a, Rater b) {
        return named ? (swapped ? a : b).name() : "B";
    }

    /**
     * What a choice on the screen means. Who chooses a version without a mark says that nothing happened.
     *
     * @param shown FIRST and SECOND in the order on the screen
     */
    Outcome meaning(Outcome shown) {
        return switch (shown) {
            case FIRST -> first().isEmpty() ? Outcome.NEITHER : swapped ? Outcome.SECOND : Outcome.FIRST;
            case SECOND -> second().isEmpty() ? Outcome.NEITHER : swapped ? Outcome.FIRST : Outcome.SECOND;
            default -> shown;
        };
    }

    /** How it was answered. */
    Optional<Outcome> outcome() {
        return question.settlement().map(Settlement::outcome);
    }
}
