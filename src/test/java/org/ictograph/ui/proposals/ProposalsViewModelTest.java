package org.ictograph.ui.proposals;

import static org.ictograph.ui.shell.RatedStudy.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Mark;
import org.ictograph.session.Marking.Edge;
import org.ictograph.ui.shell.RatedStudy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposalsViewModelTest {
    private RatedStudy study;
    private ProposalsViewModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        study = new RatedStudy(folder, Runnable::run);
        study.review();
        model = new ProposalsViewModel(study.session());
    }

    @AfterEach
    void close() {
        study.close();
    }

    private double selectedScore() {
        return model.selectedRow().orElseThrow().proposal().score();
    }

    @Test
    void listsTheBestScoreFirstAndSelectsIt() {
        assertEquals(
                List.of(0.9, 0.7, 0.4),
                model.rows().stream().map(row -> row.proposal().score()).toList());
        assertEquals(
                List.of(1, 2, 1), model.rows().stream().map(ProposalRow::cage).toList());
        assertEquals("70-2", model.rows().get(1).animal());
        assertEquals(0.9, selectedScore());
        assertEquals(new Tally(3, 0, 0, 0), model.tally().get());
    }

    private List<Mark> marks() {
        return study.session().state().labels().get().marks();
    }

    @Test
    void acceptingMakesAMarkAndGoesOn() {
        int before = marks().size();
        model.show(model.rows().get(2).id());
        model.accept().join();
        assertEquals(before + 1, marks().size());
        assertEquals(Optional.of(Verdict.ACCEPTED), model.rows().get(2).verdict());
        assertEquals(0.9, selectedScore());
        assertEquals(new Tally(2, 1, 0, 0), model.tally().get());
    }

    /** The best proposal, 5 to 10 s, is the seizure that was marked by hand from 5 to 11 s: an overlap of 5/6. */
    @Test
    void acceptingWhatIsMarkedJoinsThatMark() {
        List<Mark> before = marks();
        model.accept().join();
        assertEquals(before, marks());
        assertEquals(Optional.of(Verdict.ACCEPTED), model.rows().get(0).verdict());
        assertEquals(
                "done.joined",
                study.session().state().notice().get().orElseThrow().key());
        model.undo();
        study.session().settled().join();
        assertEquals(Optional.empty(), model.rows().get(0).verdict());
        assertEquals(before, marks());
    }

    @Test
    void adjustingWhatIsMarkedCorrectsThatMark() {
        int before = marks().size();
        model.adjust().join();
        assertEquals(span(5, 11), model.adjusted().orElseThrow().span());
        assertEquals(before, marks().size());
    }

    @Test
    void afterTheLastItGoesBackToWhatWasLeftOut() {
        model.show(model.rows().get(2).id());
        model.reject().join();
        assertEquals(0.9, selectedScore());
        model.reject().join();
        model.reject().join();
        assertEquals(new Tally(0, 0, 0, 3), model.tally().get());
        assertTrue(model.accept().join().isEmpty(), "nothing is open any more");
    }

    @Test
    void adjustingMovesTheEdgesOfTheNewMarkByFrames() {
        model.show(model.rows().get(2).id());
        model.adjust().join();
        Mark made = model.adjusted().orElseThrow();
        assertEquals(span(20, 22), made.span());
        model.nudge(Edge.ONSET, -1);
        study.session().settled().join();
        assertEquals(
                study.session().playback().index().orElseThrow().microsOf(299),
                model.adjusted().orElseThrow().span().start());
        model.finishAndGoOn();
        assertTrue(model.adjusted().isEmpty());
        assertEquals(0.9, selectedScore());
    }

    @Test
    void undoTakesADecisionBack() {
        model.reject().join();
        model.undo();
        study.session().settled().join();
        assertEquals(new Tally(3, 0, 0, 0), model.tally().get());
    }

    @Test
    void decidedOnesCanBeLeftOut() {
        model.onlyOpen().set(true);
        model.accept().join();
        assertEquals(2, model.rows().size());
        assertEquals(3, model.queue().size());
    }

    @Test
    void loopsTheSelectedOneInItsCage() {
        ProposalRow second = model.rows().get(1);
        model.show(second.id());
        assertEquals(
                Optional.of(second.proposal().cageId()),
                study.session().state().focusedCage().get());
        assertTrue(study.session().playback().playing().get());
        model.stop();
        assertTrue(!study.session().playback().playing().get());
    }

    @Test
    void aBlindRaterSeesNone() {
        study.session().showOthers(false).join();
        assertTrue(model.rows().isEmpty());
        assertTrue(model.selectedRow().isEmpty());
    }
}
