package org.ictograph.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.Marking.Edge;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.ictograph.settings.KeyScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keys and buttons do, without a window: 30 frames per second, frame n starts at n / 30 s. */
class AnnotateViewModelTest {
    @TempDir
    Path folder;

    private SampleStudy study;
    private StudySession session;
    private AnnotateViewModel model;
    private AnnotateKeys keys;
    private List<Cage> cages;
    private final List<Label> coding = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        study = new SampleStudy(folder, Runnable::run);
        session = study.session();
        session.open(study.add("one", true).id()).join();
        model = new AnnotateViewModel(session);
        keys = new AnnotateKeys(
                model, () -> KeyMap.STANDARD, new AnnotateKeys.Asks(() -> {}, () -> {}, () -> {}, coding::add));
        cages = session.state().cages();
    }

    @AfterEach
    void close() {
        study.close();
    }

    private void press(String... chords) {
        for (String chord : chords) {
            assertTrue(keys.press(KeyChord.parse(chord)), chord + " does something");
            study.settle();
        }
    }

    @Test
    void aLetterThatMarksNothingInReviewScopeSaysSo() {
        assertEquals(KeyScope.REVIEW, model.scope().get());
        assertFalse(keys.press(KeyChord.parse("T")));
        assertEquals(
                List.of("tonic extension"), coding.stream().map(Label::name).toList());
        press("F7", "T", "T");
        assertEquals("tonic extension", only().label());
        assertEquals(1, coding.size());
    }

    private Mark only() {
        List<Mark> marks = session.state().labels().get().marks();
        assertEquals(1, marks.size());
        return marks.get(0);
    }

    private static Span frames(int first, int beyond) {
        return new Span(Math.round(first * 1e6 / 30), Math.round(beyond * 1e6 / 30));
    }

    private void addMark(int cage, String label, int first, int beyond) {
        session.marking()
                .add(cages.get(cage).id(), label, frames(first, beyond))
                .join();
        study.settle();
    }

    @Test
    void aLabelKeyStartsAndEndsASpanInCodeScope() {
        model.scope().set(KeyScope.CODE);
        session.playback().seekFrame(300);
        press("S");
        assertEquals(0, session.state().labels().get().marks().size(), "nothing is said before the offset");
        session.playback().seekFrame(449);
        press("S");
        assertEquals("seizure", only().label());
        assertEquals(frames(300, 450), only().span());
        assertEquals(cages.get(0).id(), only().cageId());
        assertEquals(Optional.of(only().id()), session.state().selectedMark().get());
    }

    @Test
    void withShiftALabelKeyMarksOneFrame() {
        model.scope().set(KeyScope.CODE);
        session.playback().seekFrame(30);
        press("Shift+5");
        assertEquals("neck jerk", only().label());
        assertEquals(frames(30, 31), only().span());
    }

    @Test
    void altPeeksIntoTheOtherScope() {
        session.playback().seekFrame(60);
        press("Alt+W");
        session.playback().seekFrame(69);
        press("Alt+W");
        assertEquals("wild running", only().label());
        assertEquals(KeyScope.REVIEW, model.scope().get());
    }

    @Test
    void lettersDoNothingElseInCodeScope() {
        model.scope().set(KeyScope.CODE);
        assertFalse(keys.press(KeyChord.parse("J")));
        assertFalse(session.playback().playing().get());
        press("F7");
        assertEquals(KeyScope.REVIEW, model.scope().get());
    }

    @Test
    void onsetAndOffsetBelongToTheSelectedMarkOrBeginANewOne() {
        session.playback().seekFrame(100);
        press("I");
        session.playback().seekFrame(199);
        press("O");
        assertEquals(frames(100, 200), only().span());
        session.playback().seekFrame(120);
        press("I");
        assertEquals(frames(120, 200), only().span());
        session.playback().seekFrame(300);
        press("I");
        assertEquals(frames(120, 200), only().span(), "a later onset begins another mark");
        session.playback().seekFrame(310);
        press("O");
        assertEquals(2, session.state().labels().get().marks().size());
    }

    @Test
    void anEarlierEventDoesNotStretchTheMarkThatIsStillSelected() {
        addMark(0, "seizure", 600, 700);
        session.playback().seekFrame(550);
        press("I");
        assertEquals(frames(550, 700), only().span(), "near it, it is corrected");
        assertEquals(Optional.of("done.onset"), said());
        session.playback().seekFrame(100);
        press("I");
        Mark first = only();
        assertEquals(frames(550, 700), first.span(), "far before it another one begins");
        session.playback().seekFrame(129);
        press("O");
        List<Mark> marks = session.state().labels().get().marks();
        assertEquals(2, marks.size());
        assertTrue(marks.contains(first));
        assertTrue(marks.stream().anyMatch(mark -> mark.span().equals(frames(100, 130))));
    }

    @Test
    void anOffsetWithoutAnOnsetLeavesAMarkThatLiesElsewhereAlone() {
        addMark(0, "seizure", 600, 700);
        for (int elsewhere : new int[] {100, 1_200}) {
            session.playback().seekFrame(elsewhere);
            press("O");
            assertEquals(frames(600, 700), only().span());
            assertEquals(Optional.of("annotate.unbegun"), said());
        }
        session.playback().seekFrame(719);
        press("O");
        assertEquals(frames(600, 720), only().span());
        assertEquals(Optional.of("done.offset"), said());
    }

    private Optional<String> said() {
        return session.state().notice().get().map(Notice::key);
    }

    @Test
    void inAnotherCageAnOnsetIsThatOfAnotherEvent() {
        session.playback().seekFrame(300);
        press("I");
        session.playback().seekFrame(449);
        press("O");
        Mark first = only();
        press("Ctrl+2");
        session.playback().seekFrame(330);
        press("I");
        assertEquals(List.of(first), session.state().labels().get().marks());
        session.playback().seekFrame(389);
        press("O");
        List<Mark> marks = session.state().labels().get().marks();
        assertEquals(2, marks.size());
        assertTrue(marks.contains(first), "what was marked in the first cage stays as it was");
        assertTrue(marks.stream()
                .anyMatch(mark ->
                        mark.cageId().equals(cages.get(1).id()) && mark.span().equals(frames(330, 390))));
    }

    @Test
    void onsetAndOffsetAreOfTheLabelThatTheRaterUsedLast() {
        press("F7", "4", "4", "F7");
        assertEquals("head nodding", only().label());
        assertEquals("head nodding", model.meant().get());
        session.workAs("Somebody new").join();
        assertEquals("seizure", model.meant().get(), "another rater has not used any");
        session.playback().seekFrame(300);
        press("I");
        session.playback().seekFrame(449);
        press("O");
        assertEquals("seizure", only().label());
    }

    @Test
    void nudgesSplitsDeletesAndTakesBack() {
        addMark(0, "rearing", 100, 200);
        press("Alt+Left");
        assertEquals(frames(99, 200), only().span());
        assertEquals(99, session.playback().frame().get(), "the onset is on the screen");
        press("Alt+Shift+Right");
        assertEquals(frames(99, 201), only().span());
        assertEquals(200, session.playback().frame().get(), "the last frame is on the screen");
        session.playback().seekFrame(150);
        press("B");
        assertEquals(2, session.state().labels().get().marks().size());
        press("Ctrl+Z", "Delete");
        assertEquals(0, session.state().labels().get().marks().size());
        press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z");
        assertEquals(frames(100, 200), only().span());
        press("Ctrl+Y");
        assertEquals(frames(99, 200), only().span());
    }

    @Test
    void edgesAndMarksAreVisitedInOrder() {
        addMark(0, "rearing", 100, 200);
        addMark(1, "rearing", 150, 160);
        model.clear();
        session.state().focusedCage().set(Optional.of(cages.get(0).id()));
        session.playback().seekFrame(0);
        press("Down");
        assertEquals(100, session.playback().frame().get());
        press("Down");
        assertEquals(200, session.playback().frame().get());
        press("Up", "Up");
        assertEquals(100, session.playback().frame().get(), "nothing before the first edge");
        session.playback().seekFrame(0);
        press("Tab", "Tab");
        assertEquals(150, session.playback().frame().get());
        assertEquals(
                Optional.of(cages.get(1).id()), session.state().focusedCage().get());
        press("Shift+Tab");
        assertEquals(100, session.playback().frame().get());
    }

    @Test
    void goesToTypedTimesAndUnseenTime() {
        assertTrue(model.jumps().goTo("f1,234"));
        assertEquals(1234, session.playback().frame().get());
        assertTrue(model.jumps().goTo("1:00"));
        assertEquals(1800, session.playback().frame().get());
        assertFalse(model.jumps().goTo("noon"));
        session.reviewing().declare(List.of(cages.get(0).id()), frames(0, 2400)).join();
        session.playback().seekFrame(10);
        press("N");
        assertEquals(2400, session.playback().frame().get());
    }

    @Test
    void proposalsAreDecidedOneAfterTheOther() {
        Run run = new Run(
                UUID.randomUUID(),
                session.state().recording().get().orElseThrow().id(),
                "m-1",
                "",
                new TreeMap<>(),
                "");
        Proposal first = proposal(run, 0, 100, 200);
        Proposal second = proposal(run, 1, 150, 180);
        session.edits()
                .make(new Edit(
                        Verb.PROPOSE,
                        List.of(new Change.Added(run), new Change.Added(second), new Change.Added(first))))
                .join();
        session.showOthers(true).join();
        session.state().selectedProposal().set(Optional.of(first.id()));
        press("A");
        assertEquals(first.span(), only().span());
        assertEquals(List.of(first.id()), only().origin().sources());
        assertEquals(
                Optional.of(second.id()), session.state().selectedProposal().get());
        assertEquals(150, session.playback().frame().get());
        press("R");
        assertEquals(1, session.state().labels().get().marks().size());
        assertEquals(
                Optional.of(Decision.Verdict.REJECTED),
                session.state()
                        .labels()
                        .get()
                        .decision(second.id(), session.state().rater().get().id())
                        .map(Decision::verdict));
    }

    private Proposal proposal(Run run, int cage, int first, int beyond) {
        return new Proposal(
                UUID.randomUUID(),
                run.id(),
                run.recordingId(),
                cages.get(cage).id(),
                "seizure",
                frames(first, beyond),
                0.5);
    }

    @Test
    void theSelectedMarkIsChangedFieldByField() {
        addMark(0, "rearing", 100, 200);
        SelectionViewModel selection = model.selection();
        selection.setLabel("falling");
        selection.setStage("4 rearing");
        selection.setNote(" left side ");
        selection.setOnset(3_360_000);
        selection.setLength(1_000_000);
        study.settle();
        assertEquals("falling", only().label());
        assertEquals("4 rearing", only().stage());
        assertEquals("left side", only().note());
        assertEquals(frames(101, 131).start(), only().span().start());
        assertEquals(frames(101, 131).end(), only().span().end());
        selection.setOnset(170_000_000);
        study.settle();
        assertEquals(frames(101, 131).end(), only().span().end(), "an onset after the offset is not taken");
        model.nudge(Edge.OFFSET, 1);
        study.settle();
        assertEquals(frames(101, 132).end(), only().span().end());
    }
}
