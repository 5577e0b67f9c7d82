package org.ictograph.localizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ictograph.localizer.ProposalFinder.Found;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

class ProposalFinderTest {
    private static final long STEP = 10;

    @Test
    void aPieceLastsFromTheLowThresholdToTheLowThreshold() {
        assertEquals(
                List.of(new Found(new Span(10, 40), 0.75)),
                find(new ProposalFinder(0.7, 0.3, 0, 0), 0f, 0.5f, 0.75f, 0.5f, 0.25f));
    }

    @Test
    void whatNeverReachesTheHighThresholdIsNothing() {
        assertEquals(List.of(), find(new ProposalFinder(0.7, 0.3, 0, 0), 0.5f, 0.5f, 0f, 0.5f));
    }

    @Test
    void piecesThatAreCloseAreOneWithTheBestScore() {
        float[] scores = {0.75f, 0f, 1f, 0f, 0f, 0.75f};
        assertEquals(
                List.of(new Found(new Span(0, 30), 1), new Found(new Span(50, 60), 0.75)),
                find(new ProposalFinder(0.5, 0.5, 0, 10), scores));
    }

    @Test
    void shortPiecesAreLeftOutAfterJoining() {
        float[] scores = {0.75f, 0f, 0.75f, 0f, 0f, 0.75f};
        assertEquals(List.of(new Found(new Span(0, 30), 0.75)), find(new ProposalFinder(0.5, 0.5, 30, 10), scores));
    }

    @Test
    void thePieceAtTheEndStopsWithTheRecording() {
        List<Found> found = new ProposalFinder(0.5, 0.5, 0, 0).find(List.of(0f, 0.75f), STEP, 17);
        assertEquals(List.of(new Found(new Span(10, 17), 0.75)), found);
    }

    @Test
    void nothingAndWrongThresholds() {
        assertEquals(List.of(), find(new ProposalFinder(0.5, 0.5, 0, 0)));
        assertThrows(IllegalArgumentException.class, () -> new ProposalFinder(0.3, 0.5, 0, 0));
    }

    private static List<Found> find(ProposalFinder finder, float... scores) {
        List<Float> list = new java.util.ArrayList<>();
        for (float score : scores) {
            list.add(score);
        }
        return finder.find(list, STEP, scores.length * STEP);
    }
}
