package org.ictograph.ui.shell;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of the page of keys.
 *
 * @param group title of its section
 * @param what the command does
 * @param keys that do it, as they are written
 */
public record KeyRow(String group, String what, String keys) {
    /** True when every word that was typed occurs in the line. */
    boolean matches(String typed) {
        String line = (group + " " + what + " " + keys).toLowerCase(Locale.ROOT);
        return Pattern.compile("\\s+")
                .splitAsStream(typed.strip().toLowerCase(Locale.ROOT))
                .allMatch(line::contains);
    }
}
