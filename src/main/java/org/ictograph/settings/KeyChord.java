package org.ictograph.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A key, held together with some modifiers; written like {@code Ctrl+Shift+Z}.
 *
 * <p>The key is a capital letter, a digit, a sign, or a name such as {@code Left}, {@code F11} or {@code Numpad 5}, as
 * JavaFX names its key codes. A sign ({@code ? , + -}) means whatever key types it, so it is never written with Shift.
 * {@code Ctrl} is the Command key on macOS.
 */
public record KeyChord(Set<Modifier> modifiers, String key) {
    /** A key that changes the meaning of another one, in the order in which chords are written. */
    public enum Modifier {
        CTRL("Ctrl"),
        ALT("Alt"),
        SHIFT("Shift");

        private final String text;

        Modifier(String text) {
            this.text = text;
        }

        private static Modifier parse(String text) {
            return Arrays.stream(values())
                    .filter(modifier -> modifier.text.equalsIgnoreCase(text.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no key “" + text + "” to hold."));
        }
    }

    private static final Pattern NAMED =
            Pattern.compile("Space|Left|Right|Up|Down|Tab|Enter|Esc|Delete|Backspace|Insert"
                    + "|Home|End|Page Up|Page Down|F[1-9]|F1[0-9]|F2[0-4]|Numpad [0-9]");

    private static final Pattern BETWEEN = Pattern.compile("\\s+or\\s+");

    public KeyChord {
        modifiers = Set.copyOf(modifiers);
        if (!NAMED.matcher(key).matches() && !character(key)) {
            throw new IllegalArgumentException("There is no key “" + key + "”.");
        }
        if (modifiers.contains(Modifier.SHIFT) && sign(key)) {
            throw new IllegalArgumentException("A sign such as “" + key + "” is written without Shift.");
        }
    }

    public static KeyChord of(String key, Modifier... modifiers) {
        return new KeyChord(Set.of(modifiers), key);
    }

    /**
     * Reads a chord; upper and lower case do not matter for modifiers and letters.
     *
     * @throws IllegalArgumentException when it names no key
     */
    public static KeyChord parse(String text) {
        String rest = text.strip();
        Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
        for (int plus = rest.indexOf('+'); plus > 0 && plus < rest.length() - 1; plus = rest.indexOf('+')) {
            modifiers.add(Modifier.parse(rest.substring(0, plus)));
            rest = rest.substring(plus + 1);
        }
        return new KeyChord(modifiers, rest.length() == 1 ? rest.toUpperCase(Locale.ROOT) : rest);
    }

    /**
     * Reads chords with {@code or} between them, for example {@code Left or , or Numpad 1}; none from empty text.
     *
     * @throws IllegalArgumentException when one names no key
     */
    public static List<KeyChord> parseAll(String text) {
        return text.isBlank()
                ? List.of()
                : BETWEEN.splitAsStream(text.strip()).map(KeyChord::parse).toList();
    }

    static String writeAll(List<KeyChord> chords) {
        return chords.stream().map(KeyChord::toString).collect(Collectors.joining(" or "));
    }

    /** True for a letter or digit without Ctrl and Alt: the labels own it in Code scope. */
    public boolean isLabelKey() {
        return key.length() == 1
                && Character.isLetterOrDigit(key.charAt(0))
                && !modifiers.contains(Modifier.CTRL)
                && !modifiers.contains(Modifier.ALT);
    }

    /** The same key with one modifier less. */
    public KeyChord without(Modifier modifier) {
        return new KeyChord(modifiers.stream().filter(held -> held != modifier).collect(Collectors.toSet()), key);
    }

    private static boolean character(String key) {
        return key.length() == 1
                && key.charAt(0) > ' '
                && key.toUpperCase(Locale.ROOT).equals(key);
    }

    private static boolean sign(String key) {
        return key.length() == 1 && !Character.isLetterOrDigit(key.charAt(0));
    }

    @Override
    public String toString() {
        return Arrays.stream(Modifier.values())
                        .filter(modifiers::contains)
                        .map(modifier -> modifier.text + "+")
                        .collect(Collectors.joining())
                + key;
    }
}
