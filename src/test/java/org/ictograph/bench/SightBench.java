package org.ictograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.torch.SightWork;
import org.ictograph.localizer.torch.VideoMaeSize;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * How fast networks see cages: the whole way from the film against the network alone and against decoding alone, one cage against
 * six, the starting model against the clock, and a network against the count of its operations at the speed of this machine's
 * matrix product. All of it grows in proportion to the film, so two minutes tell as much as ten hours. Best run with
 * OMP_WAIT_POLICY=PASSIVE in the environment: threads of PyTorch that wait otherwise take the processor from the decoder.
 */
record SightBench(Films films, Videos videos) implements Measure {
    private static final int SECONDS = 120;
    private static final int BRIEF_SECONDS = 4;
    private static final int TURNS = 3;
    private static final int CLIPS = 160;
    private static final int FEW_CLIPS = 8;

    /** Throughput of at least 0.95 and 0.8 of the rival's. */
    private static final double OF_NETWORK = 1 / 0.95;

    private static final double OF_DECODER = 1 / 0.8;
    private static final double OF_CAGES = 1.1;
    private static final double OF_MATRICES = 2;
    private static final double REAL_TIME = 20;

    @Override
    public void into(Table table) throws Exception {
        Path film = film(SECONDS);
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        Path cache = films.folder().resolve("torch");
        try (SightWork base = SightWork.transformer(VideoMaeSize.BASE, cache)) {
            network(table, base);
            matrices(table, base, "VideoMAE base", VideoMaeSize.BASE, FEW_CLIPS);
        }
        try (SightWork small = SightWork.transformer(VideoMaeSize.SMALL, cache);
                SightWork starting = SightWork.of(Path.of("models", "starting-1"), cache);
                SightWork blind = SightWork.blind(cache)) {
            both(table, small, film, index);
            decoder(table, starting, film, index);
            cages(table, blind, film, index);
            clock(table, starting, film, index);
            matrices(table, small, "VideoMAE small", VideoMaeSize.SMALL, CLIPS);
        }
    }

    private static String on(FrameIndex index) {
        return String.format(Locale.ROOT, "h264-250, %.0f s", index.duration() / 1e6);
    }

    private Path film(int seconds) throws Exception {
        Path film = films.folder().resolve("sight-" + seconds + "s.mp4");
        if (Files.notExists(film)) {
            Path whole = new Films(films.folder(), 1).film(Films.Kind.H264_250);
            Path part = films.folder().resolve("part-sight.mp4");
            Program.need("ffmpeg")
                    .run(
                            "-v",
                            "error",
                            "-y",
                            "-i",
                            whole.toString(),
                            "-t",
                            Integer.toString(seconds),
                            "-c",
                            "copy",
                            part.toString());
            Files.move(part, film);
        }
        return film;
    }

    /** The network is what takes the time. */
    private void network(Table table, SightWork work) throws Exception {
        Path film = film(BRIEF_SECONDS);
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        Samples ours = new Samples(1);
        Samples theirs = new Samples(1);
        for (int turn = 0; turn < TURNS; turn++) {
            int[] clips = new int[1];
            ours.time(() -> clips[0] = see(work, film, index, 1));
            theirs.time(() -> work.preloaded(clips[0]));
        }
        table.add(new Row(
                "film to features, VideoMAE base, 1 cage",
                on(index),
                ours.median() / 1000,
                theirs.median() / 1000,
                "s",
                OF_NETWORK,
                "the network on batches that lie ready"));
    }

    /** Neither waits for the other, and both want all processors. */
    private void both(Table table, SightWork work, Path film, FrameIndex index) throws Exception {
        Samples ours = new Samples();
        Samples network = new Samples();
        Samples decoding = new Samples();
        for (int turn = 0; turn < TURNS; turn++) {
            int[] clips = new int[1];
            ours.time(() -> clips[0] = see(work, film, index, 1));
            network.time(() -> work.preloaded(clips[0]));
            decoding.time(() -> decode(film, index));
        }
        table.add(new Row(
                "film to features, VideoMAE small, 1 cage",
                on(index),
                ours.median() / 1000,
                (network.median() + decoding.median()) / 1000,
                "s",
                1,
                "decoding alone and then the network on batches that lie ready"));
    }

    private void decode(Path film, FrameIndex index) throws Exception {
        try (FrameReader reader = videos.open(film, index)) {
            reader.scan(0, index.frames(), (frame, micros, luma) -> {}, Progress.NONE);
        }
    }

    /** Decoding is what takes the time. */
    private void decoder(Table table, SightWork work, Path film, FrameIndex index) throws Exception {
        Optional<Program> ffmpeg = Program.find("ffmpeg");
        if (ffmpeg.isEmpty()) {
            table.add(Row.absent("film to features, starting-1, 1 cage", on(index), "ffmpeg"));
            return;
        }
        Samples ours = new Samples();
        Samples theirs = new Samples();
        for (int turn = 0; turn < TURNS; turn++) {
            theirs.time(() ->
                    ffmpeg.get().runSilently("-v", "error", "-nostdin", "-i", film.toString(), "-f", "null", "-"));
            ours.time(() -> see(work, film, index, 1));
        }
        table.add(new Row(
                "film to features, starting-1, 1 cage",
                on(index),
                ours.median() / 1000,
                theirs.median() / 1000,
                "s",
                OF_DECODER,
                "ffmpeg -f null"));
    }

    private void cages(Table table, SightWork work, Path film, FrameIndex index) throws Exception {
        Samples six = new Samples();
        Samples one = new Samples();
        for (int turn = 0; turn < TURNS; turn++) {
            one.time(() -> see(work, film, index, 1));
            six.time(() -> see(work, film, index, 6));
        }
        table.add(new Row(
                "decoding and cutting 6 cages, no network",
                on(index),
                six.median() / 1000,
                one.median() / 1000,
                "s",
                OF_CAGES,
                "1 cage"));
    }

    private void clock(Table table, SightWork work, Path film, FrameIndex index) throws Exception {
        Samples ours = new Samples();
        for (int turn = 0; turn < TURNS; turn++) {
            ours.time(() -> see(work, film, index, 4));
        }
        table.add(new Row(
                "4 cages, starting-1",
                on(index),
                ours.median() / 1000,
                index.duration() / 1e6 / REAL_TIME,
                "s",
                1,
                "a twentieth of the film's length"));
    }

    private static void matrices(Table table, SightWork work, String what, VideoMaeSize size, int clips)
            throws Exception {
        Samples ours = new Samples(1);
        double rate = 0;
        for (int turn = 0; turn <= TURNS; turn++) {
            rate = Math.max(rate, work.matrixRate());
            ours.time(() -> work.preloaded(clips));
        }
        double operations = SightWork.operations(size);
        table.add(new Row(
                String.format(Locale.ROOT, "%s, %.2f GFLOP a clip", what, operations / 1e9),
                String.format(Locale.ROOT, "%.0f GFLOP/s", rate / 1e9),
                ours.median() / clips,
                operations / rate * 1000,
                "ms",
                OF_MATRICES,
                "its operations at the rate of matrix products"));
    }

    private int see(SightWork work, Path film, FrameIndex index, int count) throws Exception {
        try (FrameReader reader = videos.open(film, index)) {
            return work.film(reader, cages(count));
        }
    }

    private static List<Cage> cages(int count) {
        UUID recording = new UUID(0, 1);
        int width = CagePainter.WIDTH / CagePainter.COLUMNS / 2 * 2;
        int height = CagePainter.HEIGHT / CagePainter.ROWS / 2 * 2;
        List<Cage> cages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Box box = new Box(i % CagePainter.COLUMNS * width, i / CagePainter.COLUMNS * height, width, height - 16);
            cages.add(new Cage(new UUID(1, i), recording, i + 1, box, Optional.empty(), Optional.empty()));
        }
        return cages;
    }
}
