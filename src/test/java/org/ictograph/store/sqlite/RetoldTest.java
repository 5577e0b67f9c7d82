package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry of the log, read from its stored text. */
class RetoldTest {
    private static final String ANIMAL = "{\"id\":\"a\",\"name\":\"Ratte Ä 😀\",\"more\":{\"id\":[1,{}]}}";

    private static LogRow row(String changes) {
        return new LogRow(
                        7,
                        "5f0c7a1e-0000-4000-8000-000000000001",
                        "2026-11-26T10:00:00Z",
                        "UTC",
                        "",
                        "CHANGE_SUBJECT",
                        changes,
                        "",
                        "1",
                        "5",
                        "",
                        "previous",
                        "")
                .sealed();
    }

    @Test
    void theStatesOfAThingArePrintedAsTheyStandInTheText() {
        Retold entry = Retold.of(
                WrittenRow.of(row("[{\"table\":\"subject\",\"before\":" + ANIMAL + ",\"after\":"
                        + ANIMAL.replace("Ratte", "Rat") + "},{\"table\":\"mark\",\"after\":{\"id\":\"b\"}}]")),
                new WrittenMoment());
        assertNull(entry.unreadable());
        assertTrue(entry.intact());
        Retold.Step first = entry.steps().get(0);
        assertEquals("a", first.id());
        assertEquals(Retold.Print.of(ANIMAL), first.before());
        assertEquals(Retold.Print.of(ANIMAL.replace("Ratte", "Rat")), first.after());
        assertEquals("b", entry.steps().get(1).id());
        assertNull(entry.steps().get(1).before());
    }

    /** Some of these begin like UTF-16 or UTF-32. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{\"table\":\"mark\",\"after\":{\"id\":\"b\"}}",
                "[{\"table\":\"mark\",\"after\":{\"id\":\"b\"}}]]",
                "[{\"table\":\"mark\"}]",
                "[\0{\0}\0]\0",
                "\0[\0{\0\"\0a\0f\0t\0e\0r\0\"\0:\0{\0}\0}\0]"
            })
    void whatHoldsNoChangesIsToldAndNothingBreaks(String changes) {
        Retold entry = Retold.of(WrittenRow.of(row(changes)), new WrittenMoment());
        assertEquals(List.of(), entry.steps());
        assertNotNull(entry.unreadable());
    }

    @Test
    void aRowThatWasChangedIsNotIntact() {
        LogRow row = row("[]");
        LogRow changed = new LogRow(
                row.sequence(),
                row.raterId(),
                row.madeAt(),
                row.zone(),
                row.undoes(),
                row.verb(),
                "[ ]",
                row.reason(),
                row.openedAfter(),
                row.elapsedMillis(),
                row.origin(),
                row.previousHash(),
                row.hash());
        assertFalse(Retold.of(WrittenRow.of(changed), new WrittenMoment()).intact());
    }
}
