package org.ictograph.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** Orders and groups worked out by hand. */
class TriageQueueTest {
    private static final UUID RUN = UUID.randomUUID();
    private static final UUID RECORDING = UUID.randomUUID();
    private static final UUID LEFT = UUID.randomUUID();
    private static final UUID RIGHT = UUID.randomUUID();
    private static final long HOUR = 3600 * Span.SECOND;

    private static Candidate open(UUID cage, String animal, String label, double from, double to, double score) {
        return new Candidate(
                new Proposal(UUID.randomUUID(), RUN, RECORDING, cage, label, span(from, to), score),
                animal,
                Optional.empty());
    }

    private static Candidate open(double from, double to, double score) {
        return open(LEFT, "a", "seizure", from, to, score);
    }

    private static Candidate decided(double score, Verdict verdict) {
        Candidate open = open(1000, 1010, score);
        return new Candidate(open.proposal(), open.animal(), Optional.of(verdict));
    }

    private static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    private static List<Double> scores(TriageQueue queue, List<Candidate> all, Map<String, Long> filmed) {
        return queue.of(all, filmed).stream().map(CandidateGroup::score).toList();
    }

    private static TriageQueue by(TriageOrder order) {
        return new TriageQueue(order, 0, 0);
    }

    @Test
    void theBestScoreComesFirst() {
        List<Candidate> all = List.of(open(0, 10, 0.4), open(20, 30, 0.9), open(40, 50, 0.6));
        assertEquals(List.of(0.9, 0.6, 0.4), scores(by(TriageOrder.SCORE), all, Map.of()));
    }

    @Test
    void whatCouldAsWellBeAsNotBeComesFirst() {
        List<Candidate> all = List.of(open(0, 10, 0.4), open(20, 30, 0.95), open(40, 50, 0.55), open(60, 70, 0.1));
        assertEquals(
                List.of(0.55, 0.4, 0.1, 0.95).subList(0, 2),
                scores(by(TriageOrder.UNCERTAINTY), all, Map.of()).subList(0, 2));
        assertEquals(0.95, scores(by(TriageOrder.UNCERTAINTY), all, Map.of()).get(3), "0.45 from a half, 0.1 only 0.4");
    }

    /** Three refused at 0.88 tell of 0.8: (2 · 0.8 + 0) / (2 + 3) = 0.32, which is 0.18 from a half; 0.7 stays 0.2 from it. */
    @Test
    void refusalsTeachHowLikelyAScoreIs() {
        List<Candidate> open = List.of(open(0, 10, 0.8), open(20, 30, 0.7));
        assertEquals(List.of(0.7, 0.8), scores(by(TriageOrder.UNCERTAINTY), open, Map.of()));
        List<Candidate> all = Stream.concat(
                        open.stream(),
                        Stream.generate(() -> decided(0.88, Verdict.REJECTED)).limit(3))
                .toList();
        assertEquals(List.of(0.8, 0.7), scores(by(TriageOrder.UNCERTAINTY), all, Map.of()));
    }

    /** One taken at 0.25 tells of 0.2: (2 · 0.2 + 1) / (2 + 1) = 0.467. */
    @Test
    void acceptancesTeachHowLikelyAScoreIs() {
        List<Candidate> open = List.of(open(0, 10, 0.2), open(20, 30, 0.6));
        assertEquals(List.of(0.6, 0.2), scores(by(TriageOrder.UNCERTAINTY), open, Map.of()));
        List<Candidate> all = Stream.concat(open.stream(), Stream.of(decided(0.25, Verdict.ADJUSTED)))
                .toList();
        assertEquals(List.of(0.2, 0.6), scores(by(TriageOrder.UNCERTAINTY), all, Map.of()));
    }

    /** 0.9 · 0.1 / 1² = 0.09 for the animal of one hour, 0.5 · 0.5 / 4² = 0.0156 for that of four. */
    @Test
    void theRateOfAnAnimalThatWasFilmedShortlyIsNarrowedMost() {
        List<Candidate> all =
                List.of(open(LEFT, "long", "seizure", 0, 10, 0.5), open(RIGHT, "short", "seizure", 0, 10, 0.9));
        Map<String, Long> filmed = Map.of("long", 4 * HOUR, "short", HOUR);
        assertEquals(List.of(0.9, 0.5), scores(by(TriageOrder.RATE), all, filmed));
        assertEquals(List.of(0.5, 0.9), scores(by(TriageOrder.RATE), all, Map.of("long", HOUR, "short", HOUR)));
    }

    @Test
    void whatIsNearInTheSameCageIsOneDecision() {
        List<Candidate> all = List.of(
                open(0, 10, 0.5),
                open(8, 15, 0.9),
                open(18, 20, 0.3), // three seconds after the one before
                open(23.1, 30, 0.4), // a little more
                open(LEFT, "a", "rearing", 9, 12, 0.2),
                open(RIGHT, "b", "seizure", 9, 12, 0.1));
        List<CandidateGroup> groups = by(TriageOrder.SCORE).of(all, Map.of());
        assertEquals(
                List.of(0.9, 0.4, 0.2, 0.1),
                groups.stream().map(CandidateGroup::score).toList());
        assertEquals(
                List.of(3, 1, 1, 1),
                groups.stream().map(group -> group.members().size()).toList());
    }

    @Test
    void aGroupHasTheEdgesOfTheBestAndWhatOthersAddBeyondIt() {
        List<CandidateGroup> overlapping = CandidateGroup.of(List.of(open(0, 40, 0.3), open(8, 15, 0.9)));
        assertEquals(span(8, 15), overlapping.get(0).span(), "the better one knows the edges");
        List<CandidateGroup> pieces = CandidateGroup.of(List.of(open(0, 10, 0.9), open(12, 20, 0.5), open(9, 11, 0.2)));
        assertEquals(1, pieces.size());
        assertEquals(span(0, 20), pieces.get(0).span());
    }

    @Test
    void aProposalInAnotherOneDoesNotEndTheGroup() {
        assertEquals(
                1,
                CandidateGroup.of(List.of(open(0, 30, 0.3), open(5, 6, 0.9), open(31, 40, 0.1)))
                        .size());
    }

    @Test
    void scoreAndLengthLeaveOut() {
        List<Candidate> all = List.of(open(0, 10, 0.4), open(20, 30, 0.9), open(40, 44, 0.8));
        TriageQueue queue = new TriageQueue(TriageOrder.SCORE, 0.5, 5 * Span.SECOND);
        assertEquals(List.of(0.9), scores(queue, all, Map.of()));
        assertTrue(queue.takes(all.get(1)));
        assertFalse(queue.takes(all.get(0)));
        assertEquals(
                List.of(0.9),
                scores(new TriageQueue(TriageOrder.SCORE, 0.9, 10 * Span.SECOND), all, Map.of()),
                "the bounds themselves are in");
    }

    @Test
    void whatIsDecidedIsNotAskedAgain() {
        List<Candidate> all = List.of(open(0, 10, 0.4), decided(0.9, Verdict.ACCEPTED));
        assertEquals(List.of(0.4), scores(by(TriageOrder.SCORE), all, Map.of()));
    }
}
