package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashListTest {
    /** SHA-256 of "abc" and of nothing, as FIPS 180-2 gives them. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void theListIsThatOfSha256sum(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("b"), "abc");
        Files.createDirectory(folder.resolve("a"));
        Files.writeString(folder.resolve("a/c"), "");
        Files.writeString(folder.resolve(HashList.FILE), "not itself");
        String text = HashList.text(HashList.of(folder, Progress.NONE));
        assertEquals(EMPTY + "  a/c\n" + ABC + "  b\n", text);
        assertEquals(HashList.of(folder, Progress.NONE), HashList.parse(text));
        assertEquals(HashList.of(folder, Progress.NONE), HashList.parse(text.replace("  ", " *")));
    }

    @Test
    void eachFileIsToldOfAndAfterACancelNoMoreIsRead(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a"), "abc");
        Files.writeString(folder.resolve("b"), "abc");
        List<String> told = new ArrayList<>();
        Progress cancelledAfterOne = new Progress() {
            @Override
            public void report(double fraction, String what) {
                told.add(fraction + " " + what);
            }

            @Override
            public boolean cancelled() {
                return !told.isEmpty();
            }
        };
        assertThrows(CancellationException.class, () -> HashList.of(folder, cancelledAfterOne));
        assertEquals(List.of("0.0 hashing file 1 of 2"), told);
    }

    @Test
    void otherLinesAreRefused() {
        DatasetException e = assertThrows(DatasetException.class, () -> HashList.parse("abc  file\n"));
        assertEquals("manifest-sha256.txt has a line that is not a SHA-256 and a file name: abc  file", e.getMessage());
    }
}
