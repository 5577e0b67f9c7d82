package org.ictograph.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.junit.jupiter.api.Test;

/** No export calls time negative that nobody reviewed, whatever was looked at and marked. */
class NegativesReviewedTest {
    /** As long as a hole may be between two pieces of what playback wrote down. */
    private static final long HOLE = 100_000;

    @Test
    void everyNegativeClipLiesInTimeThatOneRaterReviewed() {
        Random random = new Random(20261126);
        int negatives = 0;
        int refused = 0;
        for (int trial = 0; trial < 400; trial++) {
            Colony colony = study(random);
            for (Profile profile : List.of(Profiles.RODEPIL, Profiles.RATSEIZURE)) {
                DatasetPlan plan = colony.plan(profile);
                refused += plan.refusalCounts().getOrDefault(Refusal.Reason.NOT_REVIEWED, 0);
                for (PlannedClip clip : plan.clips()) {
                    if (!clip.truth().positive()) {
                        negatives++;
                        check(colony.evidence(), clip, profile);
                    }
                }
            }
        }
        assertTrue(negatives > 1_000 && refused > 1_000, negatives + " negative clips, " + refused + " refused");
    }

    private static void check(Evidence evidence, PlannedClip clip, Profile profile) {
        Span span = new Span(clip.source().startMicros(), clip.source().endMicros());
        UUID cage = clip.cage().id();
        boolean seen = List.of(Colony.id("rater"), Colony.id("other")).stream()
                .anyMatch(rater -> sawAll(evidence.coverage(), rater, cage, span));
        assertTrue(
                seen,
                () -> profile.id() + " calls " + span + " negative, of which only " + evidence.coverage()
                        + " was looked at");
        for (Mark mark : evidence.marks()) {
            boolean about = mark.label().equals(Protocol.SEIZURE) || profile.equals(Profiles.RATSEIZURE);
            boolean settled = evidence.settlements().stream()
                    .anyMatch(settlement -> settlement.sources().contains(mark.id())
                            && settlement.doubt().isEmpty());
            // The edges of the consensus prevail over those of a rating that meets it.
            boolean answered = mark.layer() == Layer.RATING
                    && evidence.marks().stream()
                            .anyMatch(other -> other.layer() == Layer.CONSENSUS
                                    && other.cageId().equals(cage)
                                    && other.label().equals(mark.label())
                                    && other.span().overlaps(mark.span()));
            if (about && !settled && !answered && mark.cageId().equals(cage)) {
                assertEquals(false, mark.span().overlaps(span), () -> mark + " lies in a negative clip " + span);
            }
        }
    }

    /** Walks through the span from one piece to the next; written from the sentence, not from the code under test. */
    private static boolean sawAll(List<Coverage> coverage, UUID rater, UUID cage, Span span) {
        long at = span.start();
        boolean first = true;
        while (at < span.end()) {
            long now = at;
            long reach = first ? 0 : HOLE;
            long next = coverage.stream()
                    .filter(piece ->
                            piece.raterId().equals(rater) && piece.cageId().equals(cage))
                    .filter(piece -> piece.seen() != Seen.SKIMMED)
                    .filter(piece ->
                            piece.span().start() <= now + reach && piece.span().end() > now)
                    .mapToLong(piece -> piece.span().end())
                    .max()
                    .orElse(-1);
            if (next < 0) {
                return false;
            }
            at = next;
            first = false;
        }
        return true;
    }

    private static Colony study(Random random) {
        double length = 60 + random.nextInt(120);
        Colony colony = new Colony().recording("R", Colony.steady(length), "a", "b", "c");
        for (int cage = 1; cage <= 3; cage++) {
            double at = random.nextDouble() * 20;
            while (at < length) {
                double end = Math.min(length, at + 2 + random.nextDouble() * 50);
                Seen how = List.of(Seen.SKIMMED, Seen.WATCHED, Seen.REVIEWED).get(random.nextInt(3));
                if (random.nextBoolean()) {
                    colony.seen("R", cage, how, at, end);
                } else {
                    colony.seenByOther("R", cage, how, at, end);
                }
                at = random.nextInt(3) == 0 ? end + random.nextDouble() * 0.2 : end - 2 + random.nextDouble() * 8;
            }
            for (int n = random.nextInt(4); n > 0; n--) {
                double start = random.nextDouble() * (length - 4);
                double end = start + 0.5 + random.nextDouble() * 3;
                String label = random.nextBoolean() ? Protocol.SEIZURE : "rearing";
                switch (random.nextInt(4)) {
                    case 0 -> colony.consensus("R", cage, label, start, end);
                    case 1 -> colony.rating("R", cage, label, start, end);
                    case 2 -> colony.rating("R", cage, label, start, end).settledAsUnclear();
                    default -> colony.rating("R", cage, label, start, end).settledAsNothing();
                }
            }
        }
        return colony;
    }
}
