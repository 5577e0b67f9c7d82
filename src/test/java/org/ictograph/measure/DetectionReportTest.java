package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Golden numbers of a Python program (numpy 2.4.6, 2026-11-27) after the evaluation code of ActivityNet, which for each
 * resample writes the clips of an animal out as often as java.util.Random, as documented, drew it.
 */
class DetectionReportTest {
    private final List<Segment> truth = new ArrayList<>();
    private final List<ScoredSegment> predicted = new ArrayList<>();
    private final Map<String, String> subjects = new TreeMap<>();

    DetectionReportTest() {
        for (int i = 0; i < 18; i++) {
            subjects.put("clip " + i, "rat " + i % 6);
            for (int j = 0; j < 2; j++) {
                int start = (i * 13 + j * 29) % 7;
                if ((i + j) % 4 != 3) {
                    truth.add(new Segment("clip " + i, start, start + 1 + (i * 5 + j) % 3, label(i + j)));
                }
            }
            for (int j = 0; j < 4; j++) {
                double start = (i * 13 + j * 17) % 7 + (i + j) % 3 * 0.4;
                predicted.add(new ScoredSegment(
                        new Segment("clip " + i, start, start + 1 + (i * 5 + j) % 3, label(i * 3 + j)),
                        (i * 4 + j) * 31 % 73 / 73.0 + 0.001));
            }
        }
    }

    private static String label(int number) {
        return number % 2 == 0 ? "a" : "b";
    }

    private static void expect(double value, double low, double high, Statistic statistic) {
        assertEquals(value, statistic.value().orElseThrow(), 1e-9);
        assertEquals(low, statistic.low().orElseThrow(), 1e-9);
        assertEquals(high, statistic.high().orElseThrow(), 1e-9);
    }

    @Test
    void precisionAndRecallWithIntervalsOverAnimals() {
        DetectionReport report = DetectionReport.of(truth, predicted, Thresholds.ratSeizure(), subjects, 7);
        expect(0.15629981541549948, 0.12284729975906443, 0.2657305657305658, report.averageMap());
        expect(
                0.32619807114430766,
                0.20835126990569358,
                0.6004893791990566,
                report.map().get(0));
        expect(0.5, 0.3388888888888889, 0.7222222222222222, report.recallAt1().get(0));
        DetectionReport.OneClass a = report.classes().get(0);
        assertEquals("a", a.label());
        assertEquals(18, a.truth());
        expect(0.20519351842488662, 0.0676474171539961, 0.4598566376152582, a.average());
        DetectionReport.OneClass b = report.classes().get(1);
        assertEquals(10, b.truth());
        expect(0.10740611240611239, 0.05409090909090908, 0.21176470588235294, b.average());
    }

    @Test
    void itsValuesAreThoseOfTheBenchmark() {
        DetectionReport report = DetectionReport.of(truth, predicted, Thresholds.ratSeizure(), subjects, 7);
        DetectionScores scores = DetectionScores.of(truth, predicted, Thresholds.ratSeizure());
        assertEquals(
                scores.map(),
                report.map().stream().map(one -> one.value().orElseThrow()).toList());
        assertEquals(
                scores.recallAt5(),
                report.recallAt5().stream()
                        .map(one -> one.value().orElseThrow())
                        .toList());
    }
}
