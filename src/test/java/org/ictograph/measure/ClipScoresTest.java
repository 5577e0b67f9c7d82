package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClipScoresTest {
    /** The four clips of scikit-learn's documentation: AUROC 0.75, average precision 0.83. */
    @Test
    void ranksAsScikitLearnDoes() {
        ClipScores scores = ClipScores.of(List.of(no(0.1), no(0.4), yes(0.35), yes(0.8)), ClipScores.HALF);
        assertEquals(0.75, scores.auroc().value().orElseThrow(), 1e-12);
        assertEquals(0.8333333, scores.auprc().value().orElseThrow(), 5e-8);
        assertEquals(new Confusion(1, 0, 1, 2), scores.confusion());
    }

    @Test
    void countsAtTheThreshold() {
        List<ClipScore> clips = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clips.add(yes(i < 6 ? 0.5 : 0.49));
        }
        for (int i = 0; i < 10; i++) {
            clips.add(no(i < 3 ? 0.9 : 0.1));
        }
        Confusion confusion = ClipScores.of(clips, ClipScores.HALF).confusion();
        assertEquals(new Confusion(6, 3, 2, 7), confusion);
        assertEquals(13 / 18.0, confusion.accuracy().value().orElseThrow(), 1e-12);
        assertEquals(0.75, confusion.sensitivity().value().orElseThrow(), 1e-12);
        assertEquals(0.7, confusion.specificity().value().orElseThrow(), 1e-12);
        assertEquals(6 / 9.0, confusion.precision().value().orElseThrow(), 1e-12);
        assertEquals(12 / 17.0, confusion.f1().value().orElseThrow(), 1e-12);
    }

    @Test
    void equalScoresSayNothing() {
        ClipScores scores = ClipScores.of(List.of(yes(0.5), no(0.5), no(0.5), yes(0.5), no(0.5)), 0.5);
        assertEquals(0.5, scores.auroc().value().orElseThrow(), 1e-12);
        assertEquals(0.4, scores.auprc().value().orElseThrow(), 1e-12, "the prevalence");
    }

    @Test
    void aurocIsTheShareOfWonComparisons() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            List<ClipScore> clips = new ArrayList<>(List.of(yes(0.5), no(0.5)));
            for (int i = 0; i < 30; i++) {
                clips.add(new ClipScore(random.nextBoolean(), random.nextInt(8) / 8.0));
            }
            double wins = 0;
            double comparisons = 0;
            for (ClipScore mine : clips) {
                for (ClipScore other : clips) {
                    if (mine.truth() && !other.truth()) {
                        comparisons++;
                        wins += mine.score() > other.score() ? 1 : mine.score() == other.score() ? 0.5 : 0;
                    }
                }
            }
            assertEquals(
                    wins / comparisons,
                    ClipScores.of(clips, 0.5).auroc().value().orElseThrow(),
                    1e-12);
        }
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        ClipScores none = ClipScores.of(List.of(), 0.5);
        assertTrue(none.confusion().accuracy().undefined().contains("no clips"));
        ClipScores quiet = ClipScores.of(List.of(no(0.1), no(0.2)), 0.5);
        assertTrue(quiet.auroc().undefined().contains("some that show it and some that do not"));
        assertTrue(quiet.auprc().undefined().contains("no clip shows it"));
        assertTrue(quiet.confusion().sensitivity().value().isEmpty());
        assertTrue(quiet.confusion().precision().undefined().contains("nothing was predicted"));
        assertTrue(quiet.confusion().f1().value().isEmpty());
        assertTrue(ClipScores.of(List.of(yes(0.9)), 0.5)
                .confusion()
                .specificity()
                .undefined()
                .contains("every clip shows it"));
    }

    private static ClipScore yes(double score) {
        return new ClipScore(true, score);
    }

    private static ClipScore no(double score) {
        return new ClipScore(false, score);
    }
}
