package org.ictograph.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** A hundred microseconds to a pixel. */
class PixelRunsTest {
    private static final Viewport VIEW = new Viewport(10_000, 11_000_000, 109_900, 24_000_000);

    private static List<String> shown(List<Span> spans) {
        List<String> shown = new ArrayList<>();
        PixelRuns.visit(
                spans,
                VIEW,
                (piece, left, right) -> shown.add(piece + ":" + Math.round(left) + "-" + Math.round(right)));
        return shown;
    }

    @Test
    void ofNarrowPiecesInOnePixelTheFirstIsShown() {
        assertEquals(
                List.of("0:0-1", "3:1-2"),
                shown(List.of(
                        new Span(10_000, 10_010),
                        new Span(10_020, 10_030),
                        new Span(10_090, 10_100),
                        new Span(10_110, 10_120))));
    }

    @Test
    void aWidePieceIsShownThoughItStartsInATakenPixel() {
        assertEquals(List.of("0:0-1", "1:1-4"), shown(List.of(new Span(10_000, 10_010), new Span(10_050, 10_400))));
    }

    @Test
    void whatEndsBeforeOrStartsBehindTheViewIsNotShown() {
        assertEquals(
                List.of("1:-50-10"),
                shown(List.of(new Span(0, 2_000), new Span(5_000, 11_000), new Span(11_000_000, 11_000_100))));
    }

    @Test
    void workIsBoundedByPixelsNotByPieces() {
        int pieces = 1_000_000;
        Viewport narrow = Viewport.whole(pieces * 10L, 500);
        int[] asked = {0};
        int[] painted = {0};
        PixelRuns.visit(
                pieces,
                i -> i * 10L,
                i -> {
                    asked[0]++;
                    return i * 10L + 5;
                },
                narrow,
                (piece, left, right) -> painted[0]++);
        assertEquals(500, painted[0]);
        assertTrue(asked[0] < 500 * 60, "asked for the end of " + asked[0] + " pieces");
    }
}
