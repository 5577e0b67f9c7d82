package org.ictograph.model;

import java.util.OptionalInt;

/**
 * A word of the ethogram.
 *
 * @param name the exact string that is stored and exported
 * @param benchmarkId the label id of the RatSeizure benchmark, empty for labels outside it
 * @param key the key that starts and ends it in Code scope, one upper-case character
 * @param colour index into the eight colours that everyone can tell apart (Okabe–Ito), 0 to 7
 * @param definition what raters are to look for, empty when nothing is said
 */
public record Label(
        String name,
        OptionalInt benchmarkId,
        LabelKind kind,
        String key,
        int colour,
        Pattern pattern,
        String definition) {
    public Label {
        if (name.isBlank() || colour < 0 || colour > 7) {
            throw new IllegalArgumentException("A label needs a name and a colour from 0 to 7: " + name);
        }
    }

    /** The same label under another key. */
    public Label withKey(String changed) {
        return new Label(name, benchmarkId, kind, changed, colour, pattern, definition);
    }

    /** A label of which only the name tells what it means. */
    public Label(String name, OptionalInt benchmarkId, LabelKind kind, String key, int colour, Pattern pattern) {
        this(name, benchmarkId, kind, key, colour, pattern, "");
    }
}
