package org.ictograph.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values of the tables are worked out by hand from the definition. */
class ExposureTest {
    private static int shown(Exposure exposure, int value) {
        return exposure.table()[value] & 0xff;
    }

    @Test
    void noneChangesNothing() {
        for (int value = 0; value < 256; value++) {
            assertEquals(value, shown(Exposure.NONE, value));
        }
    }

    @Test
    void gammaLiftsTheShadowsAndKeepsBlackAndWhite() {
        Exposure lifted = Exposure.NONE.withGamma(2);
        assertEquals(0, shown(lifted, 0));
        assertEquals(128, shown(lifted, 64), "255 × √(64 / 255) = 127.7");
        assertEquals(255, shown(lifted, 255));
    }

    @Test
    void contrastSpreadsAroundTheMiddleAndBrightnessAdds() {
        Exposure spread = Exposure.NONE.withContrast(0.5);
        assertEquals(73, shown(spread, 100), "127.5 − 2 × 27.5 = 72.5");
        assertEquals(0, shown(spread, 60));
        assertEquals(255, shown(spread, 200));
        assertEquals(151, shown(Exposure.NONE.withBrightness(0.2), 100));
    }

    @Test
    void valuesStayWithinTheirBounds() {
        assertEquals(new Exposure(1, -1, 4), new Exposure(7, -3, 90));
        assertThrows(IllegalArgumentException.class, () -> new Exposure(Double.NaN, 0, 1));
    }

    @Test
    void whatWasChosenForCagesIsKeptAndDamageIsSkipped(@TempDir Path folder) throws Exception {
        UUID night = UUID.randomUUID();
        UUID day = UUID.randomUUID();
        Exposure dark = new Exposure(0.15, -0.2, 1.75);
        Settings settings = new Settings(folder);
        settings.keep(Exposures.NONE.with(night, dark).with(day, dark).with(day, Exposure.NONE));
        Files.writeString(
                folder.resolve("exposures.properties"),
                Files.readString(folder.resolve("exposures.properties")) + day + " = bright\n");
        Exposures read = new Settings(folder).exposures();
        assertEquals(dark, read.of(night));
        assertEquals(Exposure.NONE, read.of(day));
        assertEquals(1, read.chosen().size());
    }
}
