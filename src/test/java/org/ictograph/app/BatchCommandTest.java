package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.ictograph.model.Span;
import org.ictograph.video.Codec;
import org.ictograph.video.VideoSpec;
import org.ictograph.video.VideoWriter;
import org.ictograph.video.YuvPicture;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The scripts for many machines, run with a scheduler that is played: broken off, gone on with, and brought home twice. */
@DisabledOnOs(OS.WINDOWS)
class BatchCommandTest {
    @TempDir
    private Path folder;

    private Path study;
    private Path batch;

    private record Ended(int status, String out) {}

    @BeforeEach
    void write() throws Exception {
        Path lab = Files.createDirectories(folder.resolve("lab's studies"));
        study = lab.resolve("rats.icto");
        batch = folder.resolve("batch 1");
        run("new", study.toString(), "--rater", "Anna O'Hara");
        Path cages =
                Files.writeString(folder.resolve("cages.csv"), "position,x,y,width,height,subject\n1,0,0,64,48,70-1\n");
        for (String name : List.of("first", "second one")) {
            run(
                    "add",
                    study.toString(),
                    film(lab.resolve(name + ".mp4"), name.length()).toString(),
                    "--cages",
                    cages.toString());
        }
        run(
                "batch",
                study.toString(),
                "-o",
                batch.toString(),
                "--model",
                "motion-1",
                "--program",
                program().toString());
    }

    private static Path film(Path file, int speed) throws Exception {
        YuvPicture picture = new YuvPicture(64, 48);
        java.util.Arrays.fill(picture.u(), (byte) 128);
        java.util.Arrays.fill(picture.v(), (byte) 128);
        try (VideoWriter writer = new FfmpegVideos().create(file, new VideoSpec(64, 48, 10, 10, Codec.H264))) {
            for (int frame = 0; frame < 100; frame++) {
                for (int i = 0; i < picture.y().length; i++) {
                    picture.y()[i] = (byte) ((i + frame * speed) % 64 < 12 ? 200 : 60);
                }
                writer.write(picture, frame * Span.SECOND / 10);
            }
            writer.finish();
        }
        return file;
    }

    private static String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = Program.run(new Console(print, print, false), arguments);
        String told = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, status, told);
        return told;
    }

    /** The program as a cluster starts it; it refuses one recording while there is a file {@code broken}. */
    private Path program() throws Exception {
        return script("ictograph", """
                case "$*" in *"second one"*) [ ! -e '%s' ] || exit 3;; esac
                exec '%s' -Xmx512m -cp '%s' org.ictograph.app.Main "$@"
                """.formatted(
                        folder.resolve("broken"),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path")));
    }

    /** What SLURM does: one start for each number of an array; scripts run from elsewhere, by a copy. */
    private Path sbatch() throws Exception {
        return script("sbatch", """
                script=${!#}
                cp "$script" '%1$s/spooled.sh'
                range=$(sed -n 's/^#SBATCH --array=//p' "$script")
                if [ -n "$range" ]; then
                  for i in $(seq "${range%%-*}" "${range##*-}"); do
                    SLURM_ARRAY_TASK_ID=$i bash '%1$s/spooled.sh' >> '%1$s/slurm.txt' 2>&1 || true
                  done
                else
                  bash '%1$s/spooled.sh' >> '%1$s/slurm.txt' 2>&1 || true
                fi
                echo "17;cluster"
                """.replace("%1$s", folder.toString()));
    }

    private Path script(String name, String text) throws Exception {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + text);
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private Ended bash(String script, String... environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", batch.resolve(script).toString());
        builder.redirectErrorStream(true);
        for (int i = 0; i < environment.length; i += 2) {
            builder.environment().put(environment[i], environment[i + 1]);
        }
        Path out = folder.resolve("out.txt");
        builder.redirectOutput(out.toFile());
        Process process = builder.start();
        assertTrue(process.waitFor(8, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private String told() throws Exception {
        return Files.exists(folder.resolve("slurm.txt")) ? Files.readString(folder.resolve("slurm.txt")) : "";
    }

    private List<String> bundles() throws Exception {
        try (Stream<Path> all = Files.list(batch.resolve("bundles"))) {
            return all.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void whatBrokeOffIsGoneOnWithAndComesHomeOnce() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken"), "");
        String sbatch = sbatch().toString();
        Ended first = bash("submit.sh", "SBATCH", sbatch);
        assertEquals(0, first.status, first.out + told());
        assertEquals(List.of("1.ictobundle"), bundles(), told());
        assertTrue(told().contains("1 of 2 tasks are done"), told());
        Files.delete(broken);
        Files.delete(folder.resolve("slurm.txt"));
        Ended second = bash("submit.sh", "SBATCH", sbatch);
        assertEquals(0, second.status, second.out + told());
        assertEquals(List.of("1.ictobundle", "2.ictobundle"), bundles(), told());
        assertTrue(told().contains("1 is done"), "what is there is not made again: " + told());
        assertTrue(told().contains("2 of 2 tasks are done"), told());
        String trail = run("history", study.toString(), "--verb", "propose");
        assertEquals(2, trail.lines().filter(line -> line.contains("propos")).count(), trail);
        run("verify", study.toString());
        Ended again = bash("collect.sh");
        assertEquals(0, again.status, again.out);
        assertTrue(again.out.contains("0 edits new"), again.out);
        assertEquals(trail, run("history", study.toString(), "--verb", "propose"));
        try (Stream<Path> beside = Files.list(study.getParent())) {
            assertFalse(
                    beside.anyMatch(file -> String.valueOf(file.getFileName()).startsWith("batch-")),
                    "the copies are gone");
        }
    }

    /**
     * A program that writes down what it is asked for. It trains nothing: it fails while there is a file {@code broken}; nor
     * does it export: it makes the folder. All else the real one does.
     */
    private Path listener() throws Exception {
        return script("listener", """
                printf '%%s\\n' "$*" >> '%1$s/asked.txt'
                case "$1" in
                  train) [ ! -e '%1$s/broken' ] || exit 3;;
                  export) [ ! -e '%1$s/broken' ] || exit 3; mkdir "$6";;
                  *) exec '%2$s' "$@";;
                esac
                """.formatted(folder, program()));
    }

    private List<String> asked(String command) throws Exception {
        return Files.readAllLines(folder.resolve("asked.txt")).stream()
                .filter(line -> line.startsWith(command))
                .map(line -> line.replaceAll("\\S*/batch-(\\d)-\\d+.icto", "COPY$1"))
                .map(line -> line.replaceAll("^(\\w+) .*COPY", "$1 COPY"))
                .toList();
    }

    private void writeAgain(String... options) throws Exception {
        batch = folder.resolve("batch 2");
        List<String> all = new java.util.ArrayList<>(List.of(
                "batch",
                study.toString(),
                "-o",
                batch.toString(),
                "--program",
                listener().toString()));
        all.addAll(List.of(options));
        run(all.toArray(new String[0]));
    }

    @Test
    void aTrainingThatBrokeOffIsTakenUp() throws Exception {
        writeAgain("--train", "small-1", "--train", "small-2", "--", "--label", "wild running");
        Path broken = Files.writeString(folder.resolve("broken"), "");
        assertEquals(3, bash("task.sh", "SLURM_ARRAY_TASK_ID", "1").status);
        Files.delete(broken);
        assertEquals(0, bash("task.sh", "SLURM_ARRAY_TASK_ID", "1").status);
        assertEquals(0, bash("task.sh", "SLURM_ARRAY_TASK_ID", "1").status, "done already");
        assertEquals(
                List.of(
                        "train COPY1 -o small-1 --label wild running",
                        "train COPY1 -o small-1 --resume --label wild running"),
                asked("train"));
        Ended half = bash("collect.sh");
        assertEquals(1, half.status);
        assertTrue(half.out.contains("1 of 2 tasks are done"), half.out);
        assertEquals(0, bash("task.sh", "SLURM_ARRAY_TASK_ID", "2").status);
        assertEquals(0, bash("collect.sh").status);
    }

    @Test
    void eachProfileIsATaskWhoseReceiptComesHome() throws Exception {
        writeAgain("--export", "rodepil", "--export", "ratseizure", "--", "--licence", "CC-BY-4.0");
        Path broken = Files.writeString(folder.resolve("broken"), "");
        assertEquals(3, bash("task.sh", "SLURM_ARRAY_TASK_ID", "2").status);
        Files.delete(broken);
        String sbatch = sbatch().toString();
        assertEquals(0, bash("submit.sh", "SBATCH", sbatch).status, told());
        assertEquals(List.of("1.ictobundle", "2.ictobundle"), bundles(), told());
        assertTrue(told().contains("2 of 2 tasks are done"), told());
        assertTrue(Files.isDirectory(batch.resolve("sets/rodepil")));
        assertEquals(
                "export COPY2 --profile ratseizure -o " + batch.resolve("sets/ratseizure") + " --licence CC-BY-4.0",
                asked("export").get(0));
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Path other = folder.resolve("batch 3");
        for (List<String> wrong : List.of(
                List.of("--train", "rhythm-1"),
                List.of("--train", "no/name"),
                List.of("--export", "nothing"),
                List.of("--train", "new-1", "--export", "rodepil"),
                List.of("--model", "motion-1", "--train", "new-1"))) {
            List<String> all = new java.util.ArrayList<>(List.of("batch", study.toString(), "-o", other.toString()));
            all.addAll(wrong);
            assertEquals(
                    2, Program.run(new Console(print, print, false), all.toArray(new String[0])), wrong.toString());
            assertFalse(Files.exists(other));
        }
    }

    @Test
    void parallelRunsEachTask() throws Exception {
        Path parallel = script("parallel", """
                [ "$1" = --jobs ] || exit 9
                while read -r n; do echo "$3 $n"; done
                """);
        Ended ended = bash("parallel.sh", "PARALLEL", parallel.toString());
        assertEquals(0, ended.status, ended.out);
        assertEquals(
                List.of(batch.resolve("task.sh") + " 1", batch.resolve("task.sh") + " 2"),
                ended.out.lines().toList());
    }
}
