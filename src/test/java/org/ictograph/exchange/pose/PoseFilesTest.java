package org.ictograph.exchange.pose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.exchange.PoseFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the real libraries (see the README beside them), and files that are wrong. */
class PoseFilesTest {
    @TempDir
    private Path folder;

    private Path sample(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = PoseFilesTest.class.getResourceAsStream(name)) {
            Files.copy(Objects.requireNonNull(in), file);
        }
        return file;
    }

    private PoseFile read(String sample) throws Exception {
        return new PoseFiles().read(sample(sample));
    }

    /** The formula of the samples. */
    private static void assertAnimal(int animal, KeyPoints points) {
        assertEquals(6, points.frames());
        for (int frame = 0; frame < 6; frame++) {
            for (int point = 0; point < points.points().size(); point++) {
                boolean missing = point == 1 && frame == 3;
                assertEquals(!missing, points.known(frame, point), frame + " " + point);
                if (!missing) {
                    assertEquals(100 * animal + 10 * point + frame + 0.25f, points.x(frame, point));
                    assertEquals(7 * point + 2 * frame + 0.5f, points.y(frame, point));
                    assertEquals(1 - 0.125f * frame, points.likelihood(frame, point));
                } else {
                    assertTrue(Float.isNaN(points.likelihood(frame, point)), "nothing is known of it");
                }
            }
        }
        assertFalse(points.known(6, 0), "beyond the last frame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlc-one.csv", "dlc-one.h5"})
    void oneAnimalOfDeepLabCut(String name) throws Exception {
        PoseFile file = read(name);
        assertEquals("DeepLabCut", file.program());
        assertEquals(1, file.tracks().size());
        assertEquals("", file.tracks().get(0).track());
        assertEquals(List.of("nose", "left ear"), file.tracks().get(0).points());
        assertAnimal(0, file.tracks().get(0));
        assertFalse(file.openEnded());
        assertEquals(64, file.fingerprint().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dlc-two.csv", "dlc-two.h5"})
    void severalAnimalsOfDeepLabCut(String name) throws Exception {
        PoseFile file = read(name);
        assertEquals(
                List.of("rat1", "rat2", "single"),
                file.tracks().stream().map(KeyPoints::track).toList());
        assertAnimal(0, file.tracks().get(0));
        assertAnimal(1, file.tracks().get(1));
        assertEquals(List.of("corner"), file.tracks().get(2).points());
        assertAnimal(2, file.tracks().get(2));
    }

    @Test
    void animalsOfSleap() throws Exception {
        for (String name : List.of("sleap-two.h5", "sleap-turned.h5")) {
            PoseFile file = read(name);
            assertEquals("SLEAP", file.program());
            assertTrue(file.openEnded());
            assertEquals(
                    List.of("track_0", "track_1"),
                    file.tracks().stream().map(KeyPoints::track).toList());
            assertAnimal(0, file.tracks().get(0));
            assertAnimal(1, file.tracks().get(1));
        }
        PoseFile one = read("sleap-one.h5");
        assertEquals("", one.tracks().get(0).track());
        assertAnimal(0, one.tracks().get(0));
    }

    /** As SLEAP wrote it before 1.1.4 and as its manual still offers it (docs/predictions.analysis.h5): without scores. */
    @Test
    void pointsThatSleapDidNotScoreAreSure() throws Exception {
        PoseFile file = read("sleap-unscored.h5");
        assertEquals(
                List.of("track_0", "track_1"),
                file.tracks().stream().map(KeyPoints::track).toList());
        KeyPoints second = file.tracks().get(1);
        assertEquals(115.25f, second.x(5, 1));
        assertEquals(17.5f, second.y(5, 1));
        assertEquals(1f, second.likelihood(5, 1));
        assertFalse(second.known(3, 1));
    }

    @Test
    void whatIsNotFoundMovesNowhere() throws Exception {
        KeyPoints moved = read("dlc-one.csv").tracks().get(0).moved(5, -2);
        assertEquals(5.25f, moved.x(0, 0));
        assertEquals(-1.5f, moved.y(0, 0));
        assertEquals(1f, moved.likelihood(0, 0));
        assertFalse(moved.known(3, 1));
    }

    private void assertRefused(String sentence, Path file) {
        assertEquals(
                sentence,
                assertThrows(ExchangeException.class, () -> new PoseFiles().read(file))
                        .getMessage());
    }

    private void assertRefused(String sentence, String... lines) throws IOException {
        assertRefused(sentence, Files.writeString(folder.resolve("x.csv"), String.join("\n", lines)));
    }

    private static final String[] HEAD = {"scorer,D,D,D", "bodyparts,nose,nose,nose", "coords,x,y,likelihood"};

    @Test
    void eachWrongTableGetsASentence() throws Exception {
        assertRefused(
                "“x.csv”, line 1: this is no table of DeepLabCut, which begins with the lines scorer, bodyparts and"
                        + " coords.",
                "time,x,y");
        assertRefused("“x.csv” ends before the line “coords” of a table of DeepLabCut.", HEAD[0], HEAD[1]);
        assertRefused("“x.csv” tells of no frame, or of no key point.", HEAD);
        assertRefused(
                "“x.csv”, line 5: there are 2 numbers instead of 3; was the file cut off?",
                HEAD[0],
                HEAD[1],
                HEAD[2],
                "0,1,2,0.5",
                "1,1,2");
        assertRefused(
                "“x.csv”, line 5: the first cell should be the frame 1, not “2”. Attach what DeepLabCut found in the"
                        + " whole video.",
                HEAD[0],
                HEAD[1],
                HEAD[2],
                "0,1,2,0.5",
                "2,1,2,0.5");
        assertRefused("“x.csv”, line 4: “one” is no number.", HEAD[0], HEAD[1], HEAD[2], "0,one,2,0.5");
        assertRefused(
                "“x.csv”, frame 0: the key point “nose” has the likelihood 1.5, which should lie between 0 and 1. Let"
                        + " the pose program write the file anew.",
                HEAD[0],
                HEAD[1],
                HEAD[2],
                "0,1,2,1.5");
        assertRefused(
                "“x.csv” has no likelihood for “nose”: it holds labels that people set. Attach what DeepLabCut found in"
                        + " the whole video.",
                "scorer,D,D",
                "bodyparts,nose,nose",
                "coords,x,y",
                "0,1,2");
        assertRefused(
                "“x.csv” has two columns “x” for “nose”.", "scorer,D,D", "bodyparts,nose,nose", "coords,x,x", "0,1,2");
        assertRefused("“x.csv” is empty.", "");
        assertRefused("There is no file “" + folder.resolve("none.h5") + "”.", folder.resolve("none.h5"));
    }

    @Test
    void eachWrongHdfFileGetsASentence() throws Exception {
        assertRefused(
                "“dlc-fixed.h5” keeps “df_with_missing” in another form than DeepLabCut does; let it save the table as"
                        + " CSV and attach that.",
                sample("dlc-fixed.h5"));
        assertRefused(
                "“dlc-labelled.h5” names a picture in each row instead of counting frames: it holds labels that people"
                        + " set. Attach what DeepLabCut found in the whole video.",
                sample("dlc-labelled.h5"));
        Path cut = sample("sleap-two.h5");
        byte[] whole = Files.readAllBytes(cut);
        for (int length : new int[] {20, 600, whole.length / 2, whole.length - 40}) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            String told = String.valueOf(assertThrows(ExchangeException.class, () -> new PoseFiles().read(cut))
                    .getMessage());
            assertTrue(
                    told.startsWith("“sleap-two.h5” was cut off: it should have " + (length < 56 ? 56 : whole.length)
                            + " bytes, but has " + length),
                    told);
        }
    }

    /** Whatever a disk makes of a file, the answer is key points or a sentence. */
    @Test
    void flippedBytesNeverEndInADefect() throws Exception {
        java.util.Random dice = new java.util.Random(7);
        for (String name : List.of("sleap-two.h5", "dlc-two.h5", "dlc-two.csv")) {
            Path file = sample(name);
            byte[] whole = Files.readAllBytes(file);
            for (int trial = 0; trial < 60; trial++) {
                byte[] flipped = whole.clone();
                flipped[dice.nextInt(Math.min(flipped.length, 6000))] ^= (byte) (1 << dice.nextInt(8));
                Files.write(file, flipped);
                try {
                    new PoseFiles().read(file);
                } catch (ExchangeException told) {
                    assertTrue(String.valueOf(told.getMessage()).contains(name), told.getMessage());
                }
            }
        }
    }

    @Test
    void aPickleThatWouldRunCodeIsRefused() {
        assertEquals(List.of(List.of("a", "ä—")), PickledNames.read("(lp0\n(Va\np1\nVä\\u2014\np2\ntp3\na."));
        assertThrows(IllegalArgumentException.class, () -> PickledNames.read("cos\nsystem\n(S'ls'\ntR."));
        assertThrows(IllegalArgumentException.class, () -> PickledNames.read("(lp0\n"));
        assertThrows(IllegalArgumentException.class, () -> PickledNames.read("a."));
        assertThrows(IllegalArgumentException.class, () -> PickledNames.read("Vx\n."));
    }
}
