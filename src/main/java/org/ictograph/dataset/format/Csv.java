package org.ictograph.dataset.format;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Lines of comma-separated values after RFC 4180, ending in LF. */
final class Csv {
    private Csv() {}

    static String line(String... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
