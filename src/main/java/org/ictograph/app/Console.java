package org.ictograph.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.ictograph.measure.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * Where commands print: results on standard output, everything else on standard error, always UTF-8 with plain line
 * ends. Progress is a bar on a terminal; elsewhere a plain line now and then, so that a log tells that work goes on.
 * Thread-safe.
 */
final class Console {
    private static final String CLEAR = "\r\u001b[K";
    private static final int BAR = 20;
    /** Off a terminal progress keeps quiet for so long, and between its lines. */
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final PrintStream out;
    private final PrintStream notes;
    private final boolean terminal;
    private final LongSupplier nanos;
    private long quietSince;

    /**
     * @param terminal true when a person watches, so that progress may overwrite its line
     */
    Console(OutputStream out, OutputStream notes, boolean terminal) {
        this(out, notes, terminal, System::nanoTime);
    }

    /** @param nanos a clock, for tests */
    Console(OutputStream out, OutputStream notes, boolean terminal, LongSupplier nanos) {
        this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        this.notes = new PrintStream(notes, true, StandardCharsets.UTF_8);
        this.terminal = terminal;
        this.nanos = nanos;
        this.quietSince = nanos.getAsLong();
    }

    /** A statistic in a table of the command line; a dash where it has no value. */
    static String number(Statistic statistic) {
        OptionalDouble value = statistic.value();
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "–";
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
    synchronized void note(String line) {
        notes.print((terminal ? CLEAR : "") + line + "\n");
    }

    /**
     * How far something is.
     *
     * @param fraction 0 to 1
     * @param what what is being worked on now, may be empty
     */
    synchronized void progress(String name, double fraction, String what) {
        if (terminal) {
            int full = (int) Math.round(fraction * BAR);
            notes.print(CLEAR
                    + String.format(
                            Locale.ROOT,
                            "%s [%s%s] %3.0f %% %s",
                            name,
                            "#".repeat(full),
                            ".".repeat(BAR - full),
                            fraction * 100,
                            what));
            notes.flush();
        } else if (nanos.getAsLong() - quietSince >= QUIET_NANOS) {
            quietSince = nanos.getAsLong();
            note(String.format(Locale.ROOT, "%s: %.0f %% %s", name, fraction * 100, what)
                    .strip());
        }
    }

    /** Takes the bar away. */
    synchronized void noProgress() {
        if (terminal) {
            notes.print(CLEAR);
            notes.flush();
        }
    }

    PrintStream notes() {
        return notes;
    }
}
