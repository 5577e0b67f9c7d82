package org.ictograph.video.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.ictograph.app.Decoder;
import org.ictograph.video.FrameReader;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed leaves no decoder behind, not even one that hangs. */
class OrphanTest {
    @TempDir
    Path folder;

    /** The program that will be killed: opens a video, says which processes it has, and reads a frame that hangs. */
    static final class Doomed {
        private Doomed() {}

        public static void main(String[] args) throws Exception {
            Class<?> decoder = args[0].contains("hang") ? FaultyDecoder.class : Decoder.class;
            try (ProcessVideos videos = new ProcessVideos(
                            new FfmpegVideos(),
                            decoder,
                            Duration.ofMinutes(1),
                            Path.of(args[0]).resolveSibling(""));
                    FrameReader reader = videos.open(Film.reel(Path.of(args[0])))) {
                System.out.println(String.join(
                        " ",
                        ProcessHandle.current()
                                .children()
                                .map(child -> "" + child.pid())
                                .toList()));
                reader.read(50, Film.picture());
                Thread.sleep(TimeUnit.HOURS.toMillis(1));
            }
        }
    }

    @Test
    void decodersEndWithTheProgram() throws Exception {
        decodersEndWith("film.mkv");
    }

    @Test
    void aDecoderThatHangsEndsWithTheProgram() throws Exception {
        decodersEndWith("hang-50.mkv");
    }

    private void decodersEndWith(String name) throws Exception {
        Path film = Film.write(folder.resolve(name));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                Doomed.class.getName(),
                film.toString());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        Process doomed = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(doomed.getInputStream(), StandardCharsets.UTF_8))) {
            List<ProcessHandle> decoders = Arrays.stream(said.readLine().split(" "))
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                    .toList();
            assertEquals(2, decoders.size(), "the one that reads and the one that waits");
            doomed.destroyForcibly().waitFor();
            for (ProcessHandle decoder : decoders) {
                decoder.onExit().get(1, TimeUnit.MINUTES);
                assertTrue(!decoder.isAlive());
            }
        }
    }
}
