package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalizersTest {
    private final Localizers localizers = Localizers.withoutWeights();

    @Test
    void areFoundByTheirModel() {
        assertEquals("rhythm-1", localizers.byModel("rhythm-1").orElseThrow().model());
        assertEquals("motion-1", localizers.byModel("motion-1").orElseThrow().model());
        assertEquals(Optional.empty(), localizers.byModel("rhythm-2"));
    }

    @Test
    void sayWhatTheyAre() {
        for (Localizer localizer : localizers.all()) {
            assertTrue(!localizer.description().isBlank());
            assertEquals("", localizer.weights());
            assertTrue(localizer.parameters().containsKey("window-seconds"));
        }
    }

    @Test
    void idsAreUnique() {
        List<Localizer> twice = List.of(new MotionLocalizer(), new MotionLocalizer());
        assertThrows(IllegalArgumentException.class, () -> new Localizers(twice));
    }
}
