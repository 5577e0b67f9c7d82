package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TroubleReportTest {
    @TempDir
    private Path folder;

    @Test
    void logsAndVersionsAreInItAndNothingElse() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        Files.writeString(logs.resolve("ictograph.log"), "opened /home/anna/rats.icto\n");
        Files.writeString(logs.resolve("ictograph.1.log"), "before\n");
        Files.writeString(logs.resolve("rats.icto"), "labels");
        Path zip = folder.resolve("report.zip");
        List<String> names = new TroubleReport(logs, "/home/anna").write(zip, "The disk is full. [S07]", "7.1");
        assertEquals(List.of("ictograph.1.log", "ictograph.log"), names);
        try (ZipFile read = new ZipFile(zip.toFile())) {
            assertEquals(
                    List.of("report.txt", "logs/ictograph.1.log", "logs/ictograph.log"),
                    read.stream().map(entry -> entry.getName()).toList());
            String log = text(read, "logs/ictograph.log");
            assertEquals("opened ~/rats.icto\n", log, "the home folder names a person");
            String report = text(read, "report.txt");
            assertTrue(report.contains("FFmpeg 7.1"), report);
            assertTrue(report.contains("Last trouble: The disk is full. [S07]"), report);
            assertFalse(report.contains("/home/anna"), report);
        }
    }

    private static String text(ZipFile zip, String name) throws Exception {
        return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderThatIsNotThereIsMetWithASentence() {
        SessionException refused = assertThrows(
                SessionException.class,
                () -> new TroubleReport(folder.resolve("none")).write(folder.resolve("no/where.zip"), "", ""));
        assertTrue(String.valueOf(refused.getMessage()).contains("choose another folder"), refused.getMessage());
    }
}
