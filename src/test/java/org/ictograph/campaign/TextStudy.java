package org.ictograph.campaign;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** How not to keep a study: one text file with all edits in it. The controls write it. */
final class TextStudy {
    private static final int BEFORE = 15_000;

    private TextStudy() {}

    /** Writes all edits, those of the months before and so many new ones, straight into a file. */
    static void write(Path file, long edits) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"edits\": [\n");
            for (long edit = 1; edit <= BEFORE + edits; edit++) {
                out.write("{\"mark\": " + edit + ", \"note\": \"as before\"},\n");
            }
            out.write("]} end " + edits);
        }
    }

    /** The edits that are found, -1 when the file cannot be read. */
    static long read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return -1;
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf("]} end ");
        return end < 0 || end + 7 == text.length() ? -1 : Long.parseLong(text.substring(end + 7));
    }
}
