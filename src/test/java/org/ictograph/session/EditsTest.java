package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.Marking.Edge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditsTest {
    private static final Span ONE = new Span(400_000, 1_200_000);

    @TempDir
    Path folder;

    private Bench bench;
    private UUID mark;

    @BeforeEach
    void markOnce() throws Exception {
        bench = new Bench(folder);
        bench.record();
        bench.session.marking().add(bench.cage(1).id(), "seizure", ONE).join();
        mark = bench.session.state().selectedMark().get().orElseThrow();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whatWasMarkedIsThereAfterReopening() {
        List<Mark> before = bench.labels().marks();
        bench.reopen("Anna");
        assertEquals(before, bench.labels().marks());
        assertEquals(ONE, bench.labels().marks().get(0).span());
    }

    @Test
    void undoAndRedoGoBackAndForthWithoutLimit() {
        for (int i = 1; i <= 20; i++) {
            long onset = 400_000 + i * Bench.FRAME / 4;
            bench.session.marking().setEdge(mark, Edge.ONSET, onset).join();
        }
        List<Mark> latest = bench.labels().marks();
        for (int i = 0; i < 21; i++) {
            bench.session.edits().undo().join();
        }
        assertEquals(List.of(), bench.labels().marks());
        assertFalse(bench.session.edits().canUndo().get());
        for (int i = 0; i < 21; i++) {
            bench.session.edits().redo().join();
        }
        assertEquals(latest, bench.labels().marks());
        assertFalse(bench.session.edits().canRedo().get());
    }

    @Test
    void undoAndRedoSurviveARestart() {
        bench.session.marking().delete(mark).join();
        bench.session.edits().undo().join();
        bench.session.edits().undo().join();
        bench.reopen("Anna");
        assertEquals(List.of(), bench.labels().marks());
        bench.session.edits().redo().join();
        assertEquals(ONE, bench.labels().marks().get(0).span());
        bench.session.edits().redo().join();
        assertEquals(List.of(), bench.labels().marks());
        bench.session.edits().undo().join();
        assertEquals(mark, bench.labels().marks().get(0).id());
    }

    @Test
    void whatIsTakenBackAndDoneAgainIsTold() {
        bench.session.marking().delete(mark).join();
        bench.session.edits().undo().join();
        assertEquals(
                Notice.done("undone", Verb.DELETE_MARK),
                bench.session.state().notice().get().orElseThrow());
        bench.session.edits().redo().join();
        assertEquals(
                Notice.done("redone", Verb.DELETE_MARK),
                bench.session.state().notice().get().orElseThrow());
    }

    @Test
    void aNewEditEndsWhatCouldBeRedone() {
        bench.session.edits().undo().join();
        assertTrue(bench.session.edits().canRedo().get());
        bench.session.marking().add(bench.cage(2).id(), "rearing", ONE).join();
        assertFalse(bench.session.edits().canRedo().get());
    }

    @Test
    void anotherRaterUndoesOnlyTheirOwn() {
        bench.session.workAs("Ben").join();
        assertFalse(bench.session.edits().canUndo().get());
        bench.session.edits().undo().join();
        bench.session.workAs("Anna").join();
        assertEquals(1, bench.labels().marks().size());
    }

    @Test
    void anEditThatTheStoreRefusesChangesNothingAndSaysSo() {
        var refused = bench.session.cages().delete(bench.cage(1).id());
        assertThrows(CompletionException.class, refused::join);
        assertEquals(2, bench.session.state().cages().size());
        assertEquals(Stored.STORED, bench.session.state().stored().get(), "nothing waits to be stored");
        Notice notice = bench.session.state().notice().get().orElseThrow();
        assertTrue(notice.problem());
        assertFalse(notice.arguments().get(0).toString().contains("Exception"), notice.toString());
    }

    @Test
    void editsMadeInAHurryAllCount() {
        var first = bench.session.marking().nudge(Set.of(mark), Edge.OFFSET, 1);
        var second = bench.session.marking().nudge(Set.of(mark), Edge.OFFSET, 1);
        first.join();
        second.join();
        assertEquals(
                1_200_000 + 2 * Bench.FRAME,
                bench.labels().marks().get(0).span().end());
    }

    @Test
    void theStudyIsSoundAfterAllThat() {
        bench.session.marking().split(mark, 800_000).join();
        bench.session.edits().undo().join();
        assertEquals(
                List.of(),
                bench.session.verify(org.ictograph.work.Progress.NONE).join());
    }
}
