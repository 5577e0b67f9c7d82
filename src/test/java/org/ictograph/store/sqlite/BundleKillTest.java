package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it takes a bundle in leaves all of the bundle or nothing of it. */
class BundleKillTest {
    private static final int EDITS = 200;
    private static final int KILLS = 4;

    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    @Test
    void aKillLeavesAllOrNothing() throws Exception {
        Path home = folder.resolve("home.icto");
        lab.createFilled(home).close();
        Path bundle = folder.resolve("ben.ictobundle");
        try (StudyStore away = open(Files.copy(home, folder.resolve("away.icto")))) {
            for (int i = 0; i < EDITS; i++) {
                Mark mark = Mark.byHand(lab.recording.id(), lab.cage.id(), lab.ben.id(), "rearing", new Span(i, i + 1));
                away.commit(lab.ben.id(), Edit.adding(Verb.ADD_MARK, mark), OptionalLong.empty(), List.of());
            }
            away.handOver(lab.ben.id(), bundle);
        }
        for (int kill = 0; kill < KILLS; kill++) {
            Path study = Files.copy(home, folder.resolve("killed-" + kill + ".icto"));
            Process process = start(study, bundle);
            // The first letter comes just before the bundle is taken in.
            assertEquals('b', process.getInputStream().read());
            boolean ended = process.waitFor(30L * kill, java.util.concurrent.TimeUnit.MILLISECONDS);
            assertTrue(ended || process.toHandle().destroyForcibly());
            process.waitFor();
            try (StudyStore store = open(study)) {
                int marks = store.marks(Viewer.PROGRAM, lab.recording.id()).size();
                assertTrue(marks == 0 || marks == EDITS, "marks after a kill: " + marks);
                assertEquals(List.of(), store.verify(Progress.NONE));
                assertEquals(
                        EDITS - marks,
                        store.takeIn(lab.anna.id(), bundle, false).fresh());
            }
        }
    }

    private static StudyStore open(Path file) throws org.ictograph.store.StoreException {
        return new SqliteStudyFiles(Lab.CLOCK).open(file);
    }

    private static Process start(Path study, Path bundle) throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BundleKillTest.class.getName(),
                        study.toString(),
                        bundle.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Takes the bundle in. */
    public static void main(String[] arguments) throws Exception {
        try (StudyStore store = new SqliteStudyFiles().open(Path.of(arguments[0]))) {
            UUID rater = store.study().raters().get(0).id();
            System.out.print('b');
            System.out.flush();
            store.takeIn(rater, Path.of(arguments[1]), false);
        }
    }
}
