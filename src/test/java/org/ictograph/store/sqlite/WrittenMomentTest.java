package org.ictograph.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenMomentTest {
    /** Each is asked after each other, so that every hour is the one met last for every text. */
    private static final List<String> TEXTS = List.of(
            "2026-11-26T20:58:34.123456Z",
            "2026-11-26T20:00:00Z",
            "2026-11-26T20:59:59.999999999Z",
            "2026-11-26T20:60:00Z",
            "2026-11-26T20:59:60Z",
            "2026-11-26T20:59:61Z",
            "2026-11-26T20:58:34.1234567890Z",
            "2026-11-26T20:58:34.Z",
            "2026-11-26T20:58:34z",
            "2026-11-26T20:58:34",
            "2026-11-26T20:58Z",
            "2026-11-26T20:58:34Z ",
            "2026-11-26T20",
            "2026-11-26T24:00:00Z",
            "2026-11-26T24:30:00Z",
            "2026-11-26T25:00:00Z",
            "2026-02-29T10:00:00Z",
            "2028-02-29T10:00:00Z",
            "+12026-11-26T20:58:34Z",
            "+12026-11-26:58:34Z",
            "-2026-11-26T20:58:34Z",
            "2026-11-26T20:5\u0668:34Z",
            "",
            "no hour yet",
            "no hour yet:58:34Z");

    private final WrittenMoment moments = new WrittenMoment();

    @Test
    void refusesWhatTheClockOfJavaRefusesWhateverItMetBefore() {
        for (String before : TEXTS) {
            for (String text : TEXTS) {
                refused(before);
                assertThat(refused(text)).as("%s after %s", text, before).isEqualTo(unparsable(text));
            }
        }
        assertThat(TEXTS.stream().filter(WrittenMomentTest::unparsable)).hasSizeBetween(10, TEXTS.size() - 6);
    }

    private boolean refused(String text) {
        try {
            moments.refuseOther(text);
            return false;
        } catch (DateTimeException no) {
            return true;
        }
    }

    private static boolean unparsable(String text) {
        try {
            Instant.parse(text);
            return false;
        } catch (DateTimeException no) {
            return true;
        }
    }
}
