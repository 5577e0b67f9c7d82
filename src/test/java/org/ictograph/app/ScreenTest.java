package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenTest {
    @TempDir
    Path libraries;

    @Test
    void withoutADisplayTheSentenceNamesIt() {
        Optional<String> missing = new Screen(Map.of(), "Linux", List.of()).missing();
        assertTrue(missing.orElseThrow().contains("DISPLAY"));
        assertTrue(new Screen(Map.of("DISPLAY", ":4711"), "Linux", List.of())
                .missing()
                .orElseThrow()
                .contains(":4711"));
    }

    @Test
    void withoutGtkTheSentenceSaysHowToGetIt() throws Exception {
        Map<String, String> remote = Map.of("DISPLAY", "bench:10.0");
        Screen bare = new Screen(remote, "Linux", List.of(libraries));
        assertTrue(bare.missing().orElseThrow().contains("apt-get install libgtk-3-0"));
        assertFalse(bare.canDrawText());
        Files.createFile(libraries.resolve("libgtk-3.so.0"));
        Files.createFile(libraries.resolve("libpangoft2-1.0.so.0"));
        assertEquals(Optional.empty(), bare.missing());
        assertTrue(bare.canDrawText());
    }

    @Test
    void otherSystemsBringTheirWindows() {
        assertEquals(Optional.empty(), new Screen(Map.of(), "Windows 11", List.of()).missing());
    }
}
