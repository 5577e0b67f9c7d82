package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.session.Recordings.NewCage;
import org.ictograph.session.Recordings.NewRecording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingsTest {
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

    @Test
    void aRecordingIsWhatTheVideoReallyIs() {
        Recording recording = bench.record();
        assertEquals("video ä,1", recording.name());
        assertEquals("video ä,1.mkv", recording.files().get(0).path());
        assertEquals(Bench.FRAMES, recording.frames());
        assertEquals(Bench.FRAMES * Bench.FRAME, recording.duration());
        assertEquals(
                List.of(1, 2),
                bench.session.state().cages().stream().map(Cage::position).toList());
    }

    @Test
    void theSameVideoIsNotAddedTwice() throws Exception {
        Recording recording = bench.record();
        Path copy = Files.copy(bench.video, folder.resolve("copy.mkv"));
        String sentence =
                failure(bench.session.recordings().add(NewRecording.of(copy)).result());
        assertEquals("copy.mkv is in the study already, as recording video ä,1; it is not added again.", sentence);
        assertEquals(List.of(recording), bench.session.state().study().get().recordings());
    }

    @Test
    void anotherVideoOfTheSameNameGetsAnotherName() throws Exception {
        bench.record();
        Path other = Files.createDirectory(folder.resolve("other")).resolve(bench.video.getFileName());
        bench.film(other, 5);
        Recording again =
                bench.session.recordings().add(NewRecording.of(other)).result().join();
        assertEquals("video ä,1 (2)", again.name());
    }

    @Test
    void aMissingVideoIsFoundAgainByItsContent() throws Exception {
        Recording recording = bench.record();
        Path moved = folder.resolve("elsewhere.mkv");
        bench.move(bench.video, moved);
        bench.reopenWithoutVideo();
        assertTrue(bench.session.recordings().missing(recording));
        String sentence = failure(bench.session.open(recording.id()));
        assertTrue(sentence.contains("relink"), sentence);
        assertEquals(0, bench.labels().marks().size(), "the labels are open without the video");

        Path other = folder.resolve("other.mkv");
        bench.film(other, 5);
        String refused = failure(bench.session.recordings().relink(other).result());
        assertTrue(refused.contains("other.mkv"), refused);

        Relinked relinked = bench.session.recordings().relink(moved).result().join();
        assertEquals(new Relinked(List.of(moved), List.of()), relinked);
        Recording found =
                bench.session.state().study().get().recording(recording.id()).orElseThrow();
        assertEquals("elsewhere.mkv", found.files().get(0).path());
        assertFalse(bench.session.recordings().missing(found));
        bench.session.open(found.id()).join();
    }

    @Test
    void whatIsNoVideoIsRefusedInASentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "This is a text file.");
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        for (Path wrong : List.of(text, empty, folder.resolve("nowhere.mp4"))) {
            String sentence = failure(
                    bench.session.recordings().add(NewRecording.of(wrong)).result());
            assertTrue(sentence.contains(wrong.getFileName().toString()), sentence);
            assertFalse(sentence.contains("Exception"), sentence);
        }
        assertEquals(List.of(), bench.session.state().study().get().recordings());
    }

    @Test
    void aCageOutsideThePictureIsRefusedWithTheWholeRecording() {
        NewCage outside = new NewCage(1, new Box(100, 0, 64, 64), Optional.empty(), Optional.empty());
        NewRecording added = NewRecording.of(bench.video).with(List.of(outside));
        String sentence = failure(bench.session.recordings().add(added).result());
        assertTrue(sentence.contains("cage 1"), sentence);
        assertEquals(List.of(), bench.session.state().study().get().recordings());
    }

    @Test
    void cagesAreDrawnSwappedAndCopied() throws Exception {
        Recording first = bench.record();
        bench.film(folder.resolve("other.mkv"), 5);
        Recording second = bench.session
                .recordings()
                .add(NewRecording.of(folder.resolve("other.mkv")))
                .result()
                .join();
        bench.session
                .cages()
                .change(bench.cage(1).id(), cage -> cage.withPosition(2))
                .join();
        assertEquals(new Box(64, 0, 64, 64), bench.cage(1).box());
        bench.session.cages().copyTo(second.id()).join();
        assertEquals(
                bench.session.state().cages().stream().map(Cage::box).toList(),
                bench.session.state().study().get().cagesOf(second.id()).stream()
                        .map(Cage::box)
                        .toList());
        bench.session.cages().nameAnimal(bench.cage(1).id(), "a/b, ü 🐀").join();
        assertEquals(
                "a/b, ü 🐀",
                bench.session
                        .state()
                        .study()
                        .get()
                        .subjectIn(bench.cage(1))
                        .orElseThrow()
                        .name());
        bench.session.cages().nameAnimal(bench.cage(1).id(), "70-9").join();
        assertTrue(bench.session.state().study().get().subjectNamed("a/b, ü 🐀").isEmpty(), "a mistyped name goes");
        bench.session.edits().undo().join();
        assertEquals(
                "a/b, ü 🐀",
                bench.session
                        .state()
                        .study()
                        .get()
                        .subjectIn(bench.cage(1))
                        .orElseThrow()
                        .name());
        bench.session.edits().undo().join();
        bench.session.edits().undo().join();
        bench.session.edits().undo().join();
        assertEquals(new Box(0, 0, 64, 64), bench.cage(1).box());
        assertEquals(List.of(), bench.session.state().study().get().cagesOf(second.id()));
        assertEquals(2, bench.session.state().study().get().cagesOf(first.id()).size());
    }

    private static String failure(CompletableFuture<?> future) {
        return Sentence.of(assertThrows(CompletionException.class, future::join));
    }
}
