package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.measure.AgreementReport;
import org.ictograph.model.Cage;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Seam;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of several real files of a second each, whose frames are numbered on by their brightness. */
class JoiningTest {
    private static final long SECOND = Span.SECOND;
    private static final int PIECE = 25;

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

    private Path piece(String name, int first) throws Exception {
        return bench.film(folder.resolve(name), 0, first, PIECE, 0);
    }

    private Recording add(List<NewFile> files) {
        return bench.session
                .recordings()
                .add(new NewRecording(files, List.of(), Optional.empty(), ""))
                .result()
                .join();
    }

    private String refused(List<NewFile> files) {
        String sentence = Sentence.of(assertThrows(CompletionException.class, () -> add(files)));
        assertEquals(List.of(), bench.session.state().study().get().recordings());
        return sentence;
    }

    private List<Seam> seams(Recording recording) {
        return bench.session.recordings().seams(recording).result().join();
    }

    private static List<Long> starts(Recording recording) {
        return recording.files().stream().map(VideoFile::start).toList();
    }

    @Test
    void filesWithTimesInTheirNamesAreOneRecordingWithItsGap() throws Exception {
        Path last = piece("cam 2026-02-01 10-00-11.mkv", 50);
        Path first = piece("cam 2026-02-01 10-00-00.mkv", 0);
        Path second = piece("cam 2026-02-01 10-00-01.mkv", 25);
        Lineup lineup = bench.session
                .recordings()
                .lineUp(List.of(last, first, second))
                .result()
                .join();
        assertEquals(Lineup.Source.NAMES, lineup.source());
        assertEquals(
                List.of(first, second, last),
                lineup.files().stream().map(NewFile::path).toList());

        Recording recording = add(lineup.files());
        assertEquals(List.of(0L, SECOND, 11 * SECOND), starts(recording));
        assertEquals(SpanSet.of(new Span(2 * SECOND, 11 * SECOND)), recording.gaps());
        assertEquals(75, recording.frames());
        assertEquals(12 * SECOND, recording.duration());
        assertEquals(3 * SECOND, recording.filmed());
        assertEquals(Optional.empty(), recording.startedAt(), "a suggestion is not believed by itself");

        List<Seam> seams = seams(recording);
        assertEquals(List.of(0, 225), seams.stream().map(Seam::dropped).toList());
        assertEquals(List.of(0, 0), seams.stream().map(Seam::doubled).toList());
        assertTrue(seams.get(1).sentence().contains("225 frames"), seams.get(1).sentence());
    }

    @Test
    void everyFrameIsTheOneOfItsNumberWhicheverWayItIsReached() throws Exception {
        Recording recording = add(List.of(
                NewFile.of(piece("a1.mkv", 0)), NewFile.of(piece("a2.mkv", 25)), NewFile.of(piece("a3.mkv", 50))));
        var reel = bench.session.recordings().reel(recording, Progress.NONE);
        List<Integer> sequential = new ArrayList<>();
        try (FrameReader reader = bench.videos.open(reel)) {
            reader.scan(0, 75, (frame, micros, luma) -> sequential.add((luma[0] & 0xff) / 2 - 10), Progress.NONE);
        }
        assertEquals(java.util.stream.IntStream.range(0, 75).boxed().toList(), sequential);
        try (FrameReader reader = bench.videos.open(reel)) {
            for (int frame : new int[] {60, 24, 25, 49, 50, 0, 74, 26, 51, 23}) {
                reader.scan(
                        frame,
                        frame + 1,
                        (number, micros, luma) -> assertEquals(frame, (luma[0] & 0xff) / 2 - 10),
                        Progress.NONE);
            }
        }
    }

    @Test
    void framesThatAreThereTwiceAreFoundAndKept() throws Exception {
        Recording recording = add(List.of(NewFile.of(piece("M2U00099.mkv", 0)), NewFile.of(piece("M2U00100.mkv", 20))));
        Seam seam = seams(recording).get(0);
        assertEquals(5, seam.doubled());
        assertTrue(seam.sentence().contains("last 5 frames"), seam.sentence());
        assertEquals(50, recording.frames());
    }

    @Test
    void timeStampsThatGoOnAreMoreExactThanNames() throws Exception {
        Path one = bench.film(folder.resolve("1.mkv"), 0, 0, PIECE, 0);
        Path two = bench.film(folder.resolve("2.mkv"), 0, 25, PIECE, SECOND + 200_000);
        Recording recording = add(List.of(NewFile.of(one), NewFile.of(two)));
        assertEquals(List.of(0L, SECOND + 200_000), starts(recording));
        assertEquals(5, seams(recording).get(0).dropped());
    }

    @Test
    void filesWithoutATimeFollowTheOneBefore() throws Exception {
        Path ten = piece("M2U10.mkv", 25);
        Path nine = piece("M2U9.mkv", 0);
        Lineup lineup =
                bench.session.recordings().lineUp(List.of(ten, nine)).result().join();
        assertEquals(new Lineup(List.of(NewFile.of(nine), NewFile.of(ten)), Lineup.Source.NONE), lineup);
        Recording recording = add(lineup.files());
        assertEquals(List.of(0L, SECOND), starts(recording));
        assertEquals(SpanSet.EMPTY, recording.gaps());
    }

    @Test
    void timesThatCannotBeRightAreRefused() throws Exception {
        Path one = bench.film(folder.resolve("one.mkv"), 0, 0, Bench.FRAMES, 0);
        Path two = piece("two.mkv", 0);
        Instant start = Instant.parse("2026-02-01T10:00:00Z");
        String sentence = refused(
                List.of(new NewFile(one, Optional.of(start)), new NewFile(two, Optional.of(start.minusSeconds(7)))));
        assertTrue(sentence.contains("two.mkv is said to start 10 s before one.mkv ends"), sentence);
    }

    @Test
    void anotherPictureSizeAndTheSameFileTwiceAreRefused() throws Exception {
        Path one = piece("one.mkv", 0);
        Path small = folder.resolve("small.mkv");
        try (VideoWriter writer = bench.videos.create(small, new VideoSpec(64, 64, 25, 12, Codec.FFV1))) {
            writer.write(new YuvPicture(64, 64), 0);
            writer.finish();
        }
        String size = refused(List.of(NewFile.of(one), NewFile.of(small)));
        assertTrue(size.contains("small.mkv is 64×64, that of one.mkv 128×64"), size);
        Path copy = Files.copy(one, folder.resolve("copy.mkv"));
        String twice = refused(List.of(NewFile.of(one), NewFile.of(copy)));
        assertTrue(twice.contains("copy.mkv"), twice);
    }

    @Test
    void aGapCountsNowhere() throws Exception {
        Recording recording = bench.session
                .recordings()
                .add(new NewRecording(
                        List.of(
                                new NewFile(piece("1.mkv", 0), Optional.of(Instant.parse("2026-02-01T10:00:00Z"))),
                                new NewFile(piece("2.mkv", 25), Optional.of(Instant.parse("2026-02-01T10:00:11Z")))),
                        Bench.cages(),
                        Optional.empty(),
                        ""))
                .result()
                .join();
        bench.session.open(recording.id()).join();
        Rater anna = bench.session.state().rater().get();
        declare(recording);
        bench.session.workAs("Ben").join();
        declare(recording);
        bench.session.showOthers(true).join();
        Standing standing = bench.session.standings().join().get(0);
        assertEquals(2 * 2 * SECOND, standing.looked().get(anna.id()));
        assertEquals(1.0, standing.share(anna.id(), recording.filmed(), 2));
        AgreementReport report = bench.session
                .agreeing()
                .compare(anna, bench.session.state().rater().get(), AgreementParameters.standard())
                .result()
                .join()
                .report();
        assertEquals(4.0, report.reviewedSeconds());
    }

    private void declare(Recording recording) {
        List<UUID> cages = bench.session.state().cages().stream().map(Cage::id).toList();
        bench.session.reviewing().declare(cages, recording.span()).join();
    }

    @Test
    void movedFilesAreFoundInAFolderByTheirContentWithOneEdit() throws Exception {
        Path one = piece("1.mkv", 0);
        Path two = piece("2.mkv", 25);
        Path three = piece("3.mkv", 50);
        Recording recording = add(List.of(NewFile.of(one), NewFile.of(two), NewFile.of(three)));
        Path deep = Files.createDirectories(folder.resolve("archive/2026"));
        bench.move(one, deep.resolve("renamed.mkv"));
        bench.move(two, folder.resolve("archive/2.mkv"));
        Files.delete(three);
        bench.film(folder.resolve("archive/3.mkv"), 9, 50, PIECE, 0);
        assertTrue(bench.session.recordings().missing(recording));
        assertEquals(3, bench.session.recordings().flaws(recording).size());
        int edits = bench.session.log().join().size();

        Relinked relinked = bench.session
                .recordings()
                .relink(folder.resolve("archive"))
                .result()
                .join();
        assertEquals(2, relinked.found().size());
        assertEquals(List.of(three), relinked.missing(), "another content under the same name is not it");
        assertEquals(edits + 1, bench.session.log().join().size());
        Recording now =
                bench.session.state().study().get().recording(recording.id()).orElseThrow();
        assertEquals(
                List.of("archive/2026/renamed.mkv", "archive/2.mkv", "3.mkv"),
                now.files().stream().map(VideoFile::path).toList());
        assertEquals(starts(recording), starts(now));
    }
}
