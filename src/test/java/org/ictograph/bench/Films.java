package org.ictograph.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ictograph.session.demo.FrameBarCode;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Picture;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * The recordings that are measured, made once and kept: {@value #MINUTES} minutes are painted and encoded, then copied one
 * after another to the wanted length without encoding again.
 */
final class Films {
    private static final int MINUTES = 12;

    /** A kind of recording. */
    enum Kind {
        H264_250("h264-250.mp4", "libx264", "-preset veryfast -crf 20 -g 250 -keyint_min 250 -sc_threshold 0"),
        H264_30("h264-30.mp4", "libx264", "-preset veryfast -crf 20 -g 30 -keyint_min 30 -sc_threshold 0"),
        MPEG4_250("mpeg4-250.avi", "mpeg4", "-q:v 5 -g 250 -sc_threshold 1000000000"),
        MPEG4_30("mpeg4-30.avi", "mpeg4", "-q:v 5 -g 30 -sc_threshold 1000000000");

        final String file;
        private final String encoder;
        private final String options;

        Kind(String file, String encoder, String options) {
            this.file = file;
            this.encoder = encoder;
            this.options = options;
        }

        private List<String> output(Path to) {
            List<String> output = new ArrayList<>(List.of("-map", "0:v", "-c:v", encoder, "-pix_fmt", "yuv420p"));
            output.addAll(List.of(options.split(" ")));
            output.add(to.toString());
            return output;
        }
    }

    private final Path folder;
    private final int hours;

    /** @param hours length of the recordings */
    Films(Path folder, int hours) {
        this.folder = folder;
        this.hours = hours;
    }

    int hours() {
        return hours;
    }

    /** A folder for what measures need to keep for a while. */
    Path folder() {
        return folder;
    }

    String name(Kind kind) {
        return kind.file + ", " + hours + " h";
    }

    /** The index of a recording, kept beside it. */
    FrameIndex index(Videos videos, Kind kind) throws IOException, InterruptedException, VideoException {
        return videos.index(film(kind), Optional.of(folder), Progress.NONE);
    }

    /** Fails when a picture does not show the frame it should. */
    static void check(int frame, Picture picture) {
        byte[] luma = new byte[picture.width() * picture.height()];
        for (int i = 0; i < luma.length; i++) {
            luma[i] = picture.bgra()[4 * i + 1];
        }
        int painted = frame % (MINUTES * 60 * CagePainter.RATE);
        int shown = FrameBarCode.read(luma, picture.width()).orElse(-1);
        if (shown != painted) {
            throw new IllegalStateException("Frame " + frame + " shows " + shown + " instead of " + painted);
        }
    }

    /** The recording, made now if it is not there. */
    Path film(Kind kind) throws IOException, InterruptedException {
        Path film = folder.resolve(hours + "h-" + kind.file);
        if (!Files.exists(film)) {
            paintAll();
            Path list = folder.resolve(kind.file + ".txt");
            Files.write(
                    list,
                    Collections.nCopies(
                            hours * 60 / MINUTES, "file '" + piece(kind).getFileName() + "'"));
            Path part = folder.resolve("part-" + film.getFileName());
            Program.need("ffmpeg")
                    .run("-v", "error", "-y", "-f", "concat", "-i", list.toString(), "-c", "copy", part.toString());
            Files.move(part, film);
        }
        return film;
    }

    private Path piece(Kind kind) {
        return folder.resolve("piece-" + kind.file);
    }

    private void paintAll() throws IOException, InterruptedException {
        if (Arrays.stream(Kind.values()).allMatch(kind -> Files.exists(piece(kind)))) {
            return;
        }
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of("-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "gray"));
        arguments.addAll(List.of("-video_size", CagePainter.WIDTH + "x" + CagePainter.HEIGHT));
        arguments.addAll(List.of("-framerate", Integer.toString(CagePainter.RATE), "-i", "-"));
        for (Kind kind : Kind.values()) {
            arguments.addAll(kind.output(folder.resolve("part-" + kind.file)));
        }
        Process encoder = Program.need("ffmpeg")
                .with(arguments.toArray(String[]::new))
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        CagePainter painter = new CagePainter();
        try (OutputStream pixels = new BufferedOutputStream(encoder.getOutputStream(), 1 << 20)) {
            for (int frame = 0; frame < MINUTES * 60 * CagePainter.RATE; frame++) {
                pixels.write(painter.paint(frame));
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IOException("The recordings to measure could not be encoded.");
        }
        for (Kind kind : Kind.values()) {
            Files.move(folder.resolve("part-" + kind.file), piece(kind));
        }
    }
}
