package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Verb;
import org.ictograph.session.StudySession;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.BarCode;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three files of a video recorder become one recording, moved files are found again, and clips are cut over a seam. */
class JoinedRecordingTest {
    private static final int SIDE = 112;
    private static final int PIECE = 12 * 30;
    /** Two files follow each other; the third begins seven seconds later. */
    private static final String[] NAMES = {
        "DVR_20190201_093000.mp4", "DVR_20190201_093012.mp4", "DVR_20190201_093031.mp4"
    };

    private final Videos videos = new FfmpegVideos();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    /** Two cages beside each other, both with the number of the frame within the recording as a bar code. */
    private void film(Path file, int first) throws Exception {
        try (VideoWriter writer = videos.create(file, new VideoSpec(2 * SIDE, SIDE, 30, 50, Codec.H264))) {
            YuvPicture cage = new YuvPicture(SIDE, SIDE);
            YuvPicture picture = new YuvPicture(2 * SIDE, SIDE);
            Arrays.fill(picture.u(), (byte) 128);
            Arrays.fill(picture.v(), (byte) 128);
            for (int frame = 0; frame < PIECE; frame++) {
                Arrays.fill(cage.y(), (byte) 90);
                BarCode.draw(first + frame, cage);
                for (int y = 0; y < SIDE; y++) {
                    System.arraycopy(cage.y(), y * SIDE, picture.y(), 2 * y * SIDE, SIDE);
                    System.arraycopy(cage.y(), y * SIDE, picture.y(), (2 * y + 1) * SIDE, SIDE);
                }
                writer.write(picture, Math.round(frame * 1e6 / 30));
            }
            writer.finish();
        }
    }

    private int run(Object... arguments) {
        out.reset();
        notes.reset();
        return Program.run(
                new Console(out, notes, false),
                Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fromThreeFilesToAVerifiedDataSet() throws Exception {
        Path tapes = Files.createDirectories(folder.resolve("tapes"));
        for (int i = 0; i < NAMES.length; i++) {
            film(tapes.resolve(NAMES[i]), i * PIECE);
        }
        assertEquals(0, run("info", tapes.resolve(NAMES[1]), tapes.resolve(NAMES[2]), tapes.resolve(NAMES[0])));
        assertTrue(printed().contains("as one recording: 1080 frames, 43.000 s"), printed());
        assertTrue(printed().contains("DVR_20190201_093000.mp4 and DVR_20190201_093012.mp4: they follow"), printed());
        assertTrue(
                printed().contains("warning  DVR_20190201_093012.mp4 and DVR_20190201_093031.mp4: 7.00 s"), printed());
        Path study = folder.resolve("joined.icto");
        Path cages = Files.writeString(
                folder.resolve("cages.csv"), "position,x,y,width,height,subject\n1,0,0,112,112,a\n2,112,0,112,112,b\n");
        assertEquals(0, run("new", study));
        assertEquals(
                0,
                run(
                        "add",
                        study,
                        tapes.resolve(NAMES[2]),
                        tapes.resolve(NAMES[0]),
                        tapes.resolve(NAMES[1]),
                        "--join",
                        "--cages",
                        cages,
                        "--started",
                        "2019-02-01T09:30:00+01:00"),
                notes.toString(StandardCharsets.UTF_8));
        assertTrue(printed().contains("1080 frames, 43.000 s, 2 cages"), printed());
        assertTrue(printed().contains("7.000 s of it were not filmed"), printed());
        assertTrue(printed().contains("about 210 frames"), printed());

        Files.move(tapes, folder.resolve("archive"));
        assertEquals(1, run("verify", study));
        assertEquals(0, run("relink", study, folder.resolve("archive")), printed());
        assertEquals(
                3, printed().lines().filter(line -> line.startsWith("found ")).count());
        assertEquals(0, run("verify", study), printed());
        assertEquals(2, run("relink", study, folder.resolve("archive")));

        mark(study);
        Path set = folder.resolve("set");
        assertEquals(
                0,
                run("export", study, "--profile", "rodepil", "--folds", "2", "-o", set),
                notes.toString(StandardCharsets.UTF_8));
        assertEquals(0, run("verify", set), printed());
        check(set);
    }

    /** A seizure over the seam, another after the gap. */
    private void mark(Path study) throws Exception {
        try (Desk desk = new Desk(new Console(out, notes, false));
                StudySession session = desk.open(study, Optional.empty())) {
            Recording recording = session.state().study().get().recordings().get(0);
            assertEquals(SpanSet.of(new Span(24_000_000, 31_000_000)), recording.gaps());
            List<Change> marks = new ArrayList<>();
            for (Cage cage : session.state().study().get().cagesOf(recording.id())) {
                for (Span span : List.of(new Span(11_000_000, 14_000_000), new Span(33_000_000, 36_000_000))) {
                    marks.add(new Change.Added(consensus(session, cage, span)));
                }
            }
            session.edits().make(new Edit(Verb.ADD_MARK, marks)).join();
        }
    }

    private static Mark consensus(StudySession session, Cage cage, Span span) {
        UUID rater = session.state().rater().get().id();
        Mark hand = Mark.byHand(cage.recordingId(), cage.id(), rater, Protocol.SEIZURE, span);
        return new Mark(
                hand.id(),
                hand.recordingId(),
                hand.cageId(),
                rater,
                Layer.CONSENSUS,
                hand.label(),
                span,
                "",
                hand.certainty(),
                hand.visibility(),
                "",
                hand.origin());
    }

    /** Every frame of every clip shows the number that the manifest says. */
    private void check(Path set) throws Exception {
        JsonNode manifest =
                new ObjectMapper().readTree(set.resolve("data/manifest.json").toFile());
        assertEquals(3, manifest.get("sources").size());
        JsonNode third = manifest.get("sources").get(2);
        assertEquals(NAMES[2], third.get("file").asText());
        assertEquals(2 * PIECE, third.get("first_frame").asInt());
        assertEquals(31_000_000, third.get("start_micros").asLong());
        List<Integer> firsts = new ArrayList<>();
        for (JsonNode clip : manifest.get("clips")) {
            int first = clip.at("/source/first_frame").asInt();
            firsts.add(first);
            assertEquals(NAMES[first / PIECE], clip.at("/source/file").asText());
            assertEquals(
                    IntStream.range(first, first + 300).boxed().toList(),
                    numbers(set.resolve("data").resolve(clip.get("file").asText())));
        }
        assertEquals(List.of(300, 300, 720, 720), firsts.stream().sorted().toList());
    }

    private List<Integer> numbers(Path clip) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (FrameReader reader = videos.open(clip, videos.index(clip, Optional.empty(), Progress.NONE))) {
            assertEquals(2 * SIDE, reader.width());
            reader.scan(
                    0,
                    reader.index().frames(),
                    (frame, micros, luma) -> {
                        byte[] half = new byte[SIDE * SIDE];
                        for (int i = 0; i < half.length; i++) {
                            half[i] = luma[2 * (i / SIDE) * 2 * SIDE + 2 * (i % SIDE)];
                        }
                        numbers.add(BarCode.read(half, SIDE));
                    },
                    Progress.NONE);
        }
        return numbers;
    }
}
