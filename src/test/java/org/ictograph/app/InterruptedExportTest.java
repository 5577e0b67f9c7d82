package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export on the command line is asked to stop, as Ctrl-C and a system that goes down do. */
class InterruptedExportTest {
    private static final int SIDE = 32;
    private static final int RATE = 6;
    private static final int SECONDS = 200;

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Program.run(new Console(new ByteArrayOutputStream(), notes, false), arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Two cages side by side, in each a dark spot that walks. */
    private static void film(Path file) throws Exception {
        try (VideoWriter writer =
                new FfmpegVideos().create(file, new VideoSpec(2 * SIDE, SIDE, RATE, 60, Codec.MPEG4))) {
            YuvPicture picture = new YuvPicture(2 * SIDE, SIDE);
            Arrays.fill(picture.u(), (byte) 128);
            Arrays.fill(picture.v(), (byte) 128);
            for (int frame = 0; frame < SECONDS * RATE; frame++) {
                for (int i = 0; i < picture.y().length; i++) {
                    int x = i % (2 * SIDE);
                    int spot = (frame * (x < SIDE ? 1 : 3)) % (SIDE - 8);
                    boolean dark = x % SIDE >= spot && x % SIDE < spot + 8 && i / (2 * SIDE) > 12;
                    picture.y()[i] = (byte) (dark ? 40 : 120 + 2 * (x % SIDE));
                }
                writer.write(picture, Math.round(frame * 1e6 / RATE));
            }
            writer.finish();
        }
    }

    @BeforeEach
    void study() throws Exception {
        film(folder.resolve("film.mp4"));
        Files.writeString(
                folder.resolve("cages.csv"), "position,x,y,width,height,subject\n1,0,0,32,32,a\n2,32,0,32,32,b\n");
        Files.writeString(folder.resolve("marks.csv"), """
            recording,cage,subject,rater,layer,label,onset,offset,stage,certainty,visibility,note
            film,1,,R,rating,seizure,0.0,200.0,,certain,full,
            film,2,,R,rating,seizure,0.0,200.0,,certain,full,
            """);
        Files.writeString(
                folder.resolve("small.properties"),
                "title = Small\nlayout = rodepil\nseconds = 1\nrate = 6\nfit = padded\nside = 32\n");
        assertEquals(0, run("new", path("s.icto")));
        assertEquals(0, run("add", path("s.icto"), path("film.mp4"), "--cages", path("cages.csv")), notes::toString);
        assertEquals(
                0,
                run("import", path("s.icto"), path("marks.csv"), "--format", "csv", "--rater", "R", "--reviewed"),
                notes::toString);
        assertEquals(0, run("plan", path("s.icto"), "--include", "any"));
    }

    private String[] export() {
        return new String[] {
            "export", path("s.icto"), "--profile", path("small.properties"), "--folds", "2", "-o", path("set")
        };
    }

    /** Clips that are whole so far. */
    private long whole() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path part :
                    all.filter(each -> each.toString().contains(".set.part-")).toList()) {
                Path journal = part.resolve("journal");
                return Files.exists(journal) ? Files.readAllLines(journal).size() : 0;
            }
        }
        return 0;
    }

    @Test
    void itSaysWhatItKeepsAndGoesOnWithIt() throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.of(export()))
                .toList();
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
        assumeTrue(process.supportsNormalTermination(), "this system kills at once");
        while (process.isAlive() && whole() == 0) {
            Thread.sleep(5);
        }
        process.destroy();
        assertEquals(128 + 15, process.waitFor(), () -> notes + "");
        String expected = "ictograph: Cancelled; " + whole() + " clips are kept beside " + path("set")
                + ". Repeat the export to go on with them.";
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        assertEquals(expected, lines.get(lines.size() - 1));
        assertFalse(Files.exists(folder.resolve("set")));
        assertEquals(0, run(export()), notes::toString);
        assertEquals(0, run("verify", path("set")), notes::toString);
        assertTrue(whole() == 0);
    }
}
