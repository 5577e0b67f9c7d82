package org.ictograph.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.settings.KeyMap;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final List<Path> SOURCES = Stream.of("ui", "session", "report")
            .map(Path.of("src/main/java/org/ictograph")::resolve)
            .toList();
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
    void textsNameTheKeysThatHold() {
        assertEquals("Undo (Ctrl+Z)", messages.text("annotate.undo"));
        assertEquals("Rückgängig (Strg+Z)", new Messages(Locale.GERMAN).text("annotate.undo"));
        AtomicReference<KeyMap> keys = new AtomicReference<>(KeyMap.STANDARD);
        Messages following = messages.with(keys::get);
        keys.set(KeyMap.STANDARD.with(Command.UNDO, List.of(KeyChord.of("'"), KeyChord.of("U"))));
        assertEquals("Undo (')", following.text("annotate.undo"));
        keys.set(KeyMap.STANDARD.with(Command.UNDO, List.of()));
        assertEquals("Undo (–)", following.text("annotate.undo"));
    }

    private static final Path GERMAN = TEXTS.resolveSibling("messages_de.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)|\\[([a-z_0-9]+)]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/\\*|\\*|//).*$");
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");
    private static final Pattern NO_TEXT = Pattern.compile("(?s).*(?:Exception\\(|ofPattern\\(|LOG\\.\\w+\\()[^;]*");
    private static final Pattern SHOWN =
            Pattern.compile("(?:set(?:Text|Title|HeaderText|ContentText|PromptText|AccessibleText|AccessibleHelp)"
                    + "|new (?:Label|Button|ToggleButton|CheckBox|RadioButton|Hyperlink|Tooltip|Text|Tab"
                    + "|Menu|MenuItem|CheckMenuItem|RadioMenuItem|TitledPane|TableColumn<>|ButtonType))"
                    + "\\(\\s*\"([^\"]*\\p{L}{2,}[^\"]*)\"");

    private static Properties read(Path file) throws IOException {
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        }
        return read;
    }

    private static List<Path> code(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void everyTextIsThereInGermanWithTheSameArguments() throws IOException {
        Properties english = read(TEXTS);
        Properties german = read(GERMAN);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(german.keySet()));
        Messages speaking = new Messages(Locale.GERMANY);
        assertEquals(Locale.GERMAN, speaking.language());
        for (String key : english.stringPropertyNames()) {
            assertEquals(arguments(english.getProperty(key)), arguments(german.getProperty(key)), key);
            assertFalse(german.getProperty(key).contains("'"), "straight apostrophe in " + key);
            assertFalse(speaking.text(key, 1, 2, 3, 4, 5).isBlank(), key);
        }
        long written = Files.readAllLines(GERMAN).stream()
                .filter(line -> line.matches("[a-z].* = .*"))
                .count();
        assertEquals(german.size(), written, "a key is written twice");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group().substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A key is used when it stands in the code, or its beginning up to a dot does and the rest is put together. */
    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path file : code(Path.of("src/main/java/org/ictograph"))) {
            LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
        }
        Set<String> commands = new TreeSet<>();
        for (Command command : Command.values()) {
            commands.add(command.messageKey());
            commands.add(command.group().messageKey());
        }
        TreeSet<String> unused = new TreeSet<>(messages.keys());
        unused.removeIf(key -> literals.contains(key)
                || (key.startsWith("command") ? commands.contains(key) : puttogether(key, literals)));
        assertEquals(new TreeSet<>(), unused);
    }

    private static boolean puttogether(String key, Set<String> literals) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            String rest = key.substring(dot + 1);
            if (literals.contains(key.substring(0, dot + 1))
                    || (literals.contains(key.substring(0, dot))
                            && (literals.contains("." + rest) || literals.contains(".")))) {
                return true;
            }
        }
        return false;
    }

    /** What the screens show comes from the texts: no words stand in their code. */
    @Test
    void noWordsForTheScreenStandInTheCode() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        for (Path file : code(Path.of("src/main/java/org/ictograph/ui"))) {
            String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
            SHOWN.matcher(code).results().forEach(shown -> found.add(shown.group(1) + " in " + file.getFileName()));
            LITERAL.matcher(code)
                    .results()
                    .filter(literal -> WORDS.matcher(literal.group(1)).find())
                    .filter(literal -> !NO_TEXT.matcher(
                                    code.substring(Math.max(0, literal.start() - 200), literal.start()))
                            .matches())
                    .forEach(literal -> found.add(literal.group(1) + " in " + file.getFileName()));
        }
        assertEquals(new TreeSet<>(), found);
    }

    @Test
    void numbersDatesAndKeysFollowTheLanguage() {
        Messages german = new Messages(Locale.GERMANY);
        assertEquals("0,25", german.number("%.2f", 0.25));
        assertEquals("0.25", messages.number("%.2f", 0.25));
        var moment = java.time.LocalDateTime.of(2025, 2, 1, 14, 5, 9);
        assertEquals("01.02.2025 14:05:09", german.moment(moment));
        assertEquals("2025-02-01 14:05", messages.minute(moment));
        assertEquals("Strg+Umschalt+Bild↑", german.keys(KeyChord.parse("Ctrl+Shift+Page Up")));
        assertEquals("Ctrl+Shift+Page Up", messages.keys(KeyChord.parse("Ctrl+Shift+Page Up")));
        assertEquals("Num 4", german.keys(KeyChord.parse("Numpad 4")));
        assertEquals(
                "1.234 von 5 entschieden", german.text("done.accepted", 1234, 5).substring("Angenommen: ".length()));
        assertEquals("en", new Messages(Locale.FRANCE).language().getLanguage(), "numbers fit the texts");
    }

    @Test
    void lessThanAnHourToLearnFromIsToldInMinutes() {
        assertEquals(
                "To learn from: 1 seizure of 1 of 2 animals, 0.4 minutes of which it is known what happens.",
                messages.text("training.outlook", 1, 1, 2, 0.4 / 60, 0.4));
        assertEquals(
                "Zu lernen: 31 Anfälle von 4 von 4 Tieren, 1,5 Stunden, von denen bekannt ist, was geschieht.",
                new Messages(Locale.GERMANY).text("training.outlook", 31, 4, 4, 1.5, 90.0));
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
