package org.ictograph.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How not to keep a study: one text file with all edits in it. The controls write it. */
final class TextStudy {
    /** The work of the months before. */
    private static final String BEFORE = "{\"mark\": 0, \"note\": \"as before\"},\n".repeat(15_000);

    private TextStudy() {}

    static String of(long edits) {
        StringBuilder text = new StringBuilder("{\"edits\": [").append(BEFORE);
        for (long edit = 1; edit <= edits; edit++) {
            text.append("{\"mark\": ").append(edit).append("},\n");
        }
        return text.append("]} end ").append(edits).toString();
    }

    /** The edits that are found, -1 when the file cannot be read. */
    static long read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return -1;
        }
        String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        int end = text.lastIndexOf("]} end ");
        return end < 0 ? -1 : Long.parseLong(text.substring(end + 7));
    }
}
