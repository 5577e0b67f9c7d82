package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.StudySession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four marks in the first cage, one in the second; three minutes on 1800 pixels. */
class ChosenTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private AnnotateViewModel model;
    private Chosen chosen;
    private List<Cage> cages;

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        model = new AnnotateViewModel(session);
        model.timeline().setWidth(1800);
        chosen = model.timeline().chosen();
        session.open(study.add("one", true).id()).join();
        cages = session.state().cages();
        for (int i = 1; i <= 4; i++) {
            add(0, i * 10L);
        }
        add(1, 15);
        session.state().selectedMark().set(Optional.empty());
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void add(int cage, long second) {
        session.marking()
                .add(cages.get(cage).id(), "rearing", span(second, second + 5))
                .join();
        study.settle();
    }

    private static Span span(long from, long to) {
        return new Span(from * 1_000_000, to * 1_000_000);
    }

    private List<Mark> marks() {
        return session.state().labels().get().marks();
    }

    /** The mark of a cage that starts at a second. */
    private UUID at(int cage, long second) {
        return marks().stream()
                .filter(mark -> mark.cageId().equals(cages.get(cage).id())
                        && mark.span().start() == second * 1_000_000)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Long> seconds() {
        return marks().stream().map(mark -> mark.span().start() / 1_000_000).toList();
    }

    @Test
    void oneThatIsSelectedElsewhereIsChosenAlone() {
        chosen.only(List.of(at(0, 10), at(0, 20)));
        assertEquals(Optional.of(at(0, 10)), session.state().selectedMark().get());
        session.state().selectedMark().set(Optional.of(at(0, 20)));
        assertTrue(chosen.several(), "it is one of them");
        session.state().selectedMark().set(Optional.of(at(0, 40)));
        assertEquals(Set.of(at(0, 40)), chosen.ids().get());
        session.state().selectedMark().set(Optional.empty());
        assertEquals(Set.of(), chosen.ids().get());
    }

    @Test
    void oneMoreIsChosenAndLeftOutAgain() {
        chosen.only(List.of(at(0, 10)));
        chosen.toggle(at(1, 15));
        assertEquals(Set.of(at(0, 10), at(1, 15)), chosen.ids().get());
        chosen.toggle(at(1, 15));
        assertEquals(Set.of(at(0, 10)), chosen.ids().get());
        assertEquals(Optional.of(at(0, 10)), session.state().selectedMark().get());
    }

    @Test
    void aRangeReachesFromTheSelectedOne() {
        chosen.only(List.of(at(0, 10)));
        chosen.through(at(0, 30));
        assertEquals(Set.of(at(0, 10), at(0, 20), at(0, 30)), chosen.ids().get());
        assertEquals(Optional.of(at(0, 30)), session.state().selectedMark().get());
    }

    @Test
    void keysChooseMoreAndAllInTheLane() {
        chosen.only(List.of(at(0, 20)));
        model.extend(1);
        model.extend(1);
        model.extend(1);
        assertEquals(Set.of(at(0, 20), at(0, 30), at(0, 40)), chosen.ids().get());
        assertEquals(40_000_000, session.playback().position().get(), "the last one is shown");
        chosen.only(List.of(at(0, 20)));
        chosen.lane();
        assertEquals(4, chosen.ids().get().size());
        assertEquals(Optional.of(at(0, 20)), session.state().selectedMark().get());
    }

    @Test
    void aRectangleChoosesWhatItTouches() {
        double top = model.timeline().lanes().get().cages().get(0).y();
        double bottom = model.timeline().lanes().get().cages().get(1).y() + 10;
        model.timeline().chooseWithin(new RubberBand.Area(120, top, 260, bottom), false);
        assertEquals(Set.of(at(0, 10), at(0, 20), at(1, 15)), chosen.ids().get());
        model.timeline().chooseWithin(new RubberBand.Area(390, top, 410, top + 10), true);
        assertEquals(4, chosen.ids().get().size());
        model.timeline().chooseWithin(new RubberBand.Area(600, top, 610, bottom), false);
        assertEquals(Set.of(), chosen.ids().get());
    }

    @Test
    void escLeavesTheRectangleAndKeepsWhatWasChosen() {
        chosen.only(List.of(at(0, 30)));
        RubberBand band = model.timeline().band();
        band.begin(260, 40);
        band.stretch(120, 10);
        assertEquals(
                Optional.of(new RubberBand.Area(120, 10, 260, 40)), band.area().get());
        model.leave();
        assertEquals(Optional.empty(), band.area().get());
        band.stretch(100, 5);
        assertEquals(Optional.empty(), band.take(), "the button is still down, but the band was left");
        assertEquals(Set.of(at(0, 30)), chosen.ids().get());
    }

    @Test
    void allAreDeletedWithOneEdit() {
        chosen.only(List.of(at(0, 10), at(0, 30), at(1, 15)));
        model.deleteSelected();
        study.settle();
        assertEquals(List.of(20L, 40L), seconds());
        assertFalse(chosen.several());
        session.edits().undo().join();
        study.settle();
        assertEquals(List.of(10L, 15L, 20L, 30L, 40L), seconds());
    }

    @Test
    void allAreRelabelledAndMovedWithOneEditEach() {
        chosen.only(List.of(at(0, 10), at(0, 30)));
        model.selection().setLabel("falling");
        study.settle();
        assertEquals(
                List.of(10L, 30L),
                marks().stream()
                        .filter(mark -> mark.label().equals("falling"))
                        .map(mark -> mark.span().start() / 1_000_000)
                        .toList());
        model.moveSeconds(-20);
        study.settle();
        assertEquals(List.of(0L, 15L, 20L, 20L, 40L), seconds(), "they stop together at the beginning");
        model.nudgeSeconds(Edge.OFFSET, 1);
        study.settle();
        assertEquals(
                List.of(6L, 26L),
                chosen.marks().stream()
                        .map(mark -> mark.span().end() / 1_000_000)
                        .toList());
        session.edits().undo().join();
        session.edits().undo().join();
        session.edits().undo().join();
        study.settle();
        assertTrue(marks().stream().allMatch(mark -> mark.label().equals("rearing")));
        assertEquals(List.of(10L, 15L, 20L, 30L, 40L), seconds());
    }

    @Test
    void proposalsAreDecidedTogether() {
        UUID recording = session.state().recording().get().orElseThrow().id();
        Run run = new Run(UUID.randomUUID(), recording, "rhythm-1", "", new TreeMap<>(), "");
        List<Change> changes = new ArrayList<>(List.of(new Change.Added(run)));
        for (int i = 0; i < 3; i++) {
            changes.add(new Change.Added(new Proposal(
                    UUID.randomUUID(),
                    run.id(),
                    recording,
                    cages.get(0).id(),
                    "seizure",
                    span(60 + 40 * i, 90 + 40 * i),
                    0.5)));
        }
        session.edits().make(new Edit(Verb.PROPOSE, changes)).join();
        session.showOthers(true).join();
        study.settle();
        List<Proposal> proposals = session.state().labels().get().proposals();
        assertEquals(3, proposals.size());
        chosen.only(List.of(proposals.get(0).id(), proposals.get(2).id()));
        model.deciding().accept();
        study.settle();
        assertEquals(7, marks().size());
        assertEquals(
                2,
                session.state().labels().get().decisions().stream()
                        .filter(decision -> decision.verdict() == Decision.Verdict.ACCEPTED)
                        .count());
        session.edits().undo().join();
        study.settle();
        assertEquals(5, marks().size());
        assertEquals(List.of(), session.state().labels().get().decisions());
    }
}
