package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit is stored whole or not at all, and only if it fits. */
class CommitTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    private StudyStore store;

    @BeforeEach
    void fill() throws Exception {
        store = lab.createFilled(folder.resolve("study.icto"));
        lab.label(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEditOfAnOlderValueIsRefused() throws Exception {
        Mark moved = lab.mark.withSpan(new Span(1, 2));
        lab.commit(store, Edit.changing(Verb.CHANGE_MARK, lab.mark, moved));
        String changed =
                "The mark was changed in the meantime; look at it again and repeat the change. Nothing was changed.";
        assertEquals(changed, refused(Edit.changing(Verb.CHANGE_MARK, lab.mark, lab.mark.withNote("late"))));
        assertEquals(changed, refused(Edit.removing(Verb.DELETE_MARK, lab.mark)));
        assertEquals(changed, refused(Edit.adding(Verb.ADD_MARK, lab.mark)));
        lab.commit(store, Edit.changing(Verb.CHANGE_MARK, moved, moved.withNote("in time")));
    }

    @Test
    void oneChangeThatDoesNotFitUndoesAllOthers() throws Exception {
        Mark fresh = lab.mark.copiedAs(UUID.randomUUID());
        refused(new Edit(
                Verb.SPLIT_MARK,
                List.of(
                        new Change.Changed(lab.mark, lab.mark.withNote("half")),
                        new Change.Added(fresh),
                        new Change.Removed(fresh.withNote("never there")))));
    }

    @Test
    void namesAreUnique() throws Exception {
        assertEquals(
                "A rater named “Anna Müller” is already in the study; choose another. Nothing was changed.",
                refused(Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), "Anna Müller"))));
        assertEquals(
                "An animal named “70-3/ä, 🐀” is already in the study; choose another. Nothing was changed.",
                refused(Edit.adding(Verb.CHANGE_SUBJECT, Subject.named(lab.rat.name()))));
        assertEquals(
                "Cage 1 of “Feb-1 · M2U00244” is already in the study; choose another. Nothing was changed.",
                refused(Edit.changing(Verb.DRAW_CAGES, lab.emptyCage, lab.emptyCage.withPosition(1))));
    }

    @Test
    void cagesMaySwapTheirNumbers() throws Exception {
        lab.commit(
                store,
                new Edit(
                        Verb.DRAW_CAGES,
                        List.of(
                                new Change.Changed(lab.cage, lab.cage.withPosition(2)),
                                new Change.Changed(lab.emptyCage, lab.emptyCage.withPosition(1)))));
        assertEquals(
                List.of(lab.emptyCage.withPosition(1), lab.cage.withPosition(2)),
                store.study().cages());
    }

    @Test
    void nothingIsLeftWithoutWhatItRefersTo() throws Exception {
        assertEquals(
                "The mark would refer to a cage that is not in the study. Nothing was changed.",
                refused(Edit.adding(
                        Verb.ADD_MARK,
                        Mark.byHand(lab.recording.id(), UUID.randomUUID(), lab.anna.id(), "seizure", new Span(0, 1)))));
        refused(Edit.removing(Verb.DRAW_CAGES, lab.cage));
        StoreException stranger = assertThrows(
                StoreException.class,
                () -> store.commit(
                        UUID.randomUUID(),
                        Edit.removing(Verb.DELETE_MARK, lab.bensMark),
                        OptionalLong.empty(),
                        List.of()));
        assertEquals(
                "The edit log would refer to a rater that is not in the study. Nothing was changed.",
                stranger.getMessage());
        assertThrows(
                StoreException.class,
                () -> store.commit(
                        lab.anna.id(),
                        Edit.removing(Verb.DELETE_MARK, lab.bensMark),
                        OptionalLong.of(4711),
                        List.of()));
        assertUnchanged();
    }

    @Test
    void changesMayComeInAnyOrder() throws Exception {
        Subject late = Subject.named("late");
        lab.commit(
                store,
                new Edit(
                        Verb.DRAW_CAGES,
                        List.of(
                                new Change.Changed(lab.emptyCage, lab.emptyCage.withSubject(Optional.of(late.id()))),
                                new Change.Added(late))));
        assertEquals(List.of(), store.verify(Progress.NONE));
    }

    @Test
    void textThatCannotBeStoredExactlyIsRefused() throws Exception {
        assertEquals(
                "The mark holds a character or number that cannot be stored. Nothing was changed.",
                refused(Edit.changing(Verb.CHANGE_MARK, lab.mark, lab.mark.withNote("half a rat \ud83d"))));
    }

    @Test
    void tracksBelongToTheRunOfTheEdit() throws Exception {
        Run run = new Run(UUID.randomUUID(), lab.recording.id(), "rhythm-1", "", lab.run.parameters(), "");
        ScoreTrack track = new ScoreTrack(run.id(), lab.cage.id(), "seizure", 0, 1, List.of(0.5f));
        Edit edit = Edit.adding(Verb.PROPOSE, run);
        assertThrows(
                StoreException.class,
                () -> store.commit(lab.anna.id(), edit, OptionalLong.empty(), List.of(track, lab.track)));
        assertUnchanged();
        LogEntry stored = store.commit(lab.anna.id(), edit, OptionalLong.empty(), List.of(track));
        Run proven = store.runs(Viewer.PROGRAM, lab.recording.id()).get(1);
        assertEquals(TracksHash.of(List.of(track)), proven.tracksHash());
        assertEquals(Edit.adding(Verb.PROPOSE, proven), stored.edit());
        Run wrong = new Run(UUID.randomUUID(), lab.recording.id(), "rhythm-1", "", lab.run.parameters(), "00");
        assertTrue(refused(Edit.adding(Verb.PROPOSE, wrong)).startsWith("The score tracks are not those"));
    }

    private String refused(Edit edit) throws StoreException {
        List<LogEntry> log = store.log(0, 100);
        StoreException refusal = assertThrows(StoreException.class, () -> lab.commit(store, edit));
        assertEquals(log, store.log(0, 100));
        assertEquals(List.of(), store.verify(Progress.NONE));
        return String.valueOf(refusal.getMessage());
    }

    private void assertUnchanged() throws StoreException {
        assertEquals(9, store.log(0, 100).size());
        assertEquals(List.of(), store.verify(Progress.NONE));
    }
}
