package org.ictograph.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ictograph.model.LightSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept is found again; what is damaged hurts nobody. */
class SettingsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        Settings settings = new Settings(folder.resolve("none"));
        assertEquals(Preferences.STANDARD, settings.preferences());
        assertEquals(Map.of(), settings.keyMap().changes());
        assertFalse(Files.exists(folder.resolve("none")), "reading makes no folder");
    }

    @Test
    void preferencesComeBackAsTheyWent() throws Exception {
        Preferences chosen = Preferences.STANDARD
                .withAppearance(new Appearance(Dress.CONTRAST, "de", 16, new WindowSize(1366, 768, true)))
                .withViewing(new Viewing(
                        true,
                        new TimelineTaste(
                                List.of("score", "own"),
                                Set.of("coverage"),
                                List.of(3, 1),
                                Optional.of(Set.of(2, 4)),
                                LightSchedule.parse("19:00 - 7:00")),
                        new SkimBounds(24, 0.5, 0.25)))
                .withRater("  Ünal \\ \"B\" 🐀\n#")
                .withTour(3)
                .withSecondPlace(Optional.of(Path.of("/media/second place")))
                .withStudy(Path.of("/labor/Größe = 1.icto"))
                .withStudy(Path.of("/labor/# neu!: a\\b.icto"));
        new Settings(folder.resolve("a/b")).keep(chosen);
        assertEquals(chosen, new Settings(folder.resolve("a/b")).preferences());
        try (Stream<Path> files = Files.list(folder.resolve("a/b"))) {
            assertEquals(List.of(folder.resolve("a/b/settings.properties")), files.toList());
        }
    }

    @Test
    void theFileIsForPeople() throws Exception {
        new Settings(folder).keep(Preferences.STANDARD.withRater("Jürgen").withStudy(Path.of("/a/b.icto")));
        assertEquals("""
            # Ictograph: what you prefer. Delete a line to go back to its default.
            theme = light
            language =\s
            rater = Jürgen
            sound = off
            window = 1280 x 720
            lanes =\s
            lanes_hidden = film
            cages =\s
            cages_closed = usual
            lights = 07:00 - 19:00
            skim = 16.0, 1.0, 0.3
            second_place =\s
            text = 12
            tour = 0
            recent_study_01 = /a/b.icto
            """, Files.readString(folder.resolve("settings.properties")));
    }

    @Test
    void aLineThatSaysSomethingImpossibleIsSkipped() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), """
            theme = pink
            text = 99
            window = 10 x 99999999999
            lights = noon
            skim = 100, 1, 1
            cages = one
            rater = Anna
            mood = good
            """);
        assertEquals(Preferences.STANDARD.withRater("Anna"), new Settings(folder).preferences());
    }

    @Test
    void aDamagedFileIsSetAside() throws Exception {
        Path file = folder.resolve("settings.properties");
        byte[] damaged = {'r', 'a', 't', 'e', 'r', '=', (byte) 0xff, (byte) 0xfe};
        Files.write(file, damaged);
        assertEquals(Preferences.STANDARD, new Settings(folder).preferences());
        assertFalse(Files.exists(file));
        assertEquals(damaged.length, Files.size(folder.resolve("settings.properties.damaged")));
        Files.writeString(file, "rater = \\u00zz\n");
        assertEquals(Preferences.STANDARD, new Settings(folder).preferences());
        assertEquals("rater = \\u00zz\n", Files.readString(folder.resolve("settings.properties.damaged")));
    }

    @Test
    void changedKeysAreKept() throws Exception {
        KeyMap map = KeyMap.STANDARD
                .with(Command.FRAME_BACK, KeyChord.parseAll(", or Ctrl++ or Numpad 1"))
                .with(Command.ACCEPT, List.of());
        new Settings(folder).keep(map);
        assertEquals(map.changes(), new Settings(folder).keyMap().changes());
        assertEquals("""
            # Ictograph: keys that you changed, like  go_to = G or Ctrl+G
            frame_back = , or Ctrl++ or Numpad 1
            accept =\s
            """, Files.readString(folder.resolve("keys.properties")));
    }

    @Test
    void wrongKeysAreSkipped() throws Exception {
        Files.writeString(folder.resolve("keys.properties"), "undo = Ctrl+U\nmake_tea = T\nredo = Hyper+R\n");
        assertEquals(
                Map.of(Command.UNDO, KeyChord.parseAll("Ctrl+U")),
                new Settings(folder).keyMap().changes());
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        SettingsException refusal = assertThrows(
                SettingsException.class, () -> new Settings(file.resolve("sub")).keep(Preferences.STANDARD));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("Settings cannot be kept in " + file));
    }

    @Test
    void recentStudiesAreFewAndDistinct() {
        Preferences many = IntStream.range(0, 20)
                .mapToObj(i -> Path.of("s" + i))
                .reduce(Preferences.STANDARD, Preferences::withStudy, (a, b) -> b);
        assertEquals(Preferences.RECENT, many.recentStudies().size());
        assertEquals(Path.of("s19"), many.lastStudy().orElseThrow());
        Preferences again = many.withStudy(Path.of("s15"));
        assertEquals(
                List.of(Path.of("s15"), Path.of("s19"), Path.of("s18")),
                again.recentStudies().subList(0, 3));
    }

    @Test
    void everySystemHasItsFolder() {
        Path home = Path.of("/home/anna");
        assertEquals(home.resolve(".config/ictograph"), SettingsFolder.of("Linux", home, Map.of()));
        assertEquals(
                Path.of("/etc/anna/ictograph"),
                SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "/etc/anna")));
        assertEquals(
                home.resolve(".config/ictograph"),
                SettingsFolder.of("Linux", home, Map.of("XDG_CONFIG_HOME", "relative")));
        assertEquals(
                home.resolve("Library/Application Support/Ictograph"), SettingsFolder.of("Mac OS X", home, Map.of()));
        assertEquals(
                Path.of("/roaming/Ictograph"), SettingsFolder.of("Windows 11", home, Map.of("APPDATA", "/roaming")));
        assertEquals(home.resolve("AppData/Roaming/Ictograph"), SettingsFolder.of("Windows 11", home, Map.of()));
    }
}
