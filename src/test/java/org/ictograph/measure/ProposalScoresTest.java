package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class ProposalScoresTest {
    private static final SpanSet HALF_HOUR = SpanSet.of(span(0, 1800));

    @Test
    void countsFoundEventsAndFalseProposals() {
        ProposalScores scores = ProposalScores.of(List.of(
                new ProposedCage(
                        HALF_HOUR,
                        List.of(span(100, 160), span(300, 320), span(900, 910)),
                        List.of(scored(100, 150, .9), scored(318, 350, .8), scored(500, 510, .4))),
                new ProposedCage(HALF_HOUR, List.of(), List.of(scored(40, 50, .3)))));
        assertEquals(2 / 3.0, scores.found().value().orElseThrow(), 1e-12);
        assertEquals(2, scores.falseProposals());
        assertEquals(2.0, scores.falsePerHour().value().orElseThrow(), 1e-12);
        assertEquals(new EventCounts(3, 4, 1), scores.events(), "300–320 and 318–350 overlap too little");
        assertEquals(0.25, scores.rate(EventRate.PRECISION).value().orElseThrow(), 1e-12);
        assertEquals(1 / 3.0, scores.rate(EventRate.RECALL).value().orElseThrow(), 1e-12);
    }

    @Test
    void countsClipsOfTenSeconds() {
        ProposalScores scores = ProposalScores.of(List.of(new ProposedCage(
                SpanSet.of(span(0, 105)),
                List.of(span(15, 35)),
                List.of(scored(20, 40, .6), scored(70, 75, .2), scored(96, 104, .9)))));
        // Ten whole clips: true 1, 2, 3; proposed 2, 3, 7 and 9; the rest of 5 s is left out.
        assertEquals(new Confusion(2, 2, 1, 5), scores.clips().confusion());
        // Against the 7 negatives: .6 wins 6 of 7 twice; the missed clip ties with 5 of them.
        assertEquals((6 + 6 + 2.5) / 21, scores.clips().auroc().value().orElseThrow(), 1e-12);
    }

    @Test
    void onlyReviewedTimeIsScored() {
        ProposalScores scores = ProposalScores.of(List.of(new ProposedCage(
                SpanSet.of(span(0, 60)), List.of(span(10, 20)), List.of(scored(10, 20, .9), scored(70, 80, .9)))));
        assertEquals(0, scores.falseProposals());
        assertEquals(new EventCounts(1, 1, 1), scores.events());
    }

    @Test
    void withoutTimeOrEventsNothingIsDefined() {
        ProposalScores scores = ProposalScores.of(List.of());
        assertTrue(scores.found().undefined().contains("no true events"));
        assertTrue(scores.falsePerHour().undefined().contains("no reviewed time"));
        assertTrue(scores.rate(EventRate.F1).undefined().contains("neither side has events"));
    }

    private static ScoredSpan scored(double start, double end, double score) {
        return new ScoredSpan(span(start, end), score);
    }
}
