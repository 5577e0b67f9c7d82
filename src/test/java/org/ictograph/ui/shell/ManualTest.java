package org.ictograph.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyMap;
import org.ictograph.ui.kit.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The manual speaks of menus, buttons and keys that are there, in the words of the window. */
class ManualTest {
    static final List<Locale> LANGUAGES = Messages.LANGUAGES;
    private static final Pattern EMPHASIS = Pattern.compile("(?<!\\*)\\*([^*]+)\\*(?!\\*)");
    private static final Pattern KEY = Pattern.compile("`([^`]+)`");
    /** Words that are typed: options, names of files and folders, commands with what follows them, names in lower case. */
    private static final Pattern NO_KEY =
            Pattern.compile("[.~%-].+|ictograph .*|.*\\w[./_-]\\w*.*|\".*|[a-z][a-z0-9]{2,}.*");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyMenuAndButtonIsThere(Locale language) {
        Messages messages = new Messages(language);
        Set<String> words = new HashSet<>();
        messages.keys().forEach(key -> words.add(messages.text(key, 1, 2, 3, 4, 5)));
        TreeSet<String> missing = new TreeSet<>();
        for (Manual section : Manual.values()) {
            EMPHASIS.matcher(section.markdown(messages))
                    .results()
                    .flatMap(found -> Arrays.stream(found.group(1).split(", ", -1)))
                    .filter(name -> !words.contains(name))
                    .forEach(name -> missing.add(section + ": " + name));
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyKeyDoesSomething(Locale language) {
        Messages messages = new Messages(language);
        Set<String> keys = new HashSet<>();
        for (Command command : Command.values()) {
            KeyMap.STANDARD.chords(command).forEach(chord -> keys.add(messages.keys(chord)));
        }
        Protocol.standard().labels().forEach(label -> keys.add(label.key()));
        TreeSet<String> missing = new TreeSet<>();
        for (Manual section : Manual.values()) {
            KEY.matcher(section.markdown(messages))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> key.length() == 1 || !NO_KEY.matcher(key).matches())
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> missing.add(section + ": " + key));
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyWorkspaceHasItsSection(Locale language) {
        Messages messages = new Messages(language);
        Set<Manual> sections = new HashSet<>();
        for (Workspace workspace : Workspace.values()) {
            sections.add(Manual.of(Optional.of(workspace)));
        }
        assertEquals(Workspace.values().length, sections.size());
        assertEquals(
                Manual.values().length,
                Arrays.stream(Manual.values())
                        .map(section -> section.title(messages))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void theKeysToPrintAreAllKeys(Locale language) {
        Messages messages = new Messages(language);
        String page =
                KeySheet.html(messages, KeyMap.STANDARD, Protocol.standard().labels());
        for (Command command : Command.values()) {
            assertTrue(
                    page.contains("<td>" + messages.text(command.messageKey()).replace("&", "&amp;") + "</td>"));
            KeyMap.STANDARD
                    .chords(command)
                    .forEach(chord ->
                            assertTrue(page.contains("<kbd>" + messages.keys(chord) + "</kbd>"), command.id()));
        }
        assertTrue(page.contains("wet dog shakes"));
    }
}
