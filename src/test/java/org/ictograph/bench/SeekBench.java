package org.ictograph.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Videos;

/**
 * Exact frames at random places, pixels included, against the decoder alone and against mpv; and the nearest key frame
 * while scrubbing, against the exact frame. Every exact frame is checked by its bar code. Each place is read from the disk
 * once before anybody is timed: a ten-hour film does not fit into memory, and whoever came first would pay for the disk.
 */
record SeekBench(Films films, Videos videos) implements Measure {
    private static final int TARGETS = 120;
    private static final int WARM_UP = 5;

    @Override
    public void into(Table table) throws Exception {
        for (Films.Kind kind : Films.Kind.values()) {
            measure(kind, table);
        }
    }

    private void measure(Films.Kind kind, Table table) throws Exception {
        Path film = films.film(kind);
        FrameIndex index = films.index(videos, kind);
        Samples exact = new Samples(WARM_UP);
        Samples alone = new Samples(WARM_UP);
        Samples scrub = new Samples(WARM_UP);
        Samples player = new Samples(WARM_UP);
        Optional<Program> program = Program.find("mpv");
        Random random = new Random(1);
        Picture picture = new Picture(CagePainter.WIDTH, CagePainter.HEIGHT);
        try (FrameReader reader = videos.open(film, index);
                BareDecoder bare = new BareDecoder(film);
                BareDecoder usher = new BareDecoder(film);
                Mpv mpv = program.isPresent() ? new Mpv(program.get(), films.folder(), film) : null) {
            for (int i = 0; i < WARM_UP + TARGETS; i++) {
                int target = random.nextInt(index.frames() - 300);
                int key = index.keyNumber(target);
                int distance = target - index.keyFrame(key);
                usher.decode(index.keyStamp(key), distance + 1);
                exact.time(() -> reader.read(target, picture));
                Films.check(target, picture);
                alone.time(() -> bare.decode(index.keyStamp(key), distance + 1));
                int elsewhere = random.nextInt(index.frames() - 300);
                usher.decode(index.keyStamp(index.keyNumber(elsewhere)), 1);
                scrub.time(() -> reader.readKey(elsewhere, picture));
                Films.check(index.keyAtOrBefore(elsewhere), picture);
                if (mpv != null) {
                    player.time(() -> mpv.seek((index.microsOf(target) + 1000) / 1e6));
                }
            }
        }
        String on = films.name(kind);
        table.add(new Row("exact seek, p95", on, exact.p95(), alone.p95(), "ms", 0.8, "decoder alone"));
        if (program.isPresent()) {
            table.add(new Row("exact seek, p50", on, exact.median(), player.median(), "ms", 0.9, "mpv"));
            table.add(new Row("exact seek, p95", on, exact.p95(), player.p95(), "ms", 0.9, "mpv"));
        } else {
            table.add(Row.absent("exact seek", on, "mpv"));
        }
        table.add(new Row("scrub to key frame, p95", on, scrub.p95(), exact.median(), "ms", 0.1, "exact seek, p50"));
    }
}
