package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three seconds of two cages with a proposal from 1 to 2 in the first: windows 0–1 and 2–3 there, 0–3 in the second. */
class AuditingTest {
    private Bench bench;
    private Recording recording;
    private Cage first;
    private Cage second;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        recording = bench.record();
        first = bench.cage(1);
        second = bench.cage(2);
        Run run = new Run(UUID.randomUUID(), recording.id(), "rhythm-1", "", new TreeMap<>(), "");
        Proposal proposal =
                new Proposal(UUID.randomUUID(), run.id(), recording.id(), first.id(), "seizure", span(1, 2), 0.9);
        bench.session.edits().make(Edit.adding(Verb.PROPOSE, run, proposal)).join();
        bench.session.showOthers(true).join();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    private void mark(Cage cage, String label, Span span) {
        UUID rater = bench.session.state().rater().get().id();
        bench.session
                .edits()
                .make(Edit.adding(Verb.ADD_MARK, Mark.byHand(recording.id(), cage.id(), rater, label, span)))
                .join();
    }

    private Auditing.Standing standing() {
        return bench.session.auditing().standing("seizure", 1).join();
    }

    private void lookThrough(int windows) {
        for (int i = 0; i < windows; i++) {
            bench.session.auditing().looked(standing().next().orElseThrow()).join();
        }
    }

    @Test
    void windowsLieWhereNothingIsProposed() {
        List<AuditWindow> windows = standing().plan().windows().stream()
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
        assertEquals(
                List.of(span(0, 1), span(0, 3), span(2, 3)),
                windows.stream().map(AuditWindow::span).toList());
        assertEquals(second.id(), windows.get(1).cageId());
        assertEquals(1, standing().open());
        assertTrue(standing().estimate().recall().undefined().startsWith("Not known"));
    }

    @Test
    void whatIsMarkedInAnAuditedWindowWasMissed() {
        mark(first, "seizure", span(1.1, 2.4));
        mark(second, "seizure", span(0.5, 1.5));
        mark(second, "rearing", span(2, 2.5));
        lookThrough(3);
        assertEquals(3, standing().audited());
        assertEquals(1, standing().estimate().found());
        assertEquals(1, standing().estimate().missed());
        Statistic recall = standing().estimate().recall();
        assertEquals(0.5, recall.value().orElseThrow());
        assertEquals(0.5, recall.low().orElseThrow(), "all windows were looked through");
        assertEquals(0.5, recall.high().orElseThrow());
        assertTrue(standing().next().isEmpty());
    }

    @Test
    void marksThatOverlapAreOneEvent() {
        mark(first, "seizure", span(1.1, 1.6));
        mark(first, "seizure", span(1.5, 2.2));
        assertEquals(1, standing().estimate().found());
    }

    /** An onset before the proposal that the mark touches was found, if early. */
    @Test
    void whatTouchesAProposalWasFound() {
        mark(first, "seizure", span(0.8, 1.2));
        lookThrough(3);
        assertEquals(1, standing().estimate().found());
        assertEquals(0, standing().estimate().missed());
        assertEquals(1, standing().estimate().recall().value().orElseThrow());
    }

    /** Of three windows one is seen, empty: M may be 0, 1 or 2 (P(none seen | M = 2) = 1/3), so recall from 1/3 to 1. */
    @Test
    void whatWasNotLookedThroughWidensTheInterval() {
        mark(first, "seizure", span(1.1, 1.9));
        lookThrough(1);
        Statistic recall = standing().estimate().recall();
        assertEquals(1, recall.value().orElseThrow());
        assertEquals(1.0 / 3, recall.low().orElseThrow(), 1e-12);
        assertEquals(1, recall.high().orElseThrow());
    }

    /** Curves of how much moves are no proposals. */
    @Test
    void whereNoModelHasProposedThereIsNothingToEstimate(@TempDir Path other) throws Exception {
        try (Bench fresh = new Bench(other)) {
            Recording bare = fresh.record();
            ScoreTrack moves = new ScoreTrack(
                    UUID.randomUUID(),
                    fresh.cage(1).id(),
                    ScoreTrack.MOTION,
                    0,
                    Span.SECOND,
                    List.of(0.1F, 0.2F, 0.1F));
            Run run = new Run(moves.runId(), bare.id(), "activity-1", "", new TreeMap<>(), "");
            fresh.session
                    .edits()
                    .make(Edit.adding(Verb.PROPOSE, run), List.of(moves))
                    .join();
            fresh.session.showOthers(true).join();
            Auditing.Standing before =
                    fresh.session.auditing().standing("seizure", 1).join();
            for (AuditWindow window : before.plan().windows()) {
                fresh.session.auditing().looked(window).join();
            }
            Auditing.Standing after =
                    fresh.session.auditing().standing("seizure", 1).join();
            assertFalse(after.estimate().proposed());
            assertEquals(2, after.audited());
            assertTrue(after.estimate().recall().undefined().contains("no model has proposed"));
        }
        assertTrue(standing().estimate().proposed());
    }

    @Test
    void anotherRaterStartsAnew() {
        lookThrough(2);
        bench.session.workAs("Ben").join();
        bench.session.showOthers(true).join();
        assertEquals(0, standing().audited());
    }

    @Test
    void whatIsDrawnIsFirstShownWithoutItsProposal() throws Exception {
        bench.session.adjudicating().plan(hiding(50)).join();
        proposeUntilOneIsDrawn();
        Auditing.Standing before = standing();
        AuditWindow window = before.hidden().keySet().iterator().next();
        CandidateGroup group = java.util.Objects.requireNonNull(before.hidden().get(window));
        assertTrue(window.span().intersection(group.span()).equals(Optional.of(group.span())));
        assertEquals(1, before.open());
        Triaging.Heap heap = bench.session.triaging().read().join();
        assertEquals(List.of(), heap.candidates(), "nobody is told of it");
        assertEquals(1, heap.unaided());
        bench.session.showOthers(true).join();
        assertEquals(List.of(), bench.session.state().labels().get().proposals(), "nor on the timeline");

        bench.session.auditing().looked(window, group).join();
        assertEquals(
                1, bench.session.triaging().read().join().candidates().size(), "nothing was seen: now it is asked");
        assertEquals(
                List.of(group.lead()), bench.session.state().labels().get().proposals(), "and it is on the timeline");
        assertEquals(1, standing().open());
        assertEquals(0, standing().hidden().size());
        assertEquals(1, standing().anchoring().unaided().shown());
        assertEquals(0, standing().anchoring().unaided().marked());
        assertEquals(Optional.empty(), bench.labels().decision(group.lead().id(), self()));

        bench.session.triaging().accept(group).join();
        assertEquals(1, standing().anchoring().secondThoughts());
        assertEquals(0, standing().open());
        assertEquals(0, standing().anchoring().aided().shown(), "it was not decided with the proposal in sight only");
    }

    /** The proposal lies from 1 to 2 s; by hand 1.25 to 1.9 is marked. */
    @Test
    void whatIsMarkedWithoutTheProposalStandsForIt() throws Exception {
        bench.session.adjudicating().plan(hiding(50)).join();
        proposeUntilOneIsDrawn();
        Auditing.Standing before = standing();
        AuditWindow window = before.hidden().keySet().iterator().next();
        mark(first, "seizure", span(1.25, 1.9));
        bench.session
                .auditing()
                .looked(window, java.util.Objects.requireNonNull(before.hidden().get(window)))
                .join();
        Anchoring anchoring = standing().anchoring();
        assertEquals(1, anchoring.unaided().marked());
        assertEquals(0.25, anchoring.unaided().onset().value().orElseThrow(), 1e-9);
        assertEquals(0.1, anchoring.unaided().offset().value().orElseThrow(), 1e-9);
        assertEquals(0, standing().open(), "nobody is asked again");
        assertEquals(1, bench.labels().marks().size());
        assertEquals(
                List.of(),
                bench.session.triaging().read().join().candidates().stream()
                        .filter(org.ictograph.measure.Candidate::open)
                        .toList());
        bench.reopen("Anna");
        bench.session.showOthers(true).join();
        assertEquals(anchoring, standing().anchoring(), "and it is in the file");
    }

    private UUID self() {
        return bench.session.state().rater().get().id();
    }

    private ReviewPlan hiding(int percent) {
        return bench.session.adjudicating().plan().withUnaided(percent);
    }

    /** Ids are by chance, so runs follow each other until the draw takes one. */
    private void proposeUntilOneIsDrawn() {
        for (int i = 0; i < 100 && standing().hidden().isEmpty(); i++) {
            Run run = new Run(UUID.randomUUID(), recording.id(), "rhythm-1", "", new TreeMap<>(), "");
            Proposal proposal =
                    new Proposal(UUID.randomUUID(), run.id(), recording.id(), first.id(), "seizure", span(1, 2), 0.9);
            bench.session.edits().make(Edit.adding(Verb.PROPOSE, run, proposal)).join();
        }
        assertEquals(1, standing().hidden().size());
    }
}
