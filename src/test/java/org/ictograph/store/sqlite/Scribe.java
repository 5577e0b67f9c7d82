package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;

/** A second program that opens a study and marks without end, and tells the sequence of each mark once it is stored. */
final class Scribe implements AutoCloseable {
    private final Process process;
    private final BufferedReader told;

    private Scribe(Process process) {
        this.process = process;
        this.told = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Scribe start(Path file) throws IOException {
        return new Scribe(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scribe.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits until so many marks are told, kills the program and gives the last sequence that it told. */
    long killAfter(int marks) throws IOException, InterruptedException {
        long last = 0;
        for (int i = 0; i < marks; i++) {
            last = sequence(told.readLine());
        }
        // Through the handle, because the process itself would close its output, in which something may still be told.
        assertTrue(process.toHandle().destroyForcibly());
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            last = Math.max(last, sequence(line));
        }
        process.waitFor();
        return last;
    }

    /** The number in a line, 0 for the beginning of a line that the program could not finish. */
    private static long sequence(String line) {
        return line.endsWith(".") ? Long.parseLong(line.substring(0, line.length() - 1)) : 0;
    }

    /** Waits for the end of a program that could not open the study, and gives all that it told. */
    String waitFor() throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            all.append(line).append('\n');
        }
        process.waitFor();
        return all.toString();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) {
        try (StudyStore store = new SqliteStudyFiles().open(Path.of(arguments[0]))) {
            Study study = store.study();
            Cage cage = study.cages().get(0);
            for (long at = 0; true; at++) {
                Mark mark = Mark.byHand(
                        cage.recordingId(), cage.id(), study.raters().get(0).id(), "rearing", new Span(at, at + 1));
                long sequence = store.commit(
                                mark.raterId(), Edit.adding(Verb.ADD_MARK, mark), OptionalLong.empty(), List.of())
                        .sequence();
                System.out.println(sequence + ".");
            }
        } catch (StoreException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
