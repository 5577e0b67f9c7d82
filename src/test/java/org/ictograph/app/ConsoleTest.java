package org.ictograph.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What progress looks like on a terminal and in a log. */
class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private long now;

    private Console console(boolean terminal) {
        return new Console(out, notes, terminal, () -> now);
    }

    private void seconds(long later) {
        now += later * 1_000_000_000L;
    }

    private String noted() {
        return notes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aLogGetsAPlainLineNowAndThen() {
        Locale usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Console console = console(false);
            console.progress("demo", 0.01, "M2U00244");
            seconds(9);
            console.progress("demo", 0.2, "M2U00244");
            seconds(1);
            console.progress("demo", 0.25, "M2U00244");
            console.progress("demo", 0.26, "M2U00244");
            seconds(30);
            console.progress("demo", 0.99, "");
            console.noProgress();
        } finally {
            Locale.setDefault(usual);
        }
        assertEquals("demo: 25 % M2U00244\ndemo: 99 %\n", noted());
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aTerminalGetsABarThatIsTakenAway() {
        Console console = console(true);
        console.progress("demo", 0.5, "M2U00244");
        console.noProgress();
        console.note("done");
        assertEquals("\r\u001b[Kdemo [##########..........]  50 % M2U00244\r\u001b[K\r\u001b[Kdone\n", noted());
    }
}
