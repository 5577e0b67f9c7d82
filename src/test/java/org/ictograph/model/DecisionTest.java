package org.ictograph.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ictograph.model.Decision.Verdict;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static Decision decision(UUID id, Verdict verdict) {
        return new Decision(id, UUID.randomUUID(), UUID.randomUUID(), verdict, Optional.empty());
    }

    /** RFC 9562, section 5.8: version 8, variant 10. The bits in between are this program's own. */
    @Test
    void theIdTellsHowItCameAbout() {
        UUID id = Decision.idOf(OptionalLong.of(4_321), true);
        assertEquals(8, id.version());
        assertEquals(2, id.variant());
        Decision decision = decision(id, Verdict.REJECTED);
        assertEquals(OptionalLong.of(4_321), decision.millis());
        assertTrue(decision.unaided());
        assertFalse(decision.settles(), "nothing was seen, so somebody is still to be asked");
        assertTrue(decision(id, Verdict.ADJUSTED).settles());
        assertNotEquals(id, Decision.idOf(OptionalLong.of(4_321), true));
    }

    @Test
    void longTimesEndAtThirtyTwoBits() {
        Decision decision = decision(Decision.idOf(OptionalLong.of(1L << 40), false), Verdict.REJECTED);
        assertEquals(OptionalLong.of(4_294_967_295L), decision.millis());
        assertTrue(decision.settles());
    }

    @Test
    void anIdThatTellsNothingIsAsBefore() {
        Decision decision = decision(Decision.idOf(OptionalLong.empty(), false), Verdict.REJECTED);
        assertEquals(4, decision.id().version());
        assertEquals(OptionalLong.empty(), decision.millis());
        assertFalse(decision.unaided());
        assertEquals(
                OptionalLong.empty(),
                decision(Decision.idOf(OptionalLong.empty(), true), Verdict.REJECTED)
                        .millis());
    }
}
