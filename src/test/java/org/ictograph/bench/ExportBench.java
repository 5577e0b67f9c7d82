package org.ictograph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.CutClip;
import org.ictograph.video.Fit;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.Videos;
import org.ictograph.video.YuvPicture;
import org.ictograph.work.Lane;
import org.ictograph.work.Progress;

/**
 * How fast clips are cut: every window of ten seconds of six cages, 224 × 224 pixels, against the ways in which a lab does that with
 * {@code ffmpeg} at the same codec and quality: a process for each clip, one after another or as many at once as there are
 * cores, and a process for each window that splits the picture. Also against the slower of decoding the film and encoding
 * the clips alone, and memory in the last against that in the first stretch. Ours and the rivals take turns window by window.
 * {@code -Dbench.minutes=60} is the documented hour. Clips are cut in stretches, as an export cuts them, and
 * each is decoded again and compared with its source, which no rival does.
 */
record ExportBench(Films films, Videos videos, int minutes) implements Measure {
    private static final int CAGES = 6;
    private static final int SECONDS = 10;
    private static final long WINDOW = SECONDS * 1_000_000L;
    private static final int SIDE = 224;
    private static final int RATE = 30;

    /** Clips of a stretch, as an export has it. */
    private static final int STRETCH = 96;

    /** Bars: how many times faster ours has to be. */
    private static final double SERIAL_MPEG4 = 5.5;

    private static final double SERIAL_MJPEG = 4;
    private static final double PARALLEL = 3;
    private static final double SPLIT = 1.8;
    private static final double OF_PARTS = 0.9;
    private static final double FLAT = 1.1;

    /** The codecs that both sides write, with the words of the rival. */
    private enum Written {
        MPEG4(Codec.MPEG4, "-c:v mpeg4 -q:v 2 -bf 0 -g 30", SERIAL_MPEG4),
        MJPEG(Codec.MJPEG, "-c:v mjpeg -q:v 2 -pix_fmt yuvj420p", SERIAL_MJPEG);

        private final Codec codec;
        private final String words;
        private final double bar;

        Written(Codec codec, String words, double bar) {
            this.codec = codec;
            this.words = words;
            this.bar = bar;
        }
    }

    @Override
    public void into(Table table) throws Exception {
        Optional<Program> ffmpeg = Program.find("ffmpeg");
        if (ffmpeg.isEmpty()) {
            table.add(Row.absent("clips of 6 cages", minutes + " min", "ffmpeg"));
            return;
        }
        Path film = film(ffmpeg.get());
        FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
        for (Written written : Written.values()) {
            new Race(ffmpeg.get(), film, index, written).into(table);
        }
    }

    /** The first minutes of a painted film. */
    private Path film(Program ffmpeg) throws IOException, InterruptedException {
        Path film = films.folder().resolve("export-" + minutes + "min.mp4");
        if (Files.notExists(film)) {
            Path whole = new Films(films.folder(), (minutes + 59) / 60).film(Films.Kind.H264_250);
            Path part = films.folder().resolve("part-export.mp4");
            ffmpeg.run(("-v error -y -i " + whole + " -t " + minutes * 60 + " -c copy " + part).split(" "));
            Files.move(part, film);
        }
        return film;
    }

    /** Everything about one codec. */
    private final class Race {
        private final Program ffmpeg;
        private final Path film;
        private final FrameIndex index;
        private final Written written;
        private final Path folder;
        private final int windows;
        private double spent;
        private double serial;
        private double parallel;
        private double split;

        Race(Program ffmpeg, Path film, FrameIndex index, Written written) {
            this.ffmpeg = ffmpeg;
            this.film = film;
            this.index = index;
            this.written = written;
            this.folder = films.folder().resolve("export");
            this.windows = (int) (index.duration() / 1_000_000 / SECONDS);
        }

        void into(Table table) throws Exception {
            int together = STRETCH / CAGES;
            List<Double> memory = new ArrayList<>();
            for (int first = 0; first < windows; first += together) {
                int from = first;
                int to = Math.min(windows, first + together);
                spent += seconds(() -> cut(from, to));
                memory.add(Vitals.at(0).resident());
                serial += seconds(() -> separately(from, to, 1));
                parallel +=
                        seconds(() -> separately(from, to, Runtime.getRuntime().availableProcessors()));
                split += seconds(() -> bySplitting(from, to));
            }
            String what = "clips of 6 cages as " + written.codec;
            String on = String.format(
                    Locale.ROOT, "h264-250, %d windows of 10 s, %.1f clips/s", windows, windows * CAGES / spent);
            table.add(new Row(what, on, spent, serial, "s", 1 / written.bar, "ffmpeg, a process a clip"));
            table.add(new Row(what, on, spent, parallel, "s", 1 / PARALLEL, "the same, as many at once as cores"));
            table.add(new Row(what, on, spent, split, "s", 1 / SPLIT, "ffmpeg, a process a window with split"));
            double decoding = seconds(
                    () -> ffmpeg.runSilently("-v", "error", "-nostdin", "-i", film.toString(), "-f", "null", "-"));
            double encoding = seconds(this::encode);
            String slower = decoding > encoding ? "decoding alone" : "encoding alone";
            table.add(new Row(
                    what,
                    String.format(Locale.ROOT, "decoding %.1f s, encoding %.1f s", decoding, encoding),
                    spent,
                    Math.max(decoding, encoding),
                    "s",
                    1 / OF_PARTS,
                    slower));
            if (memory.size() > 2) {
                table.add(new Row(
                        "memory while cutting " + written.codec,
                        memory.size() + " stretches",
                        memory.get(memory.size() - 1),
                        memory.get(1),
                        "MB",
                        FLAT,
                        "after the second stretch"));
            }
        }

        private double seconds(Samples.Timed work) throws Exception {
            clear();
            return Samples.millis(work) / 1000;
        }

        private void clear() throws IOException {
            if (Files.exists(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(each);
                    }
                }
            }
            Files.createDirectories(folder);
        }

        private void cut(int from, int to) throws Exception {
            List<ClipOrder> orders = new ArrayList<>();
            for (int window = from; window < to; window++) {
                List<Integer> frames = List.copyOf(index.sampled(window * WINDOW, SECONDS * RATE, RATE));
                for (int cage = 0; cage < CAGES; cage++) {
                    orders.add(new ClipOrder(
                            file(window, cage),
                            frames,
                            RATE,
                            cage(cage),
                            Optional.empty(),
                            Fit.PADDED,
                            SIDE,
                            written.codec));
                }
            }
            for (CutClip clip : videos.cut(Reel.of(film, index), orders, Progress.NONE)) {
                if (clip.frames() != SECONDS * RATE) {
                    throw new IllegalStateException("A clip has " + clip.frames() + " frames.");
                }
            }
        }

        private Path file(int window, int cage) {
            return folder.resolve(window + "-" + cage + ".avi");
        }

        /** The lab's way: a process for each clip. */
        private void separately(int from, int to, int atOnce) throws Exception {
            List<Process> running = new ArrayList<>();
            for (int window = from; window < to; window++) {
                for (int cage = 0; cage < CAGES; cage++) {
                    List<String> words = new ArrayList<>(before(window));
                    words.addAll(List.of("-vf", filter(cage)));
                    words.addAll(output(window, cage));
                    running.add(start(words));
                    if (running.size() == atOnce) {
                        ended(running);
                    }
                }
            }
            while (!running.isEmpty()) {
                ended(running);
            }
        }

        /** Waits until one of them has ended. */
        private void ended(List<Process> running) throws Exception {
            var unused = CompletableFuture.anyOf(
                            running.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                    .join();
            for (Process process : List.copyOf(running)) {
                if (!process.isAlive()) {
                    well(process);
                    running.remove(process);
                }
            }
        }

        /** One process for each window, which decodes it once. */
        private void bySplitting(int from, int to) throws Exception {
            for (int window = from; window < to; window++) {
                StringBuilder graph = new StringBuilder("[0:v]split=" + CAGES);
                for (int cage = 0; cage < CAGES; cage++) {
                    graph.append("[s").append(cage).append(']');
                }
                for (int cage = 0; cage < CAGES; cage++) {
                    graph.append(";[s" + cage + "]" + filter(cage) + "[o" + cage + "]");
                }
                List<String> words = new ArrayList<>(before(window));
                words.addAll(List.of("-filter_complex", graph.toString()));
                for (int cage = 0; cage < CAGES; cage++) {
                    words.addAll(List.of("-map", "[o" + cage + "]"));
                    words.addAll(output(window, cage));
                }
                Process process = start(words);
                process.waitFor();
                well(process);
            }
        }

        private List<String> before(int window) {
            return List.of(
                    "-v",
                    "error",
                    "-nostdin",
                    "-y",
                    "-ss",
                    Integer.toString(window * SECONDS),
                    "-t",
                    Integer.toString(SECONDS),
                    "-i",
                    film.toString());
        }

        private List<String> output(int window, int cage) {
            List<String> words = new ArrayList<>(List.of("-an"));
            words.addAll(Arrays.asList(written.words.split(" ", -1)));
            words.add(file(window, cage).toString());
            return words;
        }

        private Process start(List<String> words) throws IOException {
            return ffmpeg.with(words.toArray(String[]::new))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        }

        private void well(Process process) throws IOException {
            if (process.exitValue() != 0) {
                throw new IOException("ffmpeg failed.");
            }
        }

        private String filter(int cage) {
            Box box = cage(cage);
            return String.format(
                    Locale.ROOT,
                    "crop=%1$d:%2$d:%3$d:%4$d,scale=%5$d:%5$d:force_original_aspect_ratio=decrease:force_divisible_by=2,"
                            + "pad=%5$d:%5$d:(ow-iw)/2:(oh-ih)/2",
                    box.width(),
                    box.height(),
                    box.x(),
                    box.y(),
                    SIDE);
        }

        /** As many frames as all clips have, on as many lanes as an export has. */
        private void encode() throws Exception {
            int lanes = 2;
            List<Lane> threads = new ArrayList<>();
            List<CompletableFuture<Integer>> done = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                Lane thread = new Lane("encode-" + lane);
                threads.add(thread);
                int first = lane;
                CompletableFuture<Integer> end = new CompletableFuture<>();
                done.add(end);
                thread.execute(() -> {
                    try {
                        for (int clip = first; clip < windows * CAGES; clip += lanes) {
                            encode(clip);
                        }
                        end.complete(first);
                    } catch (Exception failure) {
                        end.completeExceptionally(failure);
                    }
                });
            }
            done.forEach(CompletableFuture::join);
            threads.forEach(Lane::close);
        }

        private void encode(int clip) throws Exception {
            YuvPicture[] pictures = pictures();
            VideoSpec spec = new VideoSpec(SIDE, SIDE, RATE, RATE, written.codec);
            try (VideoWriter writer = videos.create(folder.resolve("alone-" + clip + ".avi"), spec)) {
                for (int frame = 0; frame < SECONDS * RATE; frame++) {
                    writer.write(pictures[frame % pictures.length], Math.round(frame * 1e6 / RATE));
                }
                writer.finish();
            }
        }

        /** A cage as the painter paints it, padded. */
        private YuvPicture[] pictures() {
            YuvPicture[] pictures = new YuvPicture[30];
            for (int i = 0; i < pictures.length; i++) {
                YuvPicture picture = new YuvPicture(SIDE, SIDE);
                Arrays.fill(picture.u(), (byte) 128);
                Arrays.fill(picture.v(), (byte) 128);
                pictures[i] = picture;
            }
            CagePainter painter = new CagePainter();
            for (int i = 0; i < pictures.length; i++) {
                byte[] whole = painter.paint(i);
                for (int y = 0; y < SIDE; y++) {
                    System.arraycopy(whole, y * CagePainter.WIDTH, pictures[i].y(), y * SIDE, 208);
                }
            }
            return pictures;
        }
    }

    private static Box cage(int number) {
        int width = CagePainter.WIDTH / CagePainter.COLUMNS / 2 * 2;
        int height = CagePainter.HEIGHT / CagePainter.ROWS / 2 * 2;
        return new Box(number % CagePainter.COLUMNS * width, number / CagePainter.COLUMNS * height, width, height - 16);
    }
}
