package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.model.LogStep;
import org.ictograph.model.Span;
import org.ictograph.store.StudyStore;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However short the end of the log is that is read at first, the same comes to be undone and redone next. */
class HistoryTest {
    @TempDir
    Path folder;

    private static Optional<Long> sequence(Optional<LogStep> step) {
        return step.map(LogStep::sequence);
    }

    @Test
    void theEndOfTheLogIsEnough() throws Exception {
        UUID rater;
        Path file;
        try (Bench bench = new Bench(folder)) {
            bench.record();
            rater = bench.session.state().rater().get().id();
            file = bench.file();
            UUID cage = bench.cage(1).id();
            for (int i = 0; i < 4; i++) {
                bench.session
                        .marking()
                        .add(cage, "rearing", new Span(i * 100_000L, i * 100_000L + 50_000))
                        .join();
            }
            bench.session.edits().undo().join();
            bench.session.edits().undo().join();
            bench.session.edits().undo().join();
            bench.session.edits().redo().join();
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            History whole = new History();
            whole.recall(History.read(store, rater, Integer.MAX_VALUE));
            for (int reach = 1; reach < 10; reach++) {
                History end = new History();
                end.recall(History.read(store, rater, reach));
                assertEquals(sequence(whole.toUndo()), sequence(end.toUndo()), "reach " + reach);
                assertEquals(sequence(whole.toRedo()), sequence(end.toRedo()), "reach " + reach);
            }
            assertTrue(whole.canRedo().get());
        }
    }
}
