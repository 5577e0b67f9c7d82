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
    void aStricterOverlapMatchesLess() {
        List<ProposedCage> cages =
                List.of(new ProposedCage(HALF_HOUR, List.of(span(100, 160)), List.of(scored(100, 124, .9))));
        assertEquals(1, ProposalScores.of(cages).events().matched(), "24 of 60 s");
        assertEquals(0, ProposalScores.of(cages, 0.5).events().matched());
    }

    @Test
    void modelsAreComparedWhereTheyFindTheSamePart() {
        List<ProposedCage> cages = List.of(new ProposedCage(
                HALF_HOUR,
                List.of(span(100, 160), span(300, 320)),
                List.of(scored(100, 150, .9), scored(500, 510, .8), scored(300, 310, .7), scored(600, 610, .1))));
        assertEquals(0, ProposalScores.falsePerHourAt(cages, 0.5).value().orElseThrow(), 0);
        assertEquals(2, ProposalScores.falsePerHourAt(cages, 0.8).value().orElseThrow(), 1e-12, "one in half an hour");
        List<ProposedCage> blind = List.of(new ProposedCage(HALF_HOUR, List.of(span(1, 2)), List.of()));
        assertTrue(ProposalScores.falsePerHourAt(blind, 0.8).undefined().contains("fewer"));
    }

    @Test
    void chanceProposesAsMuchAnywhere() {
        List<ProposedCage> cages = List.of(
                new ProposedCage(HALF_HOUR, List.of(span(100, 280)), List.of(scored(100, 280, .9))),
                new ProposedCage(HALF_HOUR, List.of(), List.of()));
        List<ProposedCage> drawn = Chance.of(cages, 1000, 1);
        assertEquals(2000, drawn.size());
        assertEquals(
                1000, drawn.stream().mapToInt(cage -> cage.proposals().size()).sum());
        ProposalScores scores = ProposalScores.of(drawn);
        // Half lie in the right cage; of those 280 of 1620 possible begins touch the event.
        assertEquals(0.5 * 280 / 1620, scores.found().value().orElseThrow(), 0.02);
        assertEquals(drawn, Chance.of(cages, 1000, 1));
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
