package org.ictograph.measure;

import java.util.Random;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * Draws by chance which proposals a rater is first shown without, in a window that looks like any other one of the audit. The
 * same proposals, share and seed give the same draw, and what a small share draws, a greater one draws too.
 *
 * @param percent share of the groups of proposals
 */
public record UnaidedDraw(int percent, long seed) {
    /** Time before and after a group, in microseconds, that a window has at least where the film lasts. */
    private static final long AIR = 5 * Span.SECOND;

    private static final double HUNDRED = 100;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    public UnaidedDraw {
        if (percent < 0 || percent > HUNDRED) {
            throw new IllegalArgumentException("A share lies between 0 and 100 %, not at " + percent + ".");
        }
    }

    /** True for a group that is first shown without the proposals. */
    public boolean takes(CandidateGroup group) {
        return dice(group).nextDouble() * HUNDRED < percent;
    }

    /**
     * The window in which it is shown; where in it the group lies is drawn, so that it tells nothing.
     *
     * @param filmed the stretch of film that it lies in
     */
    public AuditWindow window(CandidateGroup group, Span filmed) {
        Span span = group.span();
        long length = Math.min(filmed.length(), Math.max(AuditPlan.LENGTH, span.length() + 2 * AIR));
        Random dice = dice(group);
        dice.nextDouble();
        long before = Math.round(dice.nextDouble() * Math.max(0, length - span.length()));
        long start = Math.max(filmed.start(), Math.min(span.start() - before, filmed.end() - length));
        return new AuditWindow(group.lead().recordingId(), group.lead().cageId(), new Span(start, start + length));
    }

    /** Whether a window with a proposal comes next, rather than one without, after so many windows of either kind. */
    public boolean comesNext(int shown) {
        Random dice = new Random(seed * SPREAD + shown);
        dice.nextInt();
        return dice.nextBoolean();
    }

    private Random dice(CandidateGroup group) {
        UUID id = group.lead().id();
        Random dice = new Random(id.getMostSignificantBits() ^ (id.getLeastSignificantBits() * SPREAD) ^ seed);
        dice.nextInt();
        return dice;
    }
}
