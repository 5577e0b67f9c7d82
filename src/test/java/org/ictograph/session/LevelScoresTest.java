package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.UUID;
import org.ictograph.model.Proposal;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** Curves that do not tell where hidden proposals are. */
class LevelScoresTest {
    private static final UUID RUN = new UUID(0, 1);
    private static final UUID CAGE = new UUID(0, 2);

    private static Proposal proposal(UUID cage, int from, int to) {
        Span span = new Span(from * Span.SECOND, to * Span.SECOND);
        return new Proposal(UUID.randomUUID(), RUN, new UUID(0, 3), cage, "seizure", span, 0.9);
    }

    private static ScoreTrack track(String label, Float... values) {
        return new ScoreTrack(RUN, CAGE, label, 0, Span.SECOND, List.of(values));
    }

    private static final ScoreTrack HILL = track("seizure", 0.2f, 0.1f, 0.4f, 0.8f, 0.9f, 0.5f, 0.3f, 0.6f, 0.7f, 0.1f);

    @Test
    void theHillIsTakenAway() {
        assertEquals(
                List.of(0.2f, 0.1f, 0.4f, 0.433f, 0.467f, 0.5f, 0.3f, 0.6f, 0.7f, 0.1f),
                LevelScores.under(HILL, List.of(proposal(CAGE, 3, 4)), List.of()).values().stream()
                        .map(value -> Math.round(value * 1000) / 1000f)
                        .toList(),
                "from 2 to 5 s, straight from 0.4 to 0.5 at most");
    }

    @Test
    void besideAProposalInSightItStays() {
        List<Float> level = LevelScores.under(HILL, List.of(proposal(CAGE, 3, 5)), List.of(proposal(CAGE, 6, 9)))
                .values();
        assertEquals(HILL.values().subList(6, 10), level.subList(6, 10));
        assertEquals(0.1f, level.get(1));
    }

    @Test
    void whatMovesAndOtherCagesStay() {
        ScoreTrack motion = track(ScoreTrack.MOTION, 0.1f, 0.9f, 0.1f);
        assertSame(motion, LevelScores.under(motion, List.of(proposal(CAGE, 1, 2)), List.of()));
        assertEquals(HILL, LevelScores.under(HILL, List.of(proposal(new UUID(0, 9), 3, 5)), List.of()));
    }
}
