package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.measure.Anchoring.Trial;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class AnchoringTest {
    private static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    private static List<Trial> trials(int marked, int all) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            trials.add(new Trial(span(10, 20), i < marked, Optional.empty()));
        }
        return trials;
    }

    /** Newcombe, Statistics in Medicine 17 (1998): 857–872, method 3, 81 of 263; 873–890, table II (a), method 10. */
    @Test
    void intervalsAreThePublishedOnes() {
        Wilson share = Wilson.of(81, 263);
        assertEquals(0.2553, share.low(), 5e-5);
        assertEquals(0.3662, share.high(), 5e-5);
        Anchoring anchoring = Anchoring.of(trials(56, 70), trials(48, 80), 0);
        assertEquals(0.2, anchoring.difference().value().orElseThrow(), 1e-12);
        assertEquals(0.0524, anchoring.difference().low().orElseThrow(), 5e-5);
        assertEquals(0.3339, anchoring.difference().high().orElseThrow(), 5e-5);
    }

    /** The same table, example (h): 10 of 10 against 0 of 10. */
    @Test
    void theEndsAreWithinBounds() {
        Statistic most = Anchoring.of(trials(10, 10), trials(0, 10), 0).difference();
        assertEquals(1, most.value().orElseThrow(), 1e-12);
        assertEquals(0.6075, most.low().orElseThrow(), 5e-5);
        assertEquals(1, most.high().orElseThrow(), 1e-12);
    }

    @Test
    void edgesAreMediansOfWhatIsThere() {
        List<Trial> unaided = List.of(
                new Trial(span(10, 20), true, Optional.of(span(11, 20))),
                new Trial(span(10, 20), true, Optional.of(span(7, 22))),
                new Trial(span(10, 20), true, Optional.of(span(10.5, 20.2))),
                new Trial(span(10, 20), false, Optional.empty()));
        Anchoring.Side side = Anchoring.of(List.of(), unaided, 0).unaided();
        assertEquals(3, side.marked());
        assertEquals(1, side.onset().value().orElseThrow(), 1e-9);
        assertEquals(0.2, side.offset().value().orElseThrow(), 1e-9);
        assertEquals(0.6, Anchoring.edges(side).orElseThrow(), 1e-9);
    }

    @Test
    void oneWayOfShowingTellsNothing() {
        assertFalse(Anchoring.NONE.known());
        assertFalse(Anchoring.of(trials(3, 4), List.of(), 0).known());
        assertTrue(Anchoring.of(trials(3, 4), trials(1, 4), 0).known());
    }

    private static CandidateGroup group(UUID id, Span span) {
        Proposal proposal = new Proposal(id, new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), "seizure", span, 0.5);
        return new CandidateGroup(List.of(new Candidate(proposal, "70-1", Optional.empty())));
    }

    /** Of 4000 groups 10 % ± 4 standard deviations (19) are drawn, and 20 % holds all of them. */
    @Test
    void theDrawTakesItsShareAndAGreaterOneTakesTheSameToo() {
        int few = 0;
        for (int i = 0; i < 4000; i++) {
            CandidateGroup group =
                    group(new UUID(0x1234_5678_0000_4000L + i * 7919L, 0x8000_0000_0000_0000L + i), span(1, 2));
            boolean drawn = new UnaidedDraw(10, 1).takes(group);
            few += drawn ? 1 : 0;
            assertTrue(!drawn || new UnaidedDraw(20, 1).takes(group));
            assertFalse(new UnaidedDraw(0, 1).takes(group));
        }
        assertEquals(400, few, 76);
    }

    @Test
    void aWindowHoldsItsGroupAndLiesInTheFilm() {
        Span film = span(100, 1000);
        for (int i = 0; i < 200; i++) {
            Span event = span(100 + i * 4, 110 + i * 4);
            Span window = new UnaidedDraw(50, 1)
                    .window(group(new UUID(i, i), event), film)
                    .span();
            assertEquals(30 * Span.SECOND, window.length());
            assertEquals(Optional.of(event), window.intersection(event));
            assertEquals(Optional.of(window), film.intersection(window));
        }
        Span whole = new UnaidedDraw(50, 1)
                .window(group(new UUID(1, 1), span(101, 102)), span(100, 104))
                .span();
        assertEquals(span(100, 104), whole, "a film shorter than a window");
    }
}
