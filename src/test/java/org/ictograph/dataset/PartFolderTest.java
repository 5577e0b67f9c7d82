package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export that was cut off leaves behind is cleared away by the next one, and nothing else. */
class PartFolderTest {
    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("mice, (1)");
    }

    private List<String> there() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    /** As a killed program leaves it: nobody holds the lock. */
    private Path left(String name) throws Exception {
        Path part = folder.resolve(name);
        Files.createDirectories(part.resolve("set/clips"));
        Files.writeString(part.resolve("set/clips/a.avi"), "half a clip");
        Files.createFile(part.resolve("lock"));
        return part;
    }

    @Test
    void whatACrashLeftIsCleared() throws Exception {
        left(".mice, (1).part-0123abcd");
        left(".mice, (1).part-89abcdef");
        PartFolder.clearLeft(target);
        assertEquals(List.of(), there());
    }

    @Test
    void whatOthersWriteIsLeftAlone() throws Exception {
        try (PartFolder other = new PartFolder(target)) {
            Files.writeString(other.path().resolve("clip.avi"), "being written");
            PartFolder.clearLeft(target);
            assertTrue(Files.exists(other.path().resolve("clip.avi")));
        }
        assertEquals(List.of(), there());
    }

    @Test
    void lookingForWhatIsLeftLetsNoLockOfThisProgramGo() throws Exception {
        try (PartFolder mine = new PartFolder(target)) {
            Path lock = mine.path().resolveSibling("lock");
            assertEquals("held", asOtherProgram(lock), "by the export that runs here");
            assertEquals(Optional.empty(), PartFolder.unfinished(target));
            PartFolder.clearLeft(target);
            assertEquals("held", asOtherProgram(lock));
        }
        Path left = left(".mice, (1).part-0123abcd");
        String hash = "0".repeat(64);
        Files.writeString(left.resolve("journal"), hash + " " + hash + " 224 224 300 40.5 Infinity\n");
        assertEquals("free", asOtherProgram(left.resolve("lock")), "nobody goes on with it");
        try (PartFolder resumed = PartFolder.resumed(target)) {
            assertEquals(left.resolve("set"), resumed.path());
            assertEquals(Optional.empty(), PartFolder.unfinished(target));
            assertEquals("held", asOtherProgram(left.resolve("lock")));
            resumed.keep();
        }
        assertTrue(PartFolder.unfinished(target).isPresent(), "closed, it can be gone on with again");
    }

    private static String asOtherProgram(Path lock) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PartFolderTest.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, program.waitFor());
        return said;
    }

    /** Tells whether the lock of a file is to be had. */
    public static void main(String[] arguments) throws Exception {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            System.out.print(channel.tryLock() == null ? "held" : "free");
        }
        System.out.flush();
    }

    @Test
    void whatOnlyLooksAlikeIsLeftAlone() throws Exception {
        left(".rats.part-0123abcd");
        left(".mice, (1).part-0123abcd.bak");
        left("mice, (1).part-0123abcd");
        Files.createDirectories(folder.resolve(".mice, (1).part-00000000/set"));
        Files.createFile(folder.resolve(".mice, (1).part-11111111"));
        List<String> before = there();
        PartFolder.clearLeft(target);
        assertEquals(before, there());
    }

    @Test
    void aLinkIsNotFollowed() throws Exception {
        Path precious = left("precious");
        Files.createSymbolicLink(folder.resolve(".mice, (1).part-0123abcd"), precious);
        PartFolder.clearLeft(target);
        assertTrue(Files.exists(precious.resolve("set/clips/a.avi")));
    }

    @Test
    void whatIsPublishedStandsAlone() throws Exception {
        try (PartFolder part = new PartFolder(target)) {
            Files.writeString(part.path().resolve("clip.avi"), "whole");
            part.publish(Progress.NONE);
        }
        assertEquals(List.of("mice, (1)"), there());
        try (Stream<Path> inside = Files.list(target)) {
            assertEquals(List.of(target.resolve("clip.avi")), inside.toList());
        }
    }

    @Test
    void publishingTellsHowFarItIsAndCancelledPublishesNothing() throws Exception {
        List<String> told = new ArrayList<>();
        Progress progress = new Progress() {
            @Override
            public void report(double fraction, String what) {
                told.add(what);
            }

            @Override
            public boolean cancelled() {
                return told.size() == 3;
            }
        };
        try (PartFolder part = new PartFolder(target)) {
            for (int i = 0; i < 5; i++) {
                Files.writeString(part.path().resolve(i + ".avi"), "whole");
            }
            assertThrows(CancellationException.class, () -> part.publish(progress));
            assertFalse(Files.exists(target));
            part.publish(Progress.NONE);
        }
        assertEquals(List.of("securing file 1 of 6", "securing file 2 of 6", "securing file 3 of 6"), told);
        assertEquals(List.of("mice, (1)"), there());
    }
}
