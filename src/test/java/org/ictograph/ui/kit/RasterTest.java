package org.ictograph.ui.kit;

import static org.ictograph.ui.kit.OnScreen.fx;
import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class RasterTest {
    private final Raster raster = new Raster();

    @BeforeEach
    void begin() {
        raster.begin(20, 10, Color.WHITE);
    }

    private Color at(int x, int y) {
        return fx(() -> raster.image().getPixelReader().getColor(x, y));
    }

    @Test
    void areasLieOnWholePixels() {
        raster.fill(2.4, 3.6, 5.2, 2, Color.RED);
        assertEquals(Color.WHITE, at(1, 4));
        assertEquals(Color.RED, at(2, 4));
        assertEquals(Color.RED, at(7, 5));
        assertEquals(Color.WHITE, at(8, 5));
        assertEquals(Color.WHITE, at(2, 3));
        assertEquals(Color.WHITE, at(2, 6));
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        raster.fill(-100, -100, 1_000, 105, Color.BLUE);
        raster.outline(15, 8, 100, 100, Color.GREEN);
        assertEquals(Color.BLUE, at(0, 0));
        assertEquals(Color.BLUE, at(19, 4));
        assertEquals(Color.WHITE, at(0, 5));
        assertEquals(Color.GREEN, at(15, 9));
        assertEquals(Color.GREEN, at(19, 8));
        assertEquals(Color.WHITE, at(16, 9));
    }

    @Test
    void patternsJoinWhereverTheyStart() {
        Tile stripes = new Tile((x, y) -> x % 8 < 4 ? Color.BLACK : Color.RED);
        raster.fill(3, 0, 7, 10, stripes);
        assertEquals(Color.BLACK, at(3, 9));
        assertEquals(Color.RED, at(4, 0));
        assertEquals(Color.BLACK, at(8, 0));
        assertEquals(Color.WHITE, at(10, 0));
    }

    @Test
    void seeThroughPatternsMixWithWhatIsThere() {
        raster.fill(0, 0, 20, 10, new Tile((x, y) -> Color.BLACK), 0.5);
        assertEquals(0.5, at(3, 3).getRed(), 0.01);
        raster.begin(20, 10, Color.WHITE);
        raster.fill(0, 0, 20, 10, new Tile((x, y) -> Color.TRANSPARENT));
        assertEquals(Color.WHITE, at(3, 3));
    }
}
