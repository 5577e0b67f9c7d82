package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.ictograph.dataset.format.JointsLayout;
import org.ictograph.dataset.format.JsonManifests;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.Box;
import org.ictograph.model.Protocol;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real film in which a bright block walks, and key points that follow it: each film of the joint shows the block only. */
class JointsExportTest {
    private static final Videos VIDEOS = new FfmpegVideos();
    private static final int SECONDS = 60;

    @TempDir
    private Path folder;

    private Colony colony = new Colony();

    @BeforeEach
    void film() throws Exception {
        Path film = folder.resolve("M2U00244.avi");
        Footage.write(VIDEOS, film, SECONDS);
        colony = new Colony()
                .recording(
                        "M2U00244",
                        film,
                        VIDEOS.fingerprint(film),
                        VIDEOS.index(film, Optional.empty(), Progress.NONE),
                        "70-3",
                        "71")
                .reviewed("M2U00244", 1, 0, SECONDS)
                .reviewed("M2U00244", 2, 0, SECONDS)
                .consensus("M2U00244", 1, Protocol.SEIZURE, 40, 55)
                .consensus("M2U00244", 1, Protocol.ELECTROGRAPHIC_ONSET, 31, 31.1)
                .pose("M2U00244", 1, walk());
    }

    /** The middle of the block of the first cage; in every third frame it is not found, and never after 50 seconds. */
    private static KeyPoints walk() {
        float[] numbers = new float[SECONDS * 30 * 2 * KeyPoints.NUMBERS];
        java.util.Arrays.fill(numbers, Float.NaN);
        for (int frame = 0; frame < SECONDS * 30; frame++) {
            int at = frame * 2 * KeyPoints.NUMBERS;
            if (frame % 3 != 1 && frame < 50 * 30) {
                numbers[at] = (float) (frame / 2 % 48 + 8);
                numbers[at + 1] = 24;
                numbers[at + 2] = 0.9f;
            }
            numbers[at + 3] = 10;
            numbers[at + 4] = 11;
            numbers[at + 5] = 0.2f;
        }
        return new KeyPoints("rat", List.of("middle", "unsure / tail"), numbers);
    }

    private static Datasets datasets() {
        return new Datasets(VIDEOS, new JsonManifests(), List.of(new JointsLayout()), "1.2.3");
    }

    private static Profile profile() throws DatasetException {
        return Profiles.JOINTS
                .withFolds(2)
                .withClip(Profiles.JOINTS.clip().withSide(32).withCodec(Codec.FFV1))
                .withNegatives(new NegativeRule("none", 0, 0))
                .withJoints(JointForm.STANDARD.withSide(12).withRamp(true));
    }

    private Path export(String name) throws Exception {
        DatasetPlan plan = datasets().plan(colony.request(profile()));
        assertEquals(Optional.empty(), plan.obstacle());
        return datasets()
                .write(plan, folder.resolve(name), Progress.NONE)
                .folder()
                .resolve("data");
    }

    private static List<String[]> table(Path file) throws Exception {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void theRoomAskedForHoldsWhatIsWrittenOfJoints() throws Exception {
        DatasetPlan plan = datasets().plan(colony.request(profile()));
        Path data = export("set");
        PlannedClip with = clipOf(plan, "70-3");
        long written = 0;
        for (Path file : List.of(
                data.resolve(Joints.array(with.file())),
                data.resolve(Joints.film(List.of("middle", "unsure / tail"), 0, with.file())))) {
            written += Files.size(file);
        }
        assertTrue(written > 6_000, "a film has a header: " + written);
        assertTrue(written < room(plan, with) - room(plan, clipOf(plan, "71")), written + " bytes");
    }

    private static PlannedClip clipOf(DatasetPlan plan, String animal) {
        return plan.clips().stream()
                .filter(clip -> clip.place().subject().equals(animal))
                .findFirst()
                .orElseThrow();
    }

    private static long room(DatasetPlan plan, PlannedClip clip) {
        return new DatasetPlan(plan.request(), List.of(clip), List.of(), List.of(), List.of(), Optional.empty())
                .bytes();
    }

    @Test
    void eachJointHasAFilmThatFollowsIt() throws Exception {
        Path data = export("set");
        List<String[]> joints = table(data.resolve("joints.csv"));
        assertFalse(joints.isEmpty());
        for (String[] joint : joints) {
            assertEquals("middle", joint[1], "the other is never sure");
            assertTrue(joint[2].startsWith("joints/1-middle/"), joint[2]);
            Path film = data.resolve(joint[2]);
            List<Double> least = new ArrayList<>();
            try (FrameReader reader = VIDEOS.open(film, VIDEOS.index(film, Optional.empty(), Progress.NONE))) {
                assertEquals(12, reader.width());
                assertEquals(12, reader.height());
                reader.scan(
                        0,
                        reader.index().frames(),
                        (frame, micros, luma) -> {
                            int dark = 0;
                            for (byte pixel : luma) {
                                dark += (pixel & 0xff) < 150 ? 1 : 0;
                            }
                            least.add((double) dark / luma.length);
                        },
                        Progress.NONE);
            }
            assertEquals(30, least.size());
            assertEquals(0.667, Double.parseDouble(joint[3]), 0.034, "hidden in every third frame");
            long wrong = least.stream().filter(dark -> dark > 0.1).count();
            assertTrue(wrong <= 2, joint[2] + " shows something else in " + wrong + " frames: " + least);
        }
        assertTrue(
                table(data.resolve("segments.csv")).size() > joints.size(),
                "segments after the last place have no film of it");
    }

    @Test
    void tablesAndArraysTellWhereTheJointsAre() throws Exception {
        Path data = export("set");
        assertEquals(
                List.of("number,point", "1,middle", "2,unsure / tail"), Files.readAllLines(data.resolve("points.csv")));
        List<String[]> segments = table(data.resolve("segments.csv"));
        List<String> labels = segments.stream().map(row -> row[1]).sorted().toList();
        List<String> expected = new ArrayList<>(List.of(""));
        expected.addAll(java.util.Collections.nCopies(6 + 12, "0"));
        expected.addAll(List.of("1", "1", "1"));
        assertEquals(expected, labels);
        String[] transition =
                segments.stream().filter(row -> row[1].isEmpty()).findFirst().orElseThrow();
        assertEquals("0", transition[3], "starts at the electrographic onset");
        assertEquals("9", transition[4]);
        for (String[] row : segments) {
            assertEquals(row[5].equals("70-3"), !row[8].isEmpty(), "only one animal has key points");
            if (row[1].equals("1")) {
                double onset = Double.parseDouble(row[4]);
                assertTrue(onset <= 0 && onset > -40, row[4]);
            }
        }
        byte[] bytes = Files.readAllBytes(data.resolve(transition[8]));
        ByteBuffer numbers = ByteBuffer.wrap(bytes, bytes.length - 30 * 6 * 4, 30 * 6 * 4)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        // The second frame of the segment is that at 31 1/6 s: number 935, its block begins at 467 modulo 48.
        float[] second = new float[6];
        numbers.position(6 * 4);
        numbers.asFloatBuffer().get(second);
        assertArrayEquals(new float[] {43, 24, 0.9f, 10, 11, 0.2f}, second);
    }

    @Test
    void theSetProvesItselfAndComesOutTheSame() throws Exception {
        Path first = export("first");
        Path second = export("second");
        SortedMap<String, String> hashes = HashList.of(first, Progress.NONE);
        assertEquals(hashes, HashList.of(second, Progress.NONE));
        assertEquals(List.of(), datasets().verify(first, Progress.NONE));
        String card = Files.readString(first.resolve("README.md"));
        assertTrue(card.contains("films of the square of 12 pixels around each joint"), card);
        String film = hashes.keySet().stream()
                .filter(path -> path.startsWith("joints/"))
                .findFirst()
                .orElseThrow();
        String array = hashes.keySet().stream()
                .filter(path -> path.startsWith("keypoints/"))
                .findFirst()
                .orElseThrow();
        byte[] numbers = Files.readAllBytes(first.resolve(array));
        numbers[numbers.length - 1] ^= 1;
        Files.write(first.resolve(array), numbers);
        Files.delete(first.resolve(film));
        List<String> wrong = datasets().verify(first, Progress.NONE).stream()
                .map(Finding::toString)
                .toList();
        assertTrue(
                wrong.stream().anyMatch(sentence -> sentence.contains(array) && sentence.contains("other key points")),
                wrong.toString());
        assertTrue(
                wrong.stream().anyMatch(sentence -> sentence.contains("another film of the joint middle")),
                wrong.toString());
    }

    @Test
    void anInterruptedExportGoesOnWithItsFilms() throws Exception {
        DatasetPlan plan = datasets().plan(colony.request(profile()));
        Path target = folder.resolve("halted");
        int[] reports = new int[1];
        Progress stopping = new Progress() {
            @Override
            public void report(double fraction, String what) {
                reports[0]++;
            }

            @Override
            public boolean cancelled() {
                return reports[0] > 20;
            }
        };
        org.junit.jupiter.api.Assertions.assertThrows(
                java.util.concurrent.CancellationException.class,
                () -> datasets().write(plan, target, stopping));
        Path data = datasets().write(plan, target, Progress.NONE).folder().resolve("data");
        assertEquals(HashList.of(export("whole"), Progress.NONE), HashList.of(data, Progress.NONE));
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(path -> path.getFileName().toString().startsWith(".halted")));
        }
    }

    /** Between two frames that know the point the square moves evenly, outside them it stands. */
    @Test
    void aSquareMovesEvenlyWhereItsJointIsHidden() {
        float nan = Float.NaN;
        KeyPoints points = new KeyPoints("", List.of("nose"), new float[] {
            nan, nan, nan, 20, 20, 1, 30, 30, 0.59f, nan, nan, nan, 40, 26, 0.6f, 50, 50, 0.1f, nan, nan, nan
        });
        List<Integer> frames = List.of(0, 1, 2, 3, 4, 5, 6, 7);
        Box cage = new Box(10, 0, 60, 40);
        List<Box> path = Joints.path(points, 0, frames, cage, 8);
        assertEquals(
                List.of(16, 16, 22, 30, 36, 36, 36, 36),
                path.stream().map(Box::x).toList(),
                "20, 26 2/3, 33 1/3 and 40 less 4, on even pixels");
        assertEquals(
                List.of(16, 16, 18, 20, 22, 22, 22, 22),
                path.stream().map(Box::y).toList());
        assertEquals(0.25, Joints.known(points, 0, frames));
        assertEquals(
                new Box(10, 6, 30, 30),
                Joints.path(points, 0, List.of(1), cage, 30).get(0),
                "stays in the cage");
    }
}
