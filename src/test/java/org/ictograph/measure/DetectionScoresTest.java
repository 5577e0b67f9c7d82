package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden vectors: what the metric code of the RatSeizure benchmark gives for the same input at 0.3 to 0.7. */
class DetectionScoresTest {
    private static final Segment A_0_10 = truth("a", 0, 10);

    @Test
    void vector1TheSecondHitOnTheSameSegmentIsFalse() {
        expect(
                scores(List.of(A_0_10), at("a", 0, 10, .9), at("a", 0, 10, .8)),
                new double[] {1, 1, 1, 1, 1},
                new double[] {1, 1, 1, 1, 1});
    }

    @Test
    void vector2AnOverlapEqualToTheThresholdCounts() {
        expect(
                scores(List.of(A_0_10), at("a", 0, 4, .9), at("a", 0, 10, .8)),
                new double[] {1, 1, .5, .5, .5},
                new double[] {1, 1, 0, 0, 0});
    }

    @Test
    void vector3HalfTheSegment() {
        expect(scores(List.of(A_0_10), at("a", 0, 5, .9)), new double[] {1, 1, 1, 0, 0}, new double[] {1, 1, 1, 0, 0});
    }

    @Test
    void vector4OnePredictionOverTwoSegments() {
        expect(
                scores(List.of(truth("a", 0, 4), truth("a", 5, 10)), at("a", 0, 10, .9)),
                new double[] {.5, .5, .5, 0, 0},
                new double[] {1, 1, .5, 0, 0});
    }

    @Test
    void vector5APredictionFallsBackToItsSecondBestSegment() {
        expect(
                scores(List.of(A_0_10, truth("a", 1, 10)), at("a", 0, 10, .9), at("a", 0, 10, .8)),
                new double[] {1, 1, 1, 1, 1},
                new double[] {1, 1, 1, 1, 1});
    }

    @Test
    void vector6AVideoWithoutTruthMakesFalsePositives() {
        expect(
                scores(List.of(A_0_10), at("b", 0, 10, .9), at("a", 0, 10, .8)),
                new double[] {.5, .5, .5, .5, .5},
                new double[] {1, 1, 1, 1, 1});
    }

    @Test
    void vector7TwoVideos() {
        DetectionScores scores = scores(
                List.of(truth("a", 0, 2), truth("a", 4, 6), truth("b", 0, 5)),
                at("a", 0, 2, .9),
                at("b", 1, 5, .8),
                at("a", 8, 9, .7),
                at("a", 4.5, 6, .6));
        double ap = .916667;
        double recall = .6667;
        expect(scores, new double[] {ap, ap, ap, ap, ap}, new double[] {recall, recall, recall, recall, recall});
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 1.0), scores.recallAt5());
    }

    @Test
    void vectors8And9EqualScoresComeInReverseOrder() {
        expect(
                scores(List.of(A_0_10), at("a", 0, 10, .5), at("a", 0, 2, .5)),
                new double[] {.5, .5, .5, .5, .5},
                new double[] {0, 0, 0, 0, 0});
        expect(
                scores(List.of(A_0_10), at("a", 0, 2, .5), at("a", 0, 10, .5)),
                new double[] {1, 1, 1, 1, 1},
                new double[] {1, 1, 1, 1, 1});
    }

    @Test
    void aClassWithoutPredictionsScoresZeroAndPullsTheMean() {
        DetectionScores scores = DetectionScores.of(
                List.of(A_0_10, new Segment("a", 0, 3, "rearing")),
                List.of(at("a", 0, 10, .9)),
                Thresholds.ratSeizure());
        assertEquals(List.of(.5, .5, .5, .5, .5), scores.map());
        assertEquals(.5, scores.averageMap().value().orElseThrow());
        assertEquals("rearing", scores.classes().get(0).label());
        assertEquals(0, scores.classes().get(0).predictions());
    }

    @Test
    void predictionsOfLabelsThatNeverOccurAreNamedAndDoNotCollide() {
        DetectionScores scores = DetectionScores.of(
                List.of(new Segment("a", 0, 10, "Aa")),
                List.of(
                        new ScoredSegment(new Segment("a", 2, 9, "BB"), .99),
                        new ScoredSegment(new Segment("a", 0, 10, "Aa"), .5)),
                Thresholds.ratSeizure());
        assertEquals(List.of(1.0, 1.0, 1.0, 1.0, 1.0), scores.map());
        assertEquals(List.of("BB"), scores.ignoredLabels());
    }

    @Test
    void truthWrittenTwiceCountsOnce() {
        DetectionScores scores =
                scores(List.of(A_0_10, A_0_10, truth("a", 0.0009, 10), truth("b", 0, 10)), at("a", 0, 10, .9));
        assertEquals(2, scores.classes().get(0).truth());
        assertEquals(.5, scores.averageMap().value().orElseThrow(), 1e-12);
    }

    @Test
    void withoutTruthTheMeanIsUndefined() {
        DetectionScores scores = scores(List.of(), at("a", 0, 10, .9));
        assertEquals(List.of(), scores.map());
        assertTrue(scores.averageMap().undefined().contains("truth has no segments"));
    }

    @Test
    void thresholdsAreTheDoublesOfNumpy() {
        List<Double> expected = List.of(0.3, 0.39999999999999997, 0.5, 0.6, 0.7);
        assertEquals(expected, Thresholds.ratSeizure());
        assertEquals(expected, Thresholds.parse("0.3:0.1:0.7"));
        assertEquals(10, Thresholds.parse("0.5:0.05:0.95").size());
        assertEquals(0.8999999999999999, Thresholds.parse("0.5:0.05:0.95").get(8));
        assertEquals(List.of(0.3, 0.5), Thresholds.parse("0.3, 0.5"));
        assertEquals(List.of(0.5), Thresholds.parse("0.5"));
    }

    @Test
    void otherTextIsRefusedWithASentence() {
        for (String text :
                List.of("", "x", "0.3:0.7", "0.3:0:0.7", "0.7:0.1:0.3", "0.5,1.5", "0.3:NaN:0.7", "0.1:1e-9:1", "0")) {
            Exception refusal = assertThrows(IllegalArgumentException.class, () -> Thresholds.parse(text));
            assertTrue(refusal.toString().contains("0.3:0.1:0.7"), text);
        }
    }

    private static void expect(DetectionScores scores, double[] ap, double[] recallAt1) {
        for (int k = 0; k < 5; k++) {
            assertEquals(
                    ap[k],
                    scores.map().get(k),
                    5e-7,
                    "AP at " + scores.thresholds().get(k));
            assertEquals(
                    recallAt1[k],
                    scores.recallAt1().get(k),
                    5e-5,
                    "recall at " + scores.thresholds().get(k));
        }
    }

    private static DetectionScores scores(List<Segment> truth, ScoredSegment... predictions) {
        return DetectionScores.of(new ArrayList<>(truth), List.of(predictions), Thresholds.ratSeizure());
    }

    private static Segment truth(String video, double start, double end) {
        return new Segment(video, start, end, "seizure");
    }

    private static ScoredSegment at(String video, double start, double end, double score) {
        return new ScoredSegment(truth(video, start, end), score);
    }
}
