package org.ictograph.model;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A word of the ethogram.
 *
 * @param name the exact string that is stored and exported
 * @param benchmarkId the label id of the RatSeizure benchmark, empty for labels outside it
 * @param key the key that starts and ends it in Code scope, one upper-case character
 * @param colour index into the eight colours that everyone can tell apart (Okabe–Ito), 0 to 7
 * @param definition what raters are to look for, empty when nothing is said
 * @param titles what screens call it instead of its name, by language such as {@code en}; marks and files keep the name
 */
public record Label(
        String name,
        OptionalInt benchmarkId,
        LabelKind kind,
        String key,
        int colour,
        Pattern pattern,
        String definition,
        SortedMap<String, String> titles) {
    public Label {
        SortedMap<String, String> said = new TreeMap<>(titles);
        said.values().removeIf(String::isBlank);
        titles = Collections.unmodifiableSortedMap(said);
        if (name.isBlank() || colour < 0 || colour > 7) {
            throw new IllegalArgumentException("A label needs a name and a colour from 0 to 7: " + name);
        }
    }

    /** A label that screens call by its name. */
    public Label(
            String name,
            OptionalInt benchmarkId,
            LabelKind kind,
            String key,
            int colour,
            Pattern pattern,
            String definition) {
        this(name, benchmarkId, kind, key, colour, pattern, definition, new TreeMap<>());
    }

    /** The same label under another key. */
    public Label withKey(String changed) {
        return new Label(name, benchmarkId, kind, changed, colour, pattern, definition, titles);
    }

    /** The same label, which screens of a language call otherwise; by its name again when the text is blank. */
    public Label titled(String language, String title) {
        SortedMap<String, String> changed = new TreeMap<>(titles);
        changed.put(language, title.strip());
        return new Label(name, benchmarkId, kind, key, colour, pattern, definition, changed);
    }

    /** What a screen of a language calls it: as was said for that language, or for another one, or its name. */
    public String title(String language) {
        String said = titles.get(language);
        return said != null ? said : titles.values().stream().findFirst().orElse(name);
    }

    /** A label of which only the name tells what it means. */
    public Label(String name, OptionalInt benchmarkId, LabelKind kind, String key, int colour, Pattern pattern) {
        this(name, benchmarkId, kind, key, colour, pattern, "");
    }
}
