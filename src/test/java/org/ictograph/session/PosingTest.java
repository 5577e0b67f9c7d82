package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.Profiles;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Recording;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of key points attached to the cages of a real video, by where the points lie. */
class PosingTest {
    private Bench bench;
    private Recording recording;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        recording = bench.record();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A table of DeepLabCut: an animal at each place, its nose moving right by a tenth of a pixel a frame. */
    private Path table(String name, int frames, String[] animals, double... x) throws IOException {
        StringBuilder text = new StringBuilder("scorer" + ",D".repeat(3 * animals.length) + "\n");
        if (animals.length > 1) {
            text.append("individuals");
            for (String animal : animals) {
                text.append(("," + animal).repeat(3));
            }
            text.append('\n');
        }
        text.append("bodyparts").append(",nose".repeat(3 * animals.length)).append("\ncoords");
        text.append(",x,y,likelihood".repeat(animals.length)).append('\n');
        for (int frame = 0; frame < frames; frame++) {
            text.append(frame);
            for (double start : x) {
                text.append(String.format(Locale.ROOT, ",%.1f,30.0,0.9", start + frame / 10.0));
            }
            text.append('\n');
        }
        return Files.writeString(bench.folder.resolve(name), text);
    }

    private List<PoseTrack> attach(Path file, PoseChoice choice) {
        return bench.session
                .posing()
                .attach(recording.id(), file, choice)
                .result()
                .join();
    }

    private List<PoseTrack> attached() {
        return bench.session.posing().attached().join();
    }

    private KeyPoints points(List<PoseTrack> tracks, PoseTrack of) throws Exception {
        return Objects.requireNonNull(
                bench.session.posing().read(tracks, Progress.NONE).get(of));
    }

    private void assertRefused(String sentence, Path file, PoseChoice choice) {
        Throwable failure = assertThrows(CompletionException.class, () -> attach(file, choice));
        assertInstanceOf(SessionException.class, Sentence.cause(failure));
        assertEquals(sentence, Sentence.of(failure));
        assertEquals(List.of(), attached());
    }

    @Test
    void eachAnimalGoesToTheCageWhereItLiesAndUndoTakesItAway() throws Exception {
        Path file = table("two ä.csv", Bench.FRAMES, new String[] {"b", "a"}, 80, 10);
        List<PoseTrack> tracks = attach(file, PoseChoice.BY_PLACE);
        assertEquals(tracks, attached());
        PoseTrack first = tracks.get(0);
        assertEquals(bench.cage(2).id(), first.cageId());
        assertEquals("b", first.track());
        assertEquals("two ä.csv", first.path());
        assertEquals(Files.size(file), first.bytes());
        assertEquals(List.of("nose"), first.points());
        assertEquals(bench.cage(1).id(), tracks.get(1).cageId());
        KeyPoints read = points(tracks, first);
        assertEquals(87.4f, read.x(74, 0));
        assertEquals(tracks, attach(file, PoseChoice.BY_PLACE), "nothing changes");
        bench.session.edits().undo().join();
        assertEquals(List.of(), attached());
        bench.session.edits().redo().join();
        assertEquals(tracks, attached());
        bench.reopen("Anna");
        assertEquals(tracks, attached(), "kept on the disk");
        assertTrue(bench.session.posing().detach(List.of(first.cageId())).join().isPresent());
        assertEquals(tracks.subList(1, 2), attached());
        assertEquals(
                Optional.empty(),
                bench.session.posing().detach(List.of(first.cageId())).join());
    }

    @Test
    void aProgramThatSawTheCageAloneCountsFromItsCorner() throws Exception {
        Path file = table("crop.csv", Bench.FRAMES, new String[] {"a"}, 20);
        PoseTrack track = attach(file, new PoseChoice(OptionalInt.of(2), Optional.empty(), true))
                .get(0);
        assertEquals(64, track.x());
        assertEquals(0, track.y());
        assertEquals(84.1f, points(List.of(track), track).x(1, 0));
        PoseTrack other = attach(file, PoseChoice.BY_PLACE).get(0);
        assertEquals(bench.cage(1).id(), other.cageId(), "seen as the whole picture it lies in the first");
    }

    @Test
    void whatDoesNotFitGetsASentence() throws Exception {
        PoseChoice second = new PoseChoice(OptionalInt.of(2), Optional.empty(), false);
        assertRefused(
                "“short.csv” tells of 74 frames, but video ä,1 has 75; attach what DeepLabCut found in this very video.",
                table("short.csv", 74, new String[] {"a"}, 10),
                PoseChoice.BY_PLACE);
        Path one = table("one.csv", Bench.FRAMES, new String[] {"a"}, 10);
        assertRefused(
                "Only 0 % of the key points of “one.csv” lie in cage 2; name the right cage, and say so when the program"
                        + " saw the cage alone (for a command: --in-cage).",
                one, second);
        Path both = table("both.csv", Bench.FRAMES, new String[] {"a", "b"}, 10, 20);
        assertRefused(
                "The key points of “a” and of “b” of “both.csv” both lie in cage 1; attach one of them (for a command:"
                        + " --cage and --track).",
                both,
                PoseChoice.BY_PLACE);
        assertRefused(
                "“both.csv” holds the animals a, b; say which one lives in the cage (for a command: --track).",
                both,
                second);
        assertRefused(
                "“both.csv” holds no animal “c”, only a, b.",
                both,
                new PoseChoice(OptionalInt.empty(), Optional.of("c"), false));
        assertRefused(
                "The key points of the animal of “far.csv” lie in no cage of video ä,1; name the cage (for a command:"
                        + " --cage, and --in-cage when the program saw the cage alone).",
                table("far.csv", Bench.FRAMES, new String[] {"a"}, 500),
                PoseChoice.BY_PLACE);
        assertRefused("video ä,1 has no cage 7.", one, new PoseChoice(OptionalInt.of(7), Optional.empty(), false));
    }

    @Test
    void aFileThatChangedOrWentIsToldOf() throws Exception {
        Path file = table("one.csv", Bench.FRAMES, new String[] {"a"}, 10);
        List<PoseTrack> tracks = attach(file, PoseChoice.BY_PLACE);
        Path changed = table("one.csv", Bench.FRAMES, new String[] {"a"}, 11);
        assertEquals(
                "The key points " + changed + " were changed since they were attached; attach the file again.",
                assertThrows(
                                SessionException.class,
                                () -> bench.session.posing().read(tracks, Progress.NONE))
                        .getMessage());
        Files.delete(file);
        assertEquals(
                "The key points " + file + " are not there; attach the file where it is now, or detach it.",
                assertThrows(
                                SessionException.class,
                                () -> bench.session.posing().read(tracks, Progress.NONE))
                        .getMessage());
        Throwable failure = assertThrows(
                CompletionException.class,
                () -> bench.session
                        .exporting()
                        .plan(ExportOrder.of(Profiles.JOINTS))
                        .result()
                        .join());
        assertEquals(
                "The key points " + file + " are not there; attach the file where it is now, or detach it.",
                Sentence.of(failure));
        assertTrue(
                bench.session
                        .exporting()
                        .plan(ExportOrder.of(Profiles.RODEPIL))
                        .result()
                        .join()
                        .obstacle()
                        .isPresent(),
                "no other profile asks for them");
    }
}
