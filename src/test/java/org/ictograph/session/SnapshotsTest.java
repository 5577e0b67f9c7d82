package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.image.Image;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
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

    private Path take() {
        Snapshots snapshots = bench.session.snapshots();
        return snapshots
                .take(snapshots.folder().resolve(snapshots.name()))
                .orElseThrow()
                .result()
                .join();
    }

    @Test
    void theExactFrameIsWrittenInTheSourcesPixelsBesideTheStudy() throws Exception {
        bench.record();
        bench.session.playback().seekFrame(31);
        Path first = take();
        bench.session.playback().seekFrame(32);
        Path second = take();
        assertEquals(folder.resolve("snapshots"), first.getParent());
        assertTrue(first.getFileName().toString().endsWith(" 00-00-01.240 frame 31.png"), first.toString());
        try (var one = Files.newInputStream(first);
                var two = Files.newInputStream(second)) {
            Image before = new Image(one);
            Image after = new Image(two);
            assertEquals(128, before.getWidth());
            assertEquals(64, before.getHeight());
            int step = (after.getPixelReader().getArgb(5, 5) & 0xff)
                    - (before.getPixelReader().getArgb(5, 5) & 0xff);
            assertTrue(step >= 2 && step <= 3, "two steps of limited-range luma are 2.3 of full range, not " + step);
        }
    }

    @Test
    void aBlindRaterIsNotToldTheNameOfTheRecording() {
        String name = bench.record().name();
        assertFalse(bench.session.snapshots().name().contains(name));
        bench.session.showOthers(true).join();
        assertTrue(bench.session.snapshots().name().contains(name));
    }

    @Test
    void withoutARecordingThereIsNothingToTake() {
        assertEquals(Optional.empty(), bench.session.snapshots().take(folder.resolve("none.png")));
    }

    @Test
    void aFolderThatCannotBeMadeIsToldInASentence() throws Exception {
        bench.record();
        Files.writeString(folder.resolve("snapshots"), "a file");
        var job = bench.session
                .snapshots()
                .take(folder.resolve("snapshots").resolve("a.png"))
                .orElseThrow();
        String sentence =
                job.result().handle((file, failure) -> Sentence.of(failure)).join();
        assertTrue(sentence.startsWith("The folder "), sentence);
    }
}
