package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names may be one animal twice. */
class CompanionsTest {
    @Test
    void capitalsSeparatorsAndLeadingZerosMakeNoOtherAnimal() {
        for (String name : List.of("70_03", "70-03", " 70 3 ", "70.3", "70/003")) {
            assertEquals(Companions.spoken("70-3"), Companions.spoken(name), name);
        }
        assertEquals(Companions.spoken("Rat 7"), Companions.spoken("rat07"));
        assertEquals(Companions.spoken("Ratte Ü_1"), Companions.spoken("ratte ü1"));
    }

    @Test
    void otherNumbersAndLettersDo() {
        assertNotEquals(Companions.spoken("70-3"), Companions.spoken("703"));
        assertNotEquals(Companions.spoken("70-3"), Companions.spoken("7-03"));
        assertNotEquals(Companions.spoken("70-3"), Companions.spoken("70-30"));
        assertNotEquals(Companions.spoken("rat a"), Companions.spoken("rat ä"));
    }
}
