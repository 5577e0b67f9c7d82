package org.ictograph.ui.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.measure.Dispute.Kind;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjudicationViewModelTest {
    private RatedStudy study;
    private AgreementViewModel agreement;
    private AdjudicationViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new RatedStudy(folder, this::oneAfterTheOther);
        study.review();
        agreement = new AgreementViewModel(study.session());
        model = new AdjudicationViewModel(study.session(), agreement);
        agreement.compare().join();
        model.start();
    }

    @AfterEach
    void close() {
        study.close();
    }

    /** The view model begins a comparison by itself; that one and the test's do not show themselves at once. */
    private synchronized void oneAfterTheOther(Runnable shown) {
        shown.run();
    }

    private QuestionRow selected() {
        return model.selected().get().orElseThrow();
    }

    private List<Mark> consensus() {
        return study.session().state().labels().get().marks().stream()
                .filter(mark -> mark.layer() == Layer.CONSENSUS)
                .toList();
    }

    private Settlement last() {
        List<Settlement> all = study.session().state().labels().get().settlements();
        return all.get(all.size() - 1);
    }

    @Test
    void beginsWithTheMostConsequentialAndGoesOnByItself() {
        assertEquals("staring", selected().dispute().labels().get(0));
        assertEquals("70-2", selected().animal());
        assertEquals(List.of(0L, 2), List.of(model.done(), model.asked()));
        model.settle(Outcome.FIRST).join();
        assertEquals(List.of("staring"), consensus().stream().map(Mark::label).toList());
        assertEquals("rearing", selected().dispute().labels().get(0));
        assertEquals(List.of(1L, 2), List.of(model.done(), model.asked()));
        model.settle(Outcome.MEAN).join();
        assertEquals(14_250_000, consensus().get(1).span().start());
        assertTrue(model.selected().get().isEmpty());
        assertTrue(model.questions().isEmpty());
        model.answered().set(true);
        assertEquals(2, model.questions().size());
    }

    @Test
    void whoChoosesAVersionWithoutAMarkSaysThatNothingHappened() {
        assertTrue(selected().second().isEmpty());
        model.settle(Outcome.SECOND).join();
        assertEquals(Outcome.NEITHER, last().outcome());
        assertEquals(List.of(), consensus());
    }

    @Test
    void undoOpensTheQuestionAgain() {
        model.settle(Outcome.UNCLEAR).join();
        agreement.undo().join();
        assertEquals(0, model.done());
        assertEquals(2, model.questions().size());
    }

    @Test
    void anAnsweredQuestionIsOpenedAgain() {
        model.settle(Outcome.FIRST).join();
        model.answered().set(true);
        model.selected()
                .set(model.questions().stream().filter(row -> !row.open()).findFirst());
        assertFalse(model.possible(Outcome.FIRST));
        model.reopen().join();
        assertEquals(List.of(), consensus());
        assertEquals(0, model.done());
    }

    @Test
    void theKindsAreCountedAndShownAlone() {
        assertEquals(1, model.open(Kind.MISSED));
        assertEquals(1, model.open(Kind.EDGES_DIFFER));
        model.nextKind();
        assertEquals(1, model.questions().size());
        model.nextKind();
        assertEquals(Optional.of(Kind.LABEL_DIFFERS), model.kind().get());
        assertTrue(model.questions().isEmpty());
        assertTrue(model.selected().get().isEmpty());
        model.nextKind();
        model.nextKind();
        assertEquals(Optional.empty(), model.kind().get());
        assertEquals(2, model.questions().size());
    }

    @Test
    void edgesAreDrawnAtThePlayhead() {
        assertFalse(model.possible(Outcome.DRAWN));
        study.session().playback().seek(2_000_000);
        model.edgeHere(true);
        study.session().playback().seek(3_000_000);
        model.edgeHere(false);
        model.nudge(false, 1);
        model.label().set("rearing");
        assertTrue(model.possible(Outcome.DRAWN));
        model.settle(Outcome.DRAWN).join();
        assertEquals("rearing", consensus().get(0).label());
        assertEquals(2_000_000, consensus().get(0).span().start());
        assertTrue(Math.abs(3_066_667 - consensus().get(0).span().end()) <= 1, "a frame later");
        assertTrue(model.drawn().isEmpty(), "the next question begins with nothing drawn");
    }

    @Test
    void theRuleSettlesWhatIsAlike() {
        assertEquals(2, model.ruled());
        assertEquals(2, model.settleByRule().join());
        assertEquals(0, model.ruled());
        assertEquals(2, model.asked());
        assertEquals(2, consensus().size());
    }

    @Test
    void anonymousRatersAreNamedOnceTheQuestionIsAnswered() {
        model.plan(model.plan().withAnonymous(true)).join();
        for (QuestionRow row : model.questions()) {
            assertFalse(row.named());
        }
        assertEquals("A", model.name(Outcome.FIRST));
        assertEquals("B", model.versions().orElseThrow().secondName());
        QuestionRow staring = selected();
        boolean markedFirst = staring.first().isPresent();
        model.settle(markedFirst ? Outcome.FIRST : Outcome.SECOND).join();
        assertEquals(Outcome.FIRST, last().outcome(), "the first rater's, wherever it was shown");
        model.answered().set(true);
        model.selected()
                .set(model.questions().stream().filter(row -> !row.open()).findFirst());
        assertEquals(RatedStudy.FIRST, model.name(markedFirst ? Outcome.FIRST : Outcome.SECOND));
    }

    @Test
    void theOrderOfAnonymousVersionsIsDrawnAndStays() {
        long swapped = 0;
        for (int i = 0; i < 400; i++) {
            Mark mark = Mark.byHand(
                    java.util.UUID.randomUUID(),
                    java.util.UUID.randomUUID(),
                    java.util.UUID.randomUUID(),
                    "seizure",
                    RatedStudy.span(1, 2));
            var dispute = new org.ictograph.measure.Dispute(Kind.MISSED, Optional.of(mark), Optional.empty());
            java.util.UUID of = java.util.UUID.randomUUID();
            assertEquals(QuestionRow.drawn(dispute, of), QuestionRow.drawn(dispute, of));
            swapped += QuestionRow.drawn(dispute, of) ? 1 : 0;
        }
        assertTrue(swapped > 140 && swapped < 260, swapped + " of 400 swapped");
    }

    @Test
    void aReasonIsAskedForWhereThePlanWantsOne() {
        model.plan(model.plan().withReasons(true)).join();
        assertTrue(model.needsReason());
        model.reason().set("no clonus");
        assertFalse(model.needsReason());
        model.settle(Outcome.NEITHER).join();
        assertEquals("no clonus", last().reason());
        assertEquals("", model.reason().get());
    }
}
