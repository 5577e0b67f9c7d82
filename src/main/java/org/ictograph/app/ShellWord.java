package org.ictograph.app;

import java.util.regex.Pattern;

/** Words for a command line that a person copies or a script holds. */
final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:=@%+-]+");

    private ShellWord() {}

    /** A word as bash reads it back, whatever is in it; in quotation marks where it needs them. */
    static String of(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
