package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with an independent program over 10,000 random small tables; tables.md says how they came about. */
class OracleTest {
    private static final int OF_EACH_KIND = 2500;

    @ParameterizedTest
    @ValueSource(strings = {"T", "M", "I", "E"})
    void agreesWithTheOracle(String kind) throws IOException {
        List<String> lines = lines(kind);
        assertEquals(OF_EACH_KIND, lines.size());
        for (String line : lines) {
            String[] parts = line.split(";", -1);
            switch (kind) {
                case "T" -> twoRaters(parts);
                case "M" -> manyRaters(parts);
                case "I" -> durations(parts);
                default -> events(parts);
            }
        }
    }

    private static void twoRaters(String[] parts) {
        int categories = Integer.parseInt(parts[1]);
        RatingTally tally = Ratings.tally(categories, parts[2], parts[3]);
        same(parts, 6, GroupCoefficient.FLEISS_KAPPA.of(tally));
        same(parts, 7, GroupCoefficient.GWET_AC1.of(tally));
        if (categories == 2) {
            BinTable bins = BinTable.EMPTY;
            for (int unit = 0; unit < parts[2].length(); unit++) {
                boolean a = parts[2].charAt(unit) == '1';
                boolean b = parts[3].charAt(unit) == '1';
                bins = bins.plus(new BinTable(one(a && b), one(a && !b), one(!a && b), one(!a && !b)));
            }
            same(parts, 4, Coefficient.COHEN_KAPPA.of(bins));
            same(parts, 6, Coefficient.SCOTT_PI.of(bins));
            same(parts, 7, Coefficient.GWET_AC1.of(bins));
        }
    }

    private static void manyRaters(String[] parts) {
        int categories = Integer.parseInt(parts[1]);
        RatingTally tally = Ratings.tally(categories, parts[2].split(",", -1));
        same(parts, 3, GroupCoefficient.KRIPPENDORFF_ALPHA.of(tally));
        same(parts, 6, GroupCoefficient.FLEISS_KAPPA.of(tally));
        same(parts, 7, GroupCoefficient.GWET_AC1.of(tally));
    }

    private static void durations(String[] parts) {
        double[] x = numbers(parts[1]);
        double[] y = numbers(parts[2]);
        PairSums sums = PairSums.NONE;
        for (int i = 0; i < x.length; i++) {
            sums = sums.plus(x[i], y[i]);
        }
        List<IntraclassCorrelation> forms =
                List.of(IntraclassCorrelation.ICC_1_1, IntraclassCorrelation.ICC_2_1, IntraclassCorrelation.ICC_3_1);
        for (int i = 0; i < forms.size(); i++) {
            same(parts, 3 + i, sums.correlation(forms.get(i)));
        }
        same(parts, 6, sums.lowerLimit());
    }

    private static void events(String[] parts) {
        SpanSet file = SpanSet.of(new Span(0, Long.parseLong(parts[1]) * Span.SECOND));
        List<Span> a = spans(parts[2]);
        List<Span> b = spans(parts[3]);
        List<Long> found = new ArrayList<>();
        for (double threshold : List.of(0.3, 0.5, 0.7)) {
            found.add(Arrays.stream(Pairing.of(a, b, Likeness.overlap(), threshold))
                    .filter(partner -> partner >= 0)
                    .count());
        }
        DetectionCounts any = AnyOverlap.count(a, b, file);
        found.add(any.found());
        found.add(any.right());
        for (EventScoring scoring : List.of(EventScoring.SZCORE, EventScoring.RODENT, EventScoring.RODENT_AS_MARKED)) {
            DetectionCounts counts = scoring.score(a, b, file);
            found.addAll(List.of(counts.reference(), counts.found(), counts.wrong()));
        }
        DetectionCounts samples = EventScoring.samples(a, b, file);
        found.addAll(List.of(samples.reference(), samples.found(), samples.wrong()));
        assertEquals(Stream.of(parts).skip(4).map(Long::valueOf).toList(), found, () -> String.join(";", parts));
    }

    private static void same(String[] parts, int column, OptionalDouble actual) {
        String line = String.join(";", parts);
        if (parts[column].equals("-")) {
            assertTrue(actual.isEmpty(), () -> line + " gave " + actual);
        } else {
            assertEquals(Double.parseDouble(parts[column]), actual.orElseThrow(), 1e-9, line);
        }
    }

    private static int one(boolean there) {
        return there ? 1 : 0;
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<Span> spans(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ", -1))
                        .map(span -> span.split("-", -1))
                        .map(ends -> TwoRaters.span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                        .toList();
    }

    private static List<String> lines(String kind) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(OracleTest.class.getResourceAsStream("tables.gz"))),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> line.startsWith(kind + ";")).toList();
        }
    }
}
