package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ictograph.ui.kit.Messages;
import org.ictograph.ui.shell.Manual;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the manual and the pages for developers say of commands, options, files and links is there. */
class DocumentsTest {
    private static final List<Path> PAGES = List.of(
            Path.of("README.md"),
            Path.of("src/test/README.md"),
            Path.of("installer/README.md"),
            Path.of("models/README.md"));
    private static final Pattern COMMAND = Pattern.compile("ictograph ([a-z]+)\\b([^`\\n#]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][a-z-]*");
    private static final Pattern LONE_OPTION = Pattern.compile("`(--[a-z][a-z-]*)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern FILE = Pattern.compile("(?:src|installer|models|\\.ci)/[\\w./-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    @Test
    void everyCommandIsTold() throws IOException {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("README.md", Files.readString(PAGES.get(0)));
        for (Locale language : Messages.LANGUAGES) {
            lists.put(language.toString(), Manual.COMMAND_LINE.markdown(new Messages(language)));
        }
        TreeSet<String> missing = new TreeSet<>();
        for (String command : commands().keySet()) {
            Pattern told = Pattern.compile("`(ictograph )?" + command + "`");
            lists.forEach((place, text) -> {
                if (!told.matcher(text).find()) {
                    missing.add(place + ": " + command);
                }
            });
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void everyCommandAndOptionIsThere() throws IOException {
        Map<String, Set<String>> commands = commands();
        Set<String> options = new HashSet<>();
        commands.values().forEach(options::addAll);
        TreeSet<String> missing = new TreeSet<>();
        Map<String, String> texts = new LinkedHashMap<>(manual());
        texts.put("README.md", Files.readString(PAGES.get(0)));
        texts.put("models/README.md", Files.readString(PAGES.get(3)));
        texts.forEach((place, text) -> {
            COMMAND.matcher(text).results().forEach(found -> {
                Set<String> known = commands.get(found.group(1));
                if (known == null) {
                    missing.add(place + ": " + found.group(1));
                    return;
                }
                OPTION.matcher(found.group(2))
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> !known.contains(option))
                        .forEach(option -> missing.add(place + ": " + found.group(1) + " " + option));
            });
            LONE_OPTION
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(option -> !options.contains(option))
                    .forEach(option -> missing.add(place + ": " + option));
        });
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void everyFileAndLinkIsThere() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        for (Path page : PAGES) {
            String text = Files.readString(page);
            CODE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(code -> FILE.matcher(code).matches() && !Files.exists(Path.of(code)))
                    .forEach(code -> missing.add(page + ": " + code));
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                if (!leads(page, link)) {
                    missing.add(page + ": " + link.group());
                }
            }
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private static boolean leads(Path page, MatchResult link) throws IOException {
        Path target = link.group(1).isEmpty()
                ? page
                : page.resolveSibling(link.group(1)).normalize();
        if (!Files.exists(target) || link.group(2) == null) {
            return Files.exists(target);
        }
        return HEADING.matcher(Files.readString(target))
                .results()
                .map(heading -> anchor(heading.group(1)))
                .anyMatch(link.group(2)::equals);
    }

    /** As Markdown is commonly given anchors: lower case, hyphens for spaces, no other signs. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /** Command → its options. */
    private static Map<String, Set<String>> commands() {
        Map<String, Set<String>> commands = new LinkedHashMap<>();
        ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
        try (Desk desk = new Desk(new Console(nowhere, nowhere, false))) {
            for (Map.Entry<String, CommandLine> command :
                    Program.line(desk).getSubcommands().entrySet()) {
                commands.put(
                        command.getKey(),
                        command.getValue().getCommandSpec().optionsMap().keySet());
            }
        }
        return commands;
    }

    private static Map<String, String> manual() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Locale language : Messages.LANGUAGES) {
            for (Manual section : Manual.values()) {
                texts.put(language + " " + section.file(), section.markdown(new Messages(language)));
            }
        }
        return texts;
    }
}
