package org.ictograph.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print: results on standard output, everything else on standard error, always UTF-8 with plain line
 * ends.
 */
final class Console {
    private final PrintStream out;
    private final PrintStream notes;
    private final boolean terminal;

    /**
     * @param terminal true when a person watches, so that progress may overwrite its line
     */
    Console(OutputStream out, OutputStream notes, boolean terminal) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.notes = new PrintStream(notes, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
    }

    /** A line of the result. */
    void print(String line) {
        out.print(line + "\n");
    }

    /** A formatted line of the result, with points in numbers whatever the country. */
    void print(String format, @Nullable Object... arguments) {
        print(String.format(Locale.ROOT, format, arguments));
    }

    /** The result as one JSON document. */
    void json(Object document) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            print(JsonMapper.builder().build().writer(printer).writeValueAsString(document));
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("A result could not be written as JSON.", defect);
        }
    }

    /** A line beside the result. */
    void note(String line) {
        notes.print((terminal ? "\r\u001b[K" : "") + line + "\n");
    }

    /** A line that the next note or progress replaces; on a terminal only. */
    void progress(String line) {
        if (terminal) {
            notes.print("\r\u001b[K" + line);
            notes.flush();
        }
    }

    PrintStream notes() {
        return notes;
    }
}
