package org.ictograph.localizer.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ictograph.localizer.Trained;
import org.ictograph.model.Recording;
import org.ictograph.video.FrameReader;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a disk changed behind the program's back is not gone on with, even where it still looks like numbers. */
class KeptNumbersTest {
    @TempDir
    Path folder;

    /** Another number in the same place, with nothing else of the file touched. */
    private static void flip(Path file, int fromEnd) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - fromEnd] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void featuresThatWereChangedAreMeasuredAgain() throws Exception {
        CageFilm film = CageFilm.write(folder, 1);
        Recording recording = film.recording();
        FeatureCache cache = new FeatureCache(folder.resolve("features"), "encoder");
        cache.keep(recording, film.cage(0), List.of(new float[] {1, 2}, new float[] {3, 4}));
        List<float[]> kept = cache.find(recording, film.cage(0)).orElseThrow();
        assertArrayEquals(new float[] {3, 4}, kept.get(1));
        flip(cache.file(recording, film.cage(0)), 2);
        assertTrue(cache.find(recording, film.cage(0)).isEmpty());

        Path before = cache.file(recording, film.cage(1));
        Safetensors.write(before, Map.of(), Map.of("features", new Safetensors.Tensor(List.of(1L, 2L), new float[] {5, 6
        })));
        assertArrayEquals(
                new float[] {5, 6},
                cache.find(recording, film.cage(1)).orElseThrow().get(0),
                "those from before there were checksums are still used");
    }

    @Test
    void withoutRoomOneSentenceTellsThatNothingIsKept() throws Exception {
        CageFilm film = CageFilm.write(folder, 1);
        Path full = Files.writeString(folder.resolve("full"), "no folder can be made here");
        ListAppender<ILoggingEvent> told = new ListAppender<>();
        told.start();
        Logger log = (Logger) LoggerFactory.getLogger(FeatureSource.class);
        log.addAppender(told);
        ModelFolder encoder = ModelFolder.open(Golden.of("timesformer").folder());
        try (Weights weights = encoder.weights(Golden.torch());
                FrameReader reader = film.films().open(film.recording())) {
            SmallLocalizer small = new SmallLocalizer(film, encoder.classifier(weights), full);
            assertEquals(28, small.propose(reader, Progress.NONE).tracks().size());
        } finally {
            log.detachAppender(told);
        }
        assertEquals(
                List.of("The folder for features " + full + " cannot be made. film is looked at again the next time."),
                told.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertNull(told.list.get(0).getThrowableProxy());
    }

    @Test
    void aCheckpointThatWasChangedIsPassedOver() throws Exception {
        Checkpoints checkpoints = new Checkpoints(folder.resolve(new UUID(0, 1).toString()), "of the test");
        Trained.Epoch epoch = Trained.Epoch.of(0.5);
        for (int made = 1; made <= 2; made++) {
            Map<String, Safetensors.Tensor> tensors =
                    Map.of("weights.a", new Safetensors.Tensor(List.of(3L), new float[] {made, 2, 3}));
            List<Trained.Epoch> epochs = made == 1 ? List.of(epoch) : List.of(epoch, epoch);
            checkpoints.keep(new Checkpoints.Checkpoint("of the test", made, 1, epochs, tensors));
        }
        assertEquals(2, checkpoints.newest().step());
        flip(checkpoints.folder().resolve("epoch-00002.safetensors"), 1);
        assertEquals(1, checkpoints.newest().step());
    }
}
