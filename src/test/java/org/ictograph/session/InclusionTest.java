package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.measure.Finding;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.junit.jupiter.api.Test;

/** What each rule lets count, over random ratings of two raters who have seen all. */
class InclusionTest {
    private static final UUID RECORDING = UUID.randomUUID();
    private static final Cage CAGE =
            new Cage(UUID.randomUUID(), RECORDING, 1, new Box(0, 0, 64, 64), Optional.empty(), Optional.empty());
    private static final Rater ANNA = new Rater(UUID.randomUUID(), "Anna");
    private static final Rater BEN = new Rater(UUID.randomUUID(), "Ben");
    private static final Study STUDY = new Study(
            UUID.randomUUID(), "S", Protocol.standard(), List.of(ANNA, BEN), List.of(), List.of(), List.of(CAGE));
    private static final Span ALL = new Span(0, 1000 * Span.SECOND);

    private final Random random = new Random(11);

    private static Span span(double start, double end) {
        return new Span(Math.round(start * Span.SECOND), Math.round(end * Span.SECOND));
    }

    private static Mark mark(Rater rater, String label, Span span) {
        return Mark.byHand(RECORDING, CAGE.id(), rater.id(), label, span);
    }

    private static Labels labels(List<Mark> marks, List<Settlement> settlements) {
        List<Coverage> seen = List.of(ANNA, BEN).stream()
                .map(rater -> new Coverage(UUID.randomUUID(), rater.id(), RECORDING, CAGE.id(), ALL, Seen.REVIEWED, 0))
                .toList();
        return new Labels(RECORDING, marks, Optional.empty(), List.of(), List.of(), List.of(), settlements, seen);
    }

    private static List<Span> included(Labels labels, InclusionRule rule) {
        return Inclusion.of(STUDY, labels, rule).marks().stream()
                .map(Mark::span)
                .toList();
    }

    @Test
    void eachRuleTakesWhatItSays() {
        Mark mine = mark(ANNA, "seizure", span(10, 20));
        Mark theirs = mark(BEN, "seizure", span(14, 22));
        Mark alone = mark(BEN, "seizure", span(50, 60));
        Labels labels = labels(List.of(mine, theirs, alone), List.of());
        assertEquals(List.of(), included(labels, InclusionRule.ADJUDICATED));
        assertEquals(List.of(span(12, 21)), included(labels, InclusionRule.both(0.5)), "IoU 6 / 12, the mean");
        assertEquals(List.of(), included(labels, InclusionRule.both(0.51)));
        assertEquals(List.of(span(10, 22), span(50, 60)), included(labels, InclusionRule.ANY));
        assertEquals(
                1,
                Inclusion.of(STUDY, labels, InclusionRule.both(0.5)).disputed().size(),
                "what only Ben has");
        assertEquals(
                2,
                Inclusion.of(STUDY, labels, InclusionRule.both(0.51)).disputed().size());
        assertEquals(List.of(), Inclusion.of(STUDY, labels, InclusionRule.ANY).disputed());
    }

    @Test
    void whatWasAdjudicatedIsNotLookedAtAgain() {
        Mark mine = mark(ANNA, "seizure", span(10, 20));
        Mark theirs = mark(BEN, "seizure", span(10, 20));
        Settlement wrong = new Settlement(
                UUID.randomUUID(),
                RECORDING,
                CAGE.id(),
                ANNA.id(),
                List.of(mine.id(), theirs.id()),
                Outcome.NEITHER,
                Optional.empty());
        for (InclusionRule rule : InclusionRule.offered()) {
            Inclusion inclusion = Inclusion.of(STUDY, labels(List.of(mine, theirs), List.of(wrong)), rule);
            assertEquals(List.of(), inclusion.marks(), rule.text());
            assertEquals(List.of(), inclusion.disputed(), rule.text());
        }
    }

    @Test
    void strictRulesTakeNoMoreThanLooseOnes() {
        for (int trial = 0; trial < 100; trial++) {
            List<Mark> marks = new ArrayList<>(random(ANNA));
            marks.addAll(random(BEN));
            Labels labels = labels(marks, List.of());
            Set<Set<UUID>> before = Set.of();
            long disputedBefore = Long.MAX_VALUE;
            for (InclusionRule rule : InclusionRule.offered().subList(0, 4)) {
                Inclusion inclusion = Inclusion.of(STUDY, labels, rule);
                Set<Set<UUID>> pairs = inclusion.marks().stream()
                        .map(mark -> Set.copyOf(mark.origin().sources()))
                        .collect(Collectors.toSet());
                assertTrue(pairs.containsAll(before), "a looser rule keeps what a stricter one took");
                assertTrue(inclusion.disputed().size() <= disputedBefore);
                Set<UUID> told = new HashSet<>();
                pairs.forEach(told::addAll);
                for (Finding finding : inclusion.disputed()) {
                    assertTrue(
                            finding.a().filter(mark -> told.contains(mark.id())).isEmpty(), "taken or disputed");
                }
                before = pairs;
                disputedBefore = inclusion.disputed().size();
            }
            Inclusion any = Inclusion.of(STUDY, labels, InclusionRule.ANY);
            for (String label : List.of("seizure", "rearing")) {
                assertEquals(spans(marks, label), spans(any.marks(), label), "the time that anyone marked");
            }
            assertTrue(any.marks().stream().allMatch(mark -> mark.layer() == Layer.CONSENSUS));
            assertEquals(any, Inclusion.of(STUDY, labels, InclusionRule.ANY), "the same ratings, the same identities");
        }
    }

    @Test
    void theTextOfARuleIsTheRule() {
        for (InclusionRule rule : InclusionRule.offered()) {
            assertEquals(Optional.of(rule), InclusionRule.parse(rule.text()));
        }
        for (String wrong : List.of("", "both", "both:0", "both:1.1", "both:x", "both:NaN", "all")) {
            assertEquals(Optional.empty(), InclusionRule.parse(wrong), wrong);
        }
    }

    private static SpanSet spans(List<Mark> marks, String label) {
        return new SpanSet(marks.stream()
                .filter(mark -> mark.label().equals(label))
                .map(Mark::span)
                .toList());
    }

    private List<Mark> random(Rater rater) {
        List<Mark> marks = new ArrayList<>();
        double at = random.nextDouble() * 20;
        while (at < 900) {
            double end = at + 1 + random.nextDouble() * 20;
            marks.add(mark(rater, random.nextBoolean() ? "seizure" : "rearing", span(at, end)));
            at = end + random.nextDouble() * 30;
        }
        return marks;
    }
}
