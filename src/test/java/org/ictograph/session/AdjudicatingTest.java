package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.ictograph.exchange.format.MarkCsv;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.Dispute.Kind;
import org.ictograph.model.Cage;
import org.ictograph.model.Doubt;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.session.Adjudicating.Question;
import org.ictograph.session.Agreeing.Comparison;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anna and Ben have seen all: they agree on one seizure, differ on the name of one event, and Ben missed a seizure. */
class AdjudicatingTest {
    private static final Span SURE = new Span(400_000, 1_200_000);
    private static final Span MISSED = new Span(2_000_000, 2_400_000);
    private static final Span NAMED = new Span(1_300_000, 1_700_000);

    @TempDir
    Path folder;

    private Bench bench;
    private Rater anna;
    private Rater ben;
    private Adjudicating adjudicating;

    @BeforeEach
    void rateTwice() throws Exception {
        bench = new Bench(folder);
        Recording recording = bench.record();
        anna = rate("Anna", recording);
        mark("seizure", SURE);
        mark("seizure", MISSED);
        mark("rearing", NAMED);
        ben = rate("Ben", recording);
        mark("seizure", new Span(480_000, 1_280_000));
        mark("falling", new Span(1_300_000, 1_640_000));
        adjudicating = bench.session.adjudicating();
        bench.session.workAs("Anna").join();
        bench.session.showOthers(true).join();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Rater rate(String name, Recording recording) {
        bench.session.workAs(name).join();
        bench.session
                .reviewing()
                .declare(bench.session.state().cages().stream().map(Cage::id).toList(), recording.span())
                .join();
        return bench.session.state().rater().get();
    }

    private void mark(String label, Span span) {
        bench.session.marking().add(bench.cage(1).id(), label, span).join();
    }

    private Comparison compare() {
        return bench.session
                .agreeing()
                .compare(anna, ben, AgreementParameters.standard())
                .result()
                .join();
    }

    private List<Question> questions() {
        return adjudicating.questions(compare());
    }

    private List<Mark> layer(Layer layer) {
        return bench.labels().marks().stream()
                .filter(mark -> mark.layer() == layer)
                .toList();
    }

    private Settlement settlement() {
        List<Settlement> all = bench.labels().settlements();
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void whatTheRuleSettlesIsNotAsked() {
        assertEquals(
                List.of(Kind.MISSED, Kind.LABEL_DIFFERS),
                questions().stream().map(question -> question.dispute().kind()).toList());
        assertEquals(1, adjudicating.ruled(compare()));
        adjudicating.plan(adjudicating.plan().withEdges(Optional.empty())).join();
        assertEquals(
                List.of(Kind.MISSED, Kind.EDGES_DIFFER, Kind.LABEL_DIFFERS),
                questions().stream().map(question -> question.dispute().kind()).toList());
        assertEquals(0, adjudicating.ruled(compare()));
    }

    @Test
    void aRuleSaysThatItDidIt() throws Exception {
        EdgeRule union = new EdgeRule(Outcome.UNION, 0.5, 100_000);
        adjudicating.plan(adjudicating.plan().withEdges(Optional.of(union))).join();
        adjudicating.settleByRule(compare()).join();
        assertEquals(Optional.of(union), settlement().rule());
        assertEquals(Outcome.UNION, settlement().outcome());
        assertEquals(new Span(400_000, 1_280_000), layer(Layer.CONSENSUS).get(0).span());
        assertEquals(2, questions().size(), "what a rule settled is no question afterwards either");
        bench.reopen("Anna");
        bench.session.showOthers(true).join();
        assertEquals(Optional.of(union), settlement().rule());
        assertEquals(List.of(), bench.session.verify(Progress.NONE).join());
    }

    @Test
    void everyAnswerLeavesTheOriginalsAsTheyAre() {
        List<Mark> before = layer(Layer.RATING);
        Question missed = questions().get(0);
        for (Outcome outcome : List.of(Outcome.FIRST, Outcome.NEITHER, Outcome.UNCLEAR)) {
            adjudicating.settle(missed.dispute(), outcome, "seen at half speed").join();
            assertEquals(outcome, settlement().outcome());
            assertEquals("seen at half speed", settlement().reason());
            assertEquals(
                    outcome == Outcome.FIRST ? 1 : 0, layer(Layer.CONSENSUS).size());
            assertEquals(
                    outcome == Outcome.UNCLEAR ? Optional.of(new Doubt("seizure", MISSED)) : Optional.empty(),
                    settlement().doubt());
            assertFalse(questions().get(0).open());
            assertEquals(before, layer(Layer.RATING));
            bench.session.edits().undo().join();
            assertTrue(questions().get(0).open());
            assertEquals(List.of(), layer(Layer.CONSENSUS));
        }
        bench.session.edits().redo().join();
        assertEquals(Outcome.UNCLEAR, settlement().outcome());
    }

    @Test
    void anAdjudicatorDrawsAMarkOfTheirOwn() {
        Question named = questions().get(1);
        assertFalse(Adjudicating.possible(named.dispute(), Outcome.MEAN), "two labels have no mean");
        Span span = new Span(1_320_000, 1_600_000);
        adjudicating.draw(named.dispute(), "falling", span, "").join();
        Mark drawn = layer(Layer.CONSENSUS).get(0);
        assertEquals(span, drawn.span());
        assertEquals("falling", drawn.label());
        assertEquals(Origin.Kind.ADJUDICATION, drawn.origin().kind());
        assertEquals(2, drawn.origin().sources().size());
        assertEquals(Outcome.DRAWN, settlement().outcome());
    }

    @Test
    void aQuestionIsAnsweredOnceAndCanBeOpenedAgain() {
        Question missed = questions().get(0);
        adjudicating.settle(missed.dispute(), Outcome.FIRST, "").join();
        assertTrue(adjudicating
                .settle(missed.dispute(), Outcome.NEITHER, "")
                .join()
                .isEmpty());
        Settlement made = settlement();
        adjudicating
                .reopen(made, bench.labels().mark(made.markId().orElseThrow()))
                .join();
        assertEquals(List.of(), bench.labels().settlements());
        assertEquals(List.of(), layer(Layer.CONSENSUS));
        adjudicating.settle(missed.dispute(), Outcome.NEITHER, "").join();
        assertEquals(Outcome.NEITHER, settlement().outcome());
    }

    @Test
    void aPlanMayWantReasons() {
        adjudicating.plan(adjudicating.plan().withReasons(true)).join();
        Question missed = questions().get(0);
        var refused = assertThrows(
                CompletionException.class,
                () -> adjudicating.settle(missed.dispute(), Outcome.FIRST, " ").join());
        assertTrue(Sentence.of(refused).contains("reason"));
        assertEquals(List.of(), bench.labels().settlements());
        adjudicating.settle(missed.dispute(), Outcome.FIRST, "clonus").join();
        assertEquals("clonus", settlement().reason());
    }

    @Test
    void thePlanIsKeptAndOnlyTheOwnerChangesIt() throws Exception {
        ReviewPlan plan = new ReviewPlan(InclusionRule.both(0.3), Optional.empty(), true, true, 10);
        adjudicating.plan(plan).join();
        bench.reopen("Anna");
        assertEquals(plan, bench.session.adjudicating().plan());
        assertEquals(List.of(), bench.session.verify(Progress.NONE).join());
        bench.session.edits().undo().join();
        assertEquals(ReviewPlan.standard(), bench.session.adjudicating().plan());
        assertEquals(List.of(), bench.session.verify(Progress.NONE).join());
        bench.session.workAs("Ben").join();
        var refused = assertThrows(
                CompletionException.class,
                () -> bench.session.adjudicating().plan(plan).join());
        assertTrue(Sentence.of(refused).contains("owner"), Sentence.of(refused));
    }

    private void nudge(String rater, Span before, long by) {
        bench.session.workAs(rater).join();
        bench.session.showOthers(true).join();
        Mark mark = bench.labels().marks().stream()
                .filter(one -> one.layer() == Layer.RATING && one.span().equals(before))
                .findFirst()
                .orElseThrow();
        bench.session.marking().move(Set.of(mark.id()), by).join();
        bench.session.workAs("Anna").join();
        bench.session.showOthers(true).join();
    }

    @Test
    void aDecisionAboutAMarkThatIsChangedAfterwardsIsToldAndAskedAgain() throws Exception {
        Question missed = questions().get(0);
        adjudicating.settle(missed.dispute(), Outcome.FIRST, "").join();
        assertEquals(
                List.of(MISSED), layer(Layer.CONSENSUS).stream().map(Mark::span).toList());
        assertEquals(List.of(), compare().outdated());
        nudge("Anna", MISSED, 100_000);
        Span moved = new Span(2_100_000, 2_500_000);
        assertEquals(1, compare().outdated().size());
        Question again = questions().get(0);
        assertTrue(again.open());
        assertEquals(Outcome.FIRST, again.before().orElseThrow().outcome());
        assertEquals(moved, again.dispute().span());
        assertEquals(
                List.of(),
                Outdated.without(bench.labels()).marks().stream()
                        .filter(mark -> mark.layer() == Layer.CONSENSUS)
                        .toList(),
                "what is exported does not hold it");
        var given = bench.session
                .interchange()
                .give(new MarkCsv(), folder.resolve("consensus.csv"), mark -> mark.layer() == Layer.CONSENSUS);
        assertEquals(0, given.result().join().kept());
        adjudicating.settle(again.dispute(), Outcome.FIRST, "").join();
        assertEquals(
                List.of(moved), layer(Layer.CONSENSUS).stream().map(Mark::span).toList());
        assertEquals(1, bench.labels().settlements().size(), "the old decision is gone");
        assertEquals(List.of(), compare().outdated());
        bench.session.edits().undo().join();
        assertEquals(1, compare().outdated().size(), "undone, the old one is back and outdated");
        assertEquals(List.of(), bench.session.verify(Progress.NONE).join());
    }

    @Test
    void aRuleAppliesAgainToAPairThatIsChangedAfterwards() {
        adjudicating.settleByRule(compare()).join();
        Span mean = new Span(440_000, 1_240_000);
        assertEquals(
                List.of(mean), layer(Layer.CONSENSUS).stream().map(Mark::span).toList());
        assertEquals(0, adjudicating.ruled(compare()));
        nudge("Anna", SURE, 40_000);
        assertEquals(1, adjudicating.ruled(compare()));
        adjudicating.settleByRule(compare()).join();
        assertEquals(
                List.of(new Span(460_000, 1_260_000)),
                layer(Layer.CONSENSUS).stream().map(Mark::span).toList());
    }

    @Test
    void aDecisionWhoseMarkIsTakenAwayCountsForNothing() {
        adjudicating.settle(questions().get(0).dispute(), Outcome.NEITHER, "").join();
        bench.session
                .marking()
                .delete(bench.labels().marks().stream()
                        .filter(mark -> mark.span().equals(MISSED))
                        .map(Mark::id)
                        .collect(Collectors.toSet()))
                .join();
        assertEquals(1, compare().outdated().size());
    }

    @Test
    void nothingThereIsAskedAgainWhenTheMarkIsMovedAndHoldsWhenItIsMovedBack() throws Exception {
        adjudicating.settle(questions().get(0).dispute(), Outcome.NEITHER, "").join();
        assertEquals(List.of(), compare().outdated());
        nudge("Anna", MISSED, 100_000);
        assertEquals(1, compare().outdated().size());
        assertTrue(questions().get(0).open());
        assertEquals(
                Outcome.NEITHER,
                questions().get(0).before().orElseThrow().outcome(),
                "the question tells what was said before");
        bench.reopen("Anna");
        bench.session.showOthers(true).join();
        adjudicating = bench.session.adjudicating();
        assertEquals(1, compare().outdated().size(), "also in the file");
        nudge("Anna", new Span(2_100_000, 2_500_000), -100_000);
        assertEquals(List.of(), compare().outdated());
        assertFalse(questions().get(0).open());
        assertEquals(List.of(), bench.session.verify(Progress.NONE).join());
    }

    @Test
    void aDrawnMarkIsAskedAboutAgainWhenOneOfTheTwoGetsAnotherName() {
        adjudicating
                .draw(questions().get(1).dispute(), "falling", new Span(1_320_000, 1_600_000), "")
                .join();
        assertEquals(List.of(), compare().outdated());
        Mark rearing = layer(Layer.RATING).stream()
                .filter(mark -> mark.label().equals("rearing"))
                .findFirst()
                .orElseThrow();
        assertTrue(settlement().stillAbout(sources()));
        bench.session
                .marking()
                .change(Set.of(rearing.id()), mark -> mark.withLabel("falling"))
                .join();
        assertFalse(settlement().stillAbout(sources()));
        assertEquals(1, compare().outdated().size());
        assertEquals(
                List.of(),
                Outdated.without(bench.labels()).marks().stream()
                        .filter(mark -> mark.layer() == Layer.CONSENSUS)
                        .toList());
    }

    private List<Mark> sources() {
        return settlement().sources().stream()
                .map(id -> bench.labels().mark(id).orElseThrow())
                .toList();
    }

    @Test
    void aSettlementThatDoesNotTellWhatItsMarksWereLikeHolds() {
        adjudicating.settle(questions().get(0).dispute(), Outcome.NEITHER, "").join();
        Settlement told = settlement();
        Settlement older = new Settlement(
                java.util.UUID.fromString("6b1f2c1e-8a35-4a52-9d0f-3f6d2a9c7e11"),
                told.recordingId(),
                told.cageId(),
                told.raterId(),
                told.sources(),
                Outcome.NEITHER,
                Optional.empty());
        List<Mark> moved = sources().stream()
                .map(mark -> mark.withSpan(mark.span().shifted(1)))
                .toList();
        assertTrue(older.stillAbout(moved));
        assertFalse(told.stillAbout(moved));
        assertEquals(8, told.id().version());
        assertEquals(2, told.id().variant(), "an ordinary UUID to everybody else");
    }
}
