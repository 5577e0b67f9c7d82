package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.model.FrameRate;
import org.ictograph.model.Recording;
import org.ictograph.model.Verb;
import org.ictograph.session.FrameTruth.FileReport;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.video.FrameReport.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTruthTest {
    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Recording stored(Recording recording) {
        return bench.session.state().study().get().recording(recording.id()).orElseThrow();
    }

    @Test
    void aStatedRateMovesFramesIsLoggedAndCanBeTakenBack() {
        Recording recording = bench.record();
        Recording slow = bench.session
                .frameTruth()
                .restate(recording.id(), Optional.of(new FrameRate(10, 1)))
                .result()
                .join();
        assertEquals(Bench.FRAMES * 100_000L, slow.duration());
        assertEquals(Bench.FRAMES, slow.frames());
        assertEquals(slow, stored(recording));
        var last = bench.session.log().join();
        assertEquals(Verb.STATE_RATE, last.get(last.size() - 1).edit().verb());
        bench.session.edits().undo().join();
        assertEquals(recording, stored(recording));
        bench.session.edits().redo().join();
        assertEquals(slow, stored(recording));
        Recording trusted = bench.session
                .frameTruth()
                .restate(recording.id(), Optional.empty())
                .result()
                .join();
        assertEquals(recording, trusted);
    }

    @Test
    void filesThatFollowEachOtherStillDo() throws Exception {
        Path first = bench.film(folder.resolve("1.mkv"), 0, 0, 30, 0);
        Path second = bench.film(folder.resolve("2.mkv"), 0, 30, 45, 0);
        Recording joined = bench.session
                .recordings()
                .add(new NewRecording(List.of(NewFile.of(first), NewFile.of(second)), List.of(), Optional.empty(), ""))
                .result()
                .join();
        Recording slow = bench.session
                .frameTruth()
                .restate(joined.id(), Optional.of(new FrameRate(10, 1)))
                .result()
                .join();
        assertEquals(3_000_000, slow.files().get(1).start());
        assertEquals(7_500_000, slow.duration());
        assertTrue(slow.gaps().isEmpty());
    }

    @Test
    void eachFileHasItsReport() {
        Recording recording = bench.record();
        List<FileReport> reports =
                bench.session.frameTruth().report(recording.id()).result().join();
        assertEquals(1, reports.size());
        assertEquals(recording.files().get(0), reports.get(0).file());
        assertTrue(reports.get(0).report().has(Kind.SEEKING));
    }
}
