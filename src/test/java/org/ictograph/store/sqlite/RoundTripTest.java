package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a study comes out of it, after closing and opening too. */
class RoundTripTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void everyEntityComesBackAsItWent() throws Exception {
        Path file = folder.resolve("a b#c?d%20;ä 🐀'.icto");
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            Study study = store.study();
            assertEquals("Kainat ä 🐀", study.name());
            assertEquals(lab.protocol, study.protocol());
            assertEquals(List.of(lab.anna, lab.ben), study.raters());
            assertEquals(List.of(lab.rat), study.subjects());
            assertEquals(List.of(lab.recording), study.recordings());
            assertEquals(List.of(lab.cage, lab.emptyCage), study.cages());
            assertEquals(
                    List.of(lab.bensMark, lab.consensus, lab.mark), store.marks(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(List.of(lab.proposal), store.proposals(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(List.of(lab.decision), store.decisions(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(List.of(lab.track), store.tracks(Viewer.PROGRAM, lab.run.id()));
            assertEquals(List.of(lab.coverage), store.coverage(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(List.of(lab.settlement), store.settlements(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(List.of(), store.settlements(Viewer.blind(lab.anna.id()), lab.recording.id()));
            assertEquals(List.of(lab.receipt), store.receipts());
            Run run = store.runs(Viewer.PROGRAM, lab.recording.id()).get(0);
            assertEquals(lab.run.parameters(), run.parameters());
            assertEquals(64, run.tracksHash().length());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void keyPointsStayWithTheirCageUntilTheyAreTakenAway() throws Exception {
        Path file = folder.resolve("study.icto");
        PoseTrack pose = new PoseTrack(
                java.util.UUID.randomUUID(),
                lab.recording.id(),
                lab.cage.id(),
                "Posen/ä 🐀.h5",
                5_000_000_000L,
                "0f".repeat(32),
                "rat 1",
                -4,
                2,
                List.of("nose", "left ear, \"upper\""));
        try (StudyStore store = lab.createFilled(file)) {
            lab.commit(store, Edit.adding(Verb.ATTACH_POSE, pose));
            assertThrows(StoreException.class, () -> lab.commit(store, Edit.removing(Verb.DRAW_CAGES, lab.cage)));
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            assertEquals(List.of(pose), store.poseTracks());
            lab.commit(store, Edit.removing(Verb.DETACH_POSE, pose));
            assertEquals(List.of(), store.poseTracks());
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void theLogTellsWhoDidWhatWhen() throws Exception {
        Path file = folder.resolve("study.icto");
        LogEntry told;
        try (StudyStore store = lab.createFilled(file)) {
            lab.label(store);
            told = lab.commit(store, Edit.changing(Verb.CHANGE_MARK, lab.mark, lab.mark.withLabel("falling")));
        }
        try (StudyStore store = new SqliteStudyFiles().open(file)) {
            List<LogEntry> log = store.log(0, 100);
            assertEquals(Verb.CREATE_STUDY, log.get(0).edit().verb());
            assertEquals(told, log.get(log.size() - 1));
            assertEquals(10, told.sequence());
            assertEquals(lab.anna.id(), told.raterId());
            assertEquals(Lab.CLOCK.instant(), told.at());
            assertEquals("Europe/Luxembourg", told.zone());
            assertEquals(
                    List.of(9L, 10L),
                    store.log(8, 5).stream().map(LogEntry::sequence).toList());
            assertEquals(
                    List.of(1L, 2L),
                    store.log(0, 2).stream().map(LogEntry::sequence).toList());
        }
    }

    @Test
    void theInverseRestoresWhatWasThere() throws Exception {
        try (StudyStore store = lab.createFilled(folder.resolve("study.icto"))) {
            lab.label(store);
            List<Mark> before = store.marks(Viewer.PROGRAM, lab.recording.id());
            Mark first = lab.mark.withSpan(new Span(12_345_678, 15_000_000));
            Mark second = lab.bensMark.copiedAs(java.util.UUID.randomUUID());
            Edit edit = new Edit(
                    Verb.SPLIT_MARK,
                    List.of(
                            new Change.Changed(lab.mark, first),
                            new Change.Added(second),
                            new Change.Removed(lab.consensus)));
            LogEntry done = lab.commit(store, edit);
            assertEquals(
                    List.of(lab.bensMark, second).stream()
                            .map(Mark::id)
                            .sorted()
                            .toList(),
                    store.marks(Viewer.PROGRAM, lab.recording.id()).stream()
                            .filter(mark -> !mark.equals(first))
                            .map(Mark::id)
                            .sorted()
                            .toList());
            LogEntry undone = store.commit(lab.anna.id(), edit.inverse(), OptionalLong.of(done.sequence()), List.of());
            assertEquals(before, store.marks(Viewer.PROGRAM, lab.recording.id()));
            assertEquals(done.sequence(), undone.undoes().orElseThrow());
            assertEquals(undone, store.log(done.sequence(), 1).get(0));
            assertEquals(List.of(), store.verify(Progress.NONE));
        }
    }

    @Test
    void aClosedStudyIsOneFile() throws Exception {
        Path file = folder.resolve("study.icto");
        try (StudyStore store = lab.createFilled(file)) {
            assertEquals(file, store.file());
            assertTrue(Files.exists(folder.resolve("study.icto-wal")), "the write-ahead log is beside an open study");
            assertFalse(Files.exists(folder.resolve("study.icto-shm")), "the index stays in memory");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
