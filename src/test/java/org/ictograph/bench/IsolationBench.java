package org.ictograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.ictograph.app.Decoder;
import org.ictograph.video.Codec;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.process.ProcessVideos;
import org.ictograph.work.Progress;

/** What it costs to decode in another process: time for a frame, for a scan, for opening, and memory. */
record IsolationBench(Path folder, Videos inside) implements Measure {
    private static final int FRAMES = 600;
    private static final String LIMIT = "isolation: ";

    @Override
    public void into(Table table) throws Exception {
        try (ProcessVideos outside = new ProcessVideos(inside, Decoder.class)) {
            opening(table, outside);
            compare(table, outside, 640, 480, 0.5);
            compare(table, outside, 1920, 1080, 5);
            long memory = ProcessHandle.current()
                    .children()
                    .mapToLong(child -> kilobytes(child.pid()))
                    .max()
                    .orElse(0);
            table.add(Row.limit(LIMIT + "memory of the largest process", "1920×1080", memory / 1024.0, 400, "MB"));
        }
    }

    /** From nothing to an open reader, and again with a process that waits. */
    private void opening(Table table, ProcessVideos warm) throws Exception {
        Path film = film(640, 480);
        FrameIndex index = inside.index(film, Optional.empty(), Progress.NONE);
        Samples cold = new Samples();
        for (int turn = 0; turn < 5; turn++) {
            cold.time(() -> {
                try (ProcessVideos fresh = new ProcessVideos(inside, Decoder.class);
                        FrameReader reader = fresh.open(film, index)) {
                    reader.read(0, new Picture(640, 480));
                }
            });
        }
        table.add(Row.limit(LIMIT + "first frame, process not started", "640×480", cold.median(), 3000, "ms"));
        Samples ready = new Samples();
        for (int turn = 0; turn < 20; turn++) {
            ready.time(() -> {
                try (FrameReader reader = warm.open(film, index)) {
                    reader.read(0, new Picture(640, 480));
                }
            });
        }
        table.add(Row.limit(LIMIT + "first frame, process waiting", "640×480", ready.median(), 100, "ms"));
    }

    private void compare(Table table, Videos outside, int width, int height, double limit) throws Exception {
        Path film = film(width, height);
        FrameIndex index = inside.index(film, Optional.empty(), Progress.NONE);
        Picture picture = new Picture(width, height);
        Samples here = new Samples();
        Samples there = new Samples();
        Samples scanHere = new Samples();
        Samples scanThere = new Samples();
        try (FrameReader near = inside.open(film, index);
                FrameReader far = outside.open(film, index)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                int number = frame;
                here.time(() -> near.read(number, picture));
                there.time(() -> far.read(number, picture));
            }
            for (int turn = 0; turn < 7; turn++) {
                scanHere.time(() -> near.scan(0, FRAMES, (frame, at, luma) -> {}, Progress.NONE));
                scanThere.time(() -> far.scan(0, FRAMES, (frame, at, luma) -> {}, Progress.NONE));
            }
        }
        String size = width + "×" + height;
        double more = there.median() - here.median();
        table.add(Row.limit(
                "%sextra time for a frame (inside %.2f ms)".formatted(LIMIT, here.median()), size, more, limit, "ms"));
        table.add(new Row(
                LIMIT + "scan of " + FRAMES + " frames",
                size,
                scanThere.median(),
                scanHere.median(),
                "ms",
                1.25,
                "inside the program"));
    }

    private Path film(int width, int height) throws Exception {
        Path film = folder.resolve("isolation-" + height + ".mp4");
        if (Files.exists(film)) {
            return film;
        }
        Files.createDirectories(folder);
        Random noise = new Random(1);
        byte[] ground = new byte[width * height];
        for (int i = 0; i < ground.length; i++) {
            ground[i] = (byte) (90 + i % width / 16 + noise.nextInt(8));
        }
        YuvPicture picture = new YuvPicture(width, height);
        Arrays.fill(picture.u(), (byte) 128);
        Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = inside.create(film, new VideoSpec(width, height, 30, 250, Codec.H264))) {
            for (int frame = 0; frame < FRAMES; frame++) {
                System.arraycopy(ground, 0, picture.y(), 0, ground.length);
                int left = frame * 3 % (width - 80);
                for (int y = height / 3; y < height / 3 + 60; y++) {
                    Arrays.fill(picture.y(), y * width + left, y * width + left + 80, (byte) 40);
                }
                writer.write(picture, Math.round(frame * 1e6 / 30));
            }
            writer.finish();
        }
        return film;
    }

    private static long kilobytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
