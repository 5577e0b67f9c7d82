package org.ictograph.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java/org/ictograph/ui"), Path.of("src/main/java/org/ictograph/session"));
    private static final Path TEXTS = Path.of("src/main/resources/org/ictograph/ui/messages.properties");
    private static final Pattern DIRECT =
            Pattern.compile("(?:\\.text|Notice\\.done)\\(\\s*\"([a-z][A-Za-z0-9_.]*)\"\\s*[,)]");
    private static final Pattern KEY = Pattern.compile("\"((?:word|annotate)\\.[a-z0-9_.]*[a-z0-9])\"");
    private final Messages messages = Messages.english();

    @Test
    void everyTextThatTheCodeAsksForIsThere() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Path room : SOURCES) {
            try (Stream<Path> files = Files.walk(room)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    missing.addAll(missingIn(file));
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private List<String> missingIn(Path file) throws IOException {
        String code = Files.readString(file);
        return Stream.of(DIRECT, KEY)
                .flatMap(pattern -> pattern.matcher(code).results())
                .map(used -> used.group(1))
                .filter(key -> !messages.has(key))
                .map(key -> key + " in " + file.getFileName())
                .toList();
    }

    @Test
    void textsAreSoundMessageFormats() throws IOException {
        List<String> lines = Files.readAllLines(TEXTS);
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS)) {
            read.load(reader);
        }
        for (String key : messages.keys()) {
            assertFalse(read.getProperty(key).contains("'"), "straight apostrophe in " + key);
            assertFalse(messages.text(key, 1, 2, 3).isBlank(), key);
        }
        long written =
                lines.stream().filter(line -> line.matches("[a-z].* = .*")).count();
        assertEquals(read.size(), written, "a key is written twice");
    }

    @Test
    void fillsInArguments() {
        assertEquals("The disk is full.", messages.text("problem", "The disk is full."));
        assertTrue(messages.has("problem"));
    }

    @Test
    void aTextThatIsNotThereIsADefect() {
        assertThrows(MissingResourceException.class, () -> messages.text("no.such.text"));
    }
}
