package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Span;
import org.ictograph.session.Viewing.Piece;
import org.ictograph.video.FrameIndex;
import org.junit.jupiter.api.Test;

/** Frames of 100 ms, apart from frame 5, which lasts half a second; times are typed in. */
class ViewingTest {
    private static final FrameIndex INDEX = new FrameIndex(
            new long[] {0, 100_000, 200_000, 300_000, 400_000, 500_000, 1_000_000, 1_100_000, 1_200_000},
            new boolean[] {true, false, false, false, false, false, false, false, false},
            1_300_000);

    private static Viewing of(double speed, int... frames) {
        Viewing viewing = new Viewing(INDEX, speed, false);
        for (int frame : frames) {
            viewing.show(frame);
        }
        return viewing;
    }

    private static List<Span> spans(Viewing viewing) {
        return viewing.gather().stream().map(Piece::span).toList();
    }

    @Test
    void framesInARowAreOnePieceHoweverLongEachLasts() {
        assertEquals(List.of(new Span(300_000, 1_100_000)), spans(of(1, 3, 4, 5, 6)));
        assertEquals(List.of(new Span(300_000, 1_100_000)), spans(of(-1, 6, 5, 4, 3)));
    }

    @Test
    void skippedFramesAreNotWatchedUnlessTheSpeedSkipsThem() {
        assertEquals(List.of(new Span(0, 100_000), new Span(200_000, 300_000)), spans(of(1, 0, 2)));
        assertEquals(List.of(new Span(0, 100_000), new Span(200_000, 300_000)), spans(of(2.4, 0, 2)));
        assertEquals(List.of(new Span(0, 300_000)), spans(of(2.5, 0, 2)), "2.5 × 40 ms are the 100 ms of frame 1");
        assertEquals(List.of(new Span(0, 300_000)), spans(of(-2.5, 2, 0)));
    }

    @Test
    void oneFrameAloneIsNoViewing() {
        assertEquals(List.of(), spans(of(1, 4)));
    }

    @Test
    void whatIsToldOnceIsNotToldAgain() {
        Viewing viewing = of(1, 0, 1, 2);
        assertEquals(List.of(new Span(0, 300_000)), spans(viewing));
        viewing.interrupt();
        viewing.show(1);
        viewing.show(2);
        viewing.show(3);
        assertEquals(List.of(new Span(300_000, 400_000)), spans(viewing));
        assertEquals(List.of(), spans(viewing));
    }

    @Test
    void everySpeedHasItsOwnPieces() {
        Viewing viewing = of(1, 0, 1);
        viewing.change(16, false);
        viewing.show(3);
        viewing.change(1, true);
        viewing.show(4);
        assertEquals(
                List.of(
                        new Piece(new Span(0, 200_000), Seen.WATCHED, 1),
                        new Piece(new Span(200_000, 400_000), Seen.SKIMMED, 16),
                        new Piece(new Span(400_000, 500_000), Seen.SKIMMED, 1)),
                viewing.gather());
    }
}
