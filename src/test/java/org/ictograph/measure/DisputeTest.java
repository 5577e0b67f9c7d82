package org.ictograph.measure;

import static org.ictograph.measure.TwoRaters.A;
import static org.ictograph.measure.TwoRaters.B;
import static org.ictograph.measure.TwoRaters.REARING;
import static org.ictograph.measure.TwoRaters.RECORDING;
import static org.ictograph.measure.TwoRaters.SEIZURE;
import static org.ictograph.measure.TwoRaters.span;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.measure.Dispute.Kind;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.junit.jupiter.api.Test;

class DisputeTest {
    private static final UUID CAGE = TwoRaters.id("cage");
    private static final Label FALLING = TwoRaters.label("falling", LabelKind.EVENT);
    private static final List<Label> LABELS = List.of(SEIZURE, REARING, FALLING);
    private static final AgreementParameters STANDARD = AgreementParameters.standard();

    private static Mark mark(UUID rater, Label label, Span span) {
        return Mark.byHand(RECORDING, CAGE, rater, label.name(), span);
    }

    private static List<Finding> findings(List<Mark> a, List<Mark> b) {
        SpanSet all = SpanSet.of(span(0, 1000));
        return Agreement.findings(
                List.of(new RatedCage(RECORDING, CAGE, "70-1", new Rating(all, a), new Rating(all, b))),
                LABELS,
                STANDARD);
    }

    private static String words(Dispute dispute) {
        return dispute.kind() + " " + String.join("/", dispute.labels()) + " "
                + dispute.span().start() / 1_000_000;
    }

    @Test
    void theMostConsequentialComesFirst() {
        List<Finding> findings = findings(
                List.of(
                        mark(A, REARING, span(10, 12)),
                        mark(A, REARING, span(20, 60)),
                        mark(A, REARING, span(100, 110)),
                        mark(A, SEIZURE, span(200, 230)),
                        mark(A, SEIZURE, span(300, 340))),
                List.of(
                        mark(B, FALLING, span(100, 109)),
                        mark(B, SEIZURE, span(205, 230)),
                        mark(B, SEIZURE, span(400, 404))));
        assertEquals(
                List.of(
                        "MISSED seizure 300",
                        "MISSED seizure 400",
                        "EDGES_DIFFER seizure 200",
                        "MISSED rearing 20",
                        "MISSED rearing 10",
                        "LABEL_DIFFERS rearing/falling 100"),
                Dispute.among(findings, LABELS, STANDARD).stream()
                        .map(DisputeTest::words)
                        .toList());
    }

    @Test
    void whatHangsOnEdgesIsTheTimeBetweenThem() {
        Dispute dispute = Dispute.among(
                        findings(List.of(mark(A, SEIZURE, span(200, 230))), List.of(mark(B, SEIZURE, span(205, 228)))),
                        LABELS,
                        STANDARD)
                .get(0);
        assertEquals(7_000_000, dispute.atStake());
        assertEquals(span(200, 230), dispute.span());
    }

    @Test
    void whatIsLeftWhenOneMarkIsSettledIsAMissedEvent() {
        Mark rearing = mark(A, REARING, span(100, 110));
        Mark falling = mark(B, FALLING, span(100, 109));
        Dispute both = Dispute.among(findings(List.of(rearing), List.of(falling)), LABELS, STANDARD)
                .get(0);
        assertEquals(Kind.LABEL_DIFFERS, both.kind());
        assertEquals(both, both.without(Set.of()).orElseThrow());
        Dispute left = both.without(Set.of(rearing.id())).orElseThrow();
        assertEquals(Kind.MISSED, left.kind());
        assertEquals(List.of(falling), left.marks());
        assertTrue(both.without(Set.of(rearing.id(), falling.id())).isEmpty());
    }

    /** Of any marks, each is in one dispute, whatever the order of the marks; swapping the raters swaps the sides. */
    @Test
    void everyMarkIsAskedAboutOnce() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            List<Mark> a = random(random, A);
            List<Mark> b = random(random, B);
            List<Dispute> disputes = Dispute.among(findings(a, b), LABELS, STANDARD);
            assertEquals(
                    Stream.concat(a.stream(), b.stream()).map(Mark::id).sorted().toList(),
                    disputes.stream()
                            .flatMap(dispute -> dispute.marks().stream())
                            .map(Mark::id)
                            .sorted()
                            .toList());
            List<Mark> mixed = new ArrayList<>(a);
            Collections.shuffle(mixed, random);
            assertEquals(disputes, Dispute.among(findings(mixed, b), LABELS, STANDARD));
            assertEquals(
                    disputes.stream().map(Dispute::a).toList(),
                    Dispute.among(findings(b, a), LABELS, STANDARD).stream()
                            .sorted((one, other) -> Integer.compare(order(disputes, one), order(disputes, other)))
                            .map(Dispute::b)
                            .toList());
        }
    }

    private static int order(List<Dispute> disputes, Dispute swapped) {
        return disputes.indexOf(new Dispute(swapped.kind(), swapped.b(), swapped.a()));
    }

    private static List<Mark> random(Random random, UUID rater) {
        List<Mark> marks = new ArrayList<>();
        double at = random.nextDouble() * 20;
        while (at < 900) {
            double end = at + 1 + random.nextDouble() * 30;
            marks.add(mark(rater, LABELS.get(random.nextInt(3)), span(at, end)));
            at = end + 1 + random.nextDouble() * 60;
        }
        return marks;
    }
}
