package org.ictograph.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.ictograph.model.Box;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void changesTheColoursInsideTheBoxAndNothingElse() {
        byte[] table = new byte[256];
        Arrays.fill(table, (byte) 7);
        byte[] bgra = new byte[4 * 4 * 4];
        Arrays.fill(bgra, (byte) 90);
        new Tone(new Box(2, 2, 4, 4), table).apply(bgra, 4, 4, 0.5, 0.5);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 4; x++) {
                boolean inside = x >= 1 && x < 3 && y >= 1 && y < 3;
                int at = 4 * (4 * y + x);
                for (int colour = 0; colour < 3; colour++) {
                    assertEquals(inside ? 7 : 90, bgra[at + colour], x + ", " + y);
                }
                assertEquals(90, bgra[at + 3], "nothing becomes transparent");
            }
        }
    }
}
