package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that others have published or that their programs print, typed in with their source. */
class GoldenVectorsTest {
    private static final double SIX = 5e-7;

    /** irrCAC vignette: 3 categories, 100 units. Of two raters, Fleiss' κ is Scott's π. */
    @Test
    void threeCategories() {
        RatingTally table = crossed("13 0 0", "0 20 7", "0 4 56");
        near(0.89, GroupCoefficient.RAW_AGREEMENT.of(table));
        near(0.796240, GroupCoefficient.FLEISS_KAPPA.of(table));
        near(0.849331, GroupCoefficient.GWET_AC1.of(table));
        near(0.835, GroupCoefficient.BRENNAN_PREDIGER.of(table));
        assertEquals(0.79726, GroupCoefficient.KRIPPENDORFF_ALPHA.of(table).orElseThrow(), 5e-6);
    }

    /** irrCAC data set of 223 units. */
    @Test
    void fourCategories() {
        RatingTally table = crossed("40 6 4 15", "4 25 1 5", "4 2 21 9", "17 13 12 45");
        near(0.587444, GroupCoefficient.RAW_AGREEMENT.of(table));
        near(0.430341, GroupCoefficient.FLEISS_KAPPA.of(table));
        near(0.456158, GroupCoefficient.GWET_AC1.of(table));
        near(0.449925, GroupCoefficient.BRENNAN_PREDIGER.of(table));
    }

    /** Fleiss, Cohen and Everitt (1969), as irrCAC and the teaching examples print it. */
    @Test
    void standardErrorsOfKappa() {
        near(0.126996, new BinTable(20, 5, 10, 15).cohenKappaError());
        near(0.071394, new BinTable(40, 9, 6, 45).cohenKappaError());
        near(0.133457, new BinTable(80, 10, 5, 5).cohenKappaError());
        assertEquals(OptionalDouble.empty(), new BinTable(0, 0, 0, 20).cohenKappaError());
        near(0, new BinTable(10, 0, 0, 20).cohenKappaError());
    }

    /** The error falls with the root of the units: four times the units, half the error. */
    @Test
    void fourTimesTheUnitsHalveTheError() {
        near(0.126996 / 2, new BinTable(80, 20, 40, 60).cohenKappaError());
    }

    /** Common teaching example; π as computed with irrCAC. */
    @Test
    void scottsPi() {
        near(0.393939, Coefficient.SCOTT_PI.of(new BinTable(15, 10, 5, 20)));
    }

    /** Krippendorff's data C: α from R's irr and fast-krippendorff, the rest from irrCAC. */
    @Test
    void krippendorffsDataC() {
        RatingTally data = Ratings.tally(
                5,
                minusOne("123321412..."),
                minusOne("1233224125.."),
                minusOne(".33323422513"),
                minusOne("12332441251."));
        near(0.743421, GroupCoefficient.KRIPPENDORFF_ALPHA.of(data));
        near(0.818182, GroupCoefficient.RAW_AGREEMENT.of(data));
        assertEquals(0.77544, GroupCoefficient.GWET_AC1.of(data).orElseThrow(), 5e-6);
        assertEquals(0.76117, GroupCoefficient.FLEISS_KAPPA.of(data).orElseThrow(), 5e-6);
    }

    /** Wikipedia's example, as shipped by fast-krippendorff; published 0.691. */
    @Test
    void threeRatersWithGaps() {
        RatingTally data =
                Ratings.tally(4, minusOne(".....34121133.3"), minusOne("1.213343......."), minusOne("..21344.21133.4"));
        near(0.691358, GroupCoefficient.KRIPPENDORFF_ALPHA.of(data));
    }

    /** Krippendorff (2011), binary data. */
    @Test
    void binaryAlpha() {
        near(0.095238, GroupCoefficient.KRIPPENDORFF_ALPHA.of(Ratings.tally(2, "0100000010", "1110010000")));
    }

    /** Fleiss (1971) as told by Wikipedia: published 0.210. */
    @Test
    void fleissKappa() {
        RatingTally data = counts(
                "0 0 0 0 14",
                "0 2 6 4 2",
                "0 0 3 5 6",
                "0 3 9 2 0",
                "2 2 8 1 1",
                "7 7 0 0 0",
                "3 2 6 3 0",
                "2 5 3 2 2",
                "6 5 2 1 0",
                "0 2 2 3 7");
        near(0.378022, GroupCoefficient.RAW_AGREEMENT.of(data));
        near(0.209931, GroupCoefficient.FLEISS_KAPPA.of(data));
    }

    /** irrCAC's distrib.6raters. */
    @Test
    void sixRaters() {
        RatingTally data = counts(
                "0 0 0 6 0",
                "0 3 0 0 3",
                "0 1 4 0 1",
                "0 0 0 0 6",
                "0 3 0 3 0",
                "2 0 4 0 0",
                "0 0 4 0 2",
                "2 0 3 1 0",
                "2 0 0 4 0",
                "0 0 0 0 6",
                "1 0 0 5 0",
                "1 1 0 4 0",
                "0 3 3 0 0",
                "1 0 0 5 0",
                "0 2 0 3 1");
        near(0.551111, GroupCoefficient.RAW_AGREEMENT.of(data));
        near(0.413926, GroupCoefficient.FLEISS_KAPPA.of(data));
        near(0.444801, GroupCoefficient.GWET_AC1.of(data));
        near(0.420438, GroupCoefficient.KRIPPENDORFF_ALPHA.of(data));
        near(0.438889, GroupCoefficient.BRENNAN_PREDIGER.of(data));
    }

    /** Shrout and Fleiss (1979): published .17 .29 .71. */
    @Test
    void intraclassCorrelations() {
        double[][] ratings = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
        double mean =
                Arrays.stream(ratings).flatMapToDouble(Arrays::stream).average().orElseThrow();
        double between = 0;
        double within = 0;
        double[] judges = new double[4];
        for (double[] row : ratings) {
            double ofRow = Arrays.stream(row).average().orElseThrow();
            between += 4 * (ofRow - mean) * (ofRow - mean);
            for (int judge = 0; judge < 4; judge++) {
                within += (row[judge] - ofRow) * (row[judge] - ofRow);
                judges[judge] += row[judge] / 6;
            }
        }
        double ofJudges = Arrays.stream(judges)
                .map(judge -> 6 * (judge - mean) * (judge - mean))
                .sum();
        MeanSquares squares = MeanSquares.of(6, 4, between, ofJudges, within, 1);
        assertEquals(11.241667, squares.between(), SIX);
        assertEquals(6.263889, squares.within(), SIX);
        assertEquals(32.486111, squares.ofJudges(), SIX);
        assertEquals(1.019444, squares.error(), SIX);
        List<Double> published = List.of(0.165742, 0.289764, 0.714841);
        List<IntraclassCorrelation> forms = List.of(IntraclassCorrelation.values());
        for (int form = 0; form < published.size(); form++) {
            near(published.get(form), forms.get(form).of(squares));
        }
    }

    /** pyannote.metrics' tests of detection: time of either side, in bins of a microsecond. */
    @Test
    void timeWeightedDetection() {
        List<Span> reference = List.of(span(0, 5), span(6, 10), span(12, 14), span(15, 20));
        List<Span> detected = List.of(span(1, 7), span(7, 10), span(11, 17), span(18, 20));
        BinTable time = count(span(0, 20), reference, detected);
        assertEquals(new BinTable(14_000_000, 2_000_000, 3_000_000, 1_000_000), time);
        assertEquals(28 / 33.0, Coefficient.POSITIVE_AGREEMENT.of(time).orElseThrow(), 1e-12);
        assertEquals(15 / 20.0, Coefficient.RAW_AGREEMENT.of(time).orElseThrow(), 1e-12);
        assertEquals(0.28125, detectionCost(time), 1e-12);
        assertEquals(1 / 6.0, detectionCost(count(span(1, 14), reference, detected)), 1e-12);
    }

    private static BinTable count(Span stretch, List<Span> first, List<Span> second) {
        return Bins.count(
                SpanSet.of(stretch), List.of(Bins.runs(stretch, first, 1)), List.of(Bins.runs(stretch, second, 1)), 1);
    }

    private static double detectionCost(BinTable time) {
        return 0.25 * time.onlyB() / (time.onlyB() + time.neither())
                + 0.75 * time.onlyA() / (time.onlyA() + time.both());
    }

    /** sed_eval's events: onsets within 0.2 s, offsets within 0.2 s or half the length. F 0.8. */
    @Test
    void eventsWithinTolerance() {
        List<Span> reference = List.of(span(0, 2.5), span(2.8, 4.5), span(6, 10));
        Likeness near = (a, b) -> Math.abs(a.start() - b.start()) <= 200_000
                        && Math.abs(a.end() - b.end()) <= Math.max(200_000, a.length() / 2)
                ? 1
                : 0;
        long matched = Arrays.stream(Pairing.of(reference, List.of(span(0.2, 3.5), span(6, 8)), near, 1))
                .filter(partner -> partner >= 0)
                .count();
        assertEquals(0.8, EventRate.F1.of(new EventCounts(3, 2, (int) matched)).orElseThrow(), 1e-12);
    }

    /** timescoring 0.0.7: references, found and false events in an hour. */
    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource({
        "A,100-160,100-160,1,1,0,1.0",
        "B the detection lies in the window only,100-160,200-215,1,1,0,1.0",
        "C,100-160,230-250,1,0,1,0.0",
        "D a gap of 80 s is closed,100-160 240-300,110-120,1,1,0,1.0",
        "E cut into three,100-800,100-160,3,1,0,0.5",
        "F partly in the window,100-160,210-260,1,1,0,1.0",
        "G,'','',0,0,0,",
        "H,100-160,'',1,0,0,0.0",
        "I,'',100-160,0,0,1,0.0",
        "early,100-160,75-90,1,1,0,1.0",
        "late,100-160,215-230,1,1,0,1.0",
        "too early,100-160,60-69,1,0,1,0.0",
        "two detections become one,100-160,100-110 190-200,1,1,0,1.0",
        "660 s are three events,100-760,100-760,3,3,0,1.0",
    })
    void szcore(
            String name,
            String reference,
            String compared,
            long references,
            long found,
            long wrong,
            @Nullable Double f1) {
        DetectionCounts counts =
                EventScoring.SZCORE.score(spans(reference), spans(compared), SpanSet.of(span(0, 3600)));
        assertEquals(
                List.of(references, found, wrong), List.of(counts.reference(), counts.found(), counts.wrong()), name);
        OptionalDouble actual = DetectionRate.F1.of(counts);
        assertEquals(f1 == null ? OptionalDouble.empty() : OptionalDouble.of(f1), actual, name);
        assertEquals(24.0 * wrong, DetectionRate.FALSE_PER_DAY.of(counts).orElseThrow(), 1e-9);
    }

    /** Case J of timescoring with parameters of a rodent's size, and the example with windows of 10 s. */
    @Test
    void szcoreWithOtherParameters() {
        SpanSet hour = SpanSet.of(span(0, 3600));
        DetectionCounts j = EventScoring.RODENT.score(spans("100-103 110-114"), spans("101-104 200-203"), hour);
        assertEquals(List.of(2L, 1L, 1L), List.of(j.reference(), j.found(), j.wrong()));
        near(0.5, DetectionRate.F1.of(j));
        DetectionCounts ten =
                new EventScoring(0, 0, 10 * Span.SECOND, 0, 0).score(spans("40-60"), spans("10-20 42-65"), hour);
        near(1, DetectionRate.SENSITIVITY.of(ten));
        near(0.5, DetectionRate.PRECISION.of(ten));
        near(24, DetectionRate.FALSE_PER_DAY.of(ten));
        near(1, DetectionRate.FALSE_PER_HOUR.of(ten));
    }

    @Test
    void theRodentPresetWithoutMergingLeavesMarksAsTheyAre() {
        SpanSet hour = SpanSet.of(span(0, 3600));
        List<Span> marks = spans("100-101 102-103 200-800");
        assertEquals(3, EventScoring.RODENT_AS_MARKED.score(marks, marks, hour).reference());
        assertEquals(3, EventScoring.RODENT.score(marks, marks, hour).reference());
        assertEquals(
                2,
                EventScoring.RODENT
                        .score(spans("100-101 102-103 200-300"), marks, hour)
                        .reference());
        assertEquals(
                "overlap above 0.00 of the window, window from 1.0 s before to 1.0 s after, nothing merged, nothing"
                        + " split",
                EventScoring.RODENT_AS_MARKED.inWords());
    }

    /** timescoring: samples at 1 Hz, reference 1110001110, detected 0110110010. */
    @Test
    void szcoreSamples() {
        DetectionCounts counts = EventScoring.samples(spans("0-3 6-9"), spans("1-3 4-6 8-9"), SpanSet.of(span(0, 10)));
        near(3 / 6.0, DetectionRate.SENSITIVITY.of(counts));
        near(3 / 5.0, DetectionRate.PRECISION.of(counts));
        near(17280, DetectionRate.FALSE_PER_DAY.of(counts));
    }

    private static void near(double expected, OptionalDouble actual) {
        assertEquals(expected, actual.orElseThrow(), SIX);
    }

    /** How often the first of two raters said the row's category while the second said the column's. */
    private static RatingTally crossed(String... rows) {
        RatingTally tally = RatingTally.empty(rows.length);
        for (int i = 0; i < rows.length; i++) {
            String[] counts = rows[i].split(" ", -1);
            for (int j = 0; j < counts.length; j++) {
                int[] ratings = new int[rows.length];
                ratings[i]++;
                ratings[j]++;
                tally = tally.plus(ratings, Long.parseLong(counts[j]));
            }
        }
        return tally;
    }

    private static RatingTally counts(String... units) {
        RatingTally tally = RatingTally.empty(5);
        for (String unit : units) {
            tally = tally.plus(
                    Stream.of(unit.split(" ", -1)).mapToInt(Integer::parseInt).toArray(), 1);
        }
        return tally;
    }

    /** The sources count categories from 1. */
    private static String minusOne(String ratings) {
        return ratings.chars()
                .mapToObj(c -> String.valueOf((char) (c == '.' ? c : c - 1)))
                .reduce("", String::concat);
    }

    private static List<Span> spans(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ", -1))
                        .map(ends -> ends.split("-", -1))
                        .map(ends -> span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                        .toList();
    }
}
