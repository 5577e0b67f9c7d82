package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.A;
import static org.ictograph.measure.TwoRaters.B;
import static org.ictograph.measure.TwoRaters.SEIZURE;
import static org.ictograph.measure.TwoRaters.cage;
import static org.ictograph.measure.TwoRaters.rating;
import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.Certainty;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Visibility;
import org.junit.jupiter.api.Test;

class ConsensusTest {
    private static final SpanSet HUNDRED = SpanSet.of(span(0, 100));

    @Test
    void settlesThePairsThatAreAlikeEnough() {
        RatedCage cage = cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(10, 20), span(40, 50), span(80, 90)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(11, 23), span(46, 56)));
        List<Finding> findings = Agreement.compare(List.of(cage), List.of(SEIZURE), AgreementParameters.standard())
                .findings();
        Consensus consensus = Consensus.of(findings, Optional.of(new EdgeRule(Outcome.MEAN, 0.5, 3_000_000)));
        assertEquals(
                List.of(span(10.5, 21.5)),
                consensus.settled().stream().map(Consensus.Settled::span).toList());
        assertEquals(3, consensus.open().size());
        assertEquals(
                List.of(span(10.5, 21.5)),
                settled(findings, new EdgeRule(Outcome.MEAN, 9 / 13.0, 3_000_000)),
                "a likeness and a difference equal to the limits are enough");
    }

    @Test
    void aRuleSettlesAsItSaysAndOnlyWithinItsTolerance() {
        RatedCage cage = cage(
                "70-1",
                rating(A, "70-1", HUNDRED, SEIZURE, span(10, 20)),
                rating(B, "70-1", HUNDRED, SEIZURE, span(11, 23)));
        List<Finding> findings = Agreement.compare(List.of(cage), List.of(SEIZURE), AgreementParameters.standard())
                .findings();
        assertEquals(List.of(span(10, 23)), settled(findings, new EdgeRule(Outcome.UNION, 0.5, 3_000_000)));
        assertEquals(List.of(span(11, 20)), settled(findings, new EdgeRule(Outcome.INTERSECTION, 0.5, 3_000_000)));
        assertEquals(List.of(span(10, 20)), settled(findings, new EdgeRule(Outcome.FIRST, 0.5, 3_000_000)));
        assertEquals(List.of(), settled(findings, new EdgeRule(Outcome.MEAN, 0.5, 2_999_999)));
        assertEquals(List.of(), Consensus.of(findings, Optional.empty()).settled());
    }

    private static List<Span> settled(List<Finding> findings, EdgeRule rule) {
        return Consensus.of(findings, Optional.of(rule)).settled().stream()
                .map(Consensus.Settled::span)
                .toList();
    }

    @Test
    void theMarkNamesItsSourcesAndIsNoSurerThanTheLessSureRater() {
        UUID cage = TwoRaters.id("cage");
        Mark a =
                Mark.byHand(TwoRaters.RECORDING, cage, A, "seizure", span(1, 2)).withStage("4 rearing");
        Mark b = Mark.byHand(TwoRaters.RECORDING, cage, B, "seizure", span(1, 3))
                .withStage("5 rearing and falling")
                .withCertainty(Certainty.PROBABLE)
                .withVisibility(Visibility.PARTIAL);
        UUID id = TwoRaters.id("consensus");
        UUID adjudicator = TwoRaters.id("adjudicator");
        Mark mark = new Consensus.Settled(a, b, span(1, 2.5)).mark(id, adjudicator);
        assertEquals(
                new Mark(
                        id,
                        TwoRaters.RECORDING,
                        cage,
                        adjudicator,
                        Layer.CONSENSUS,
                        "seizure",
                        span(1, 2.5),
                        "",
                        Certainty.PROBABLE,
                        Visibility.PARTIAL,
                        "",
                        new Origin(Origin.Kind.ADJUDICATION, List.of(a.id(), b.id()))),
                mark);
    }
}
