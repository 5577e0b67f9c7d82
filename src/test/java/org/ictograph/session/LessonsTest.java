package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.localizer.Lesson;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Decision;
import org.ictograph.model.Doubt;
import org.ictograph.model.InclusionRule;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;
import org.junit.jupiter.api.Test;

/** What counts as known: a model must not take what nobody looked at, or what raters differ about, for "nothing happens". */
class LessonsTest {
    private static final UUID RECORDING = new UUID(0, 1);
    private static final Subject RAT = Subject.named("70-3");
    private static final Cage CAGE =
            new Cage(new UUID(1, 1), RECORDING, 1, new Box(0, 0, 64, 64), Optional.empty(), Optional.of(RAT.id()));
    private static final Cage NAMELESS =
            new Cage(new UUID(1, 2), RECORDING, 2, new Box(64, 0, 64, 64), Optional.empty(), Optional.empty());
    private static final Rater ANNA = new Rater(UUID.randomUUID(), "Anna");
    private static final Rater BEN = new Rater(UUID.randomUUID(), "Ben");
    private static final Recording FILM = new Recording(
            RECORDING,
            "film",
            List.of(VideoFile.only("film.mp4", 1, "f")),
            128,
            64,
            3000,
            100 * Span.SECOND,
            SpanSet.EMPTY,
            Optional.empty(),
            "");
    private static final SpanSet FILMED = SpanSet.of(span(0, 90));

    private static Span span(double start, double end) {
        return new Span(Math.round(start * Span.SECOND), Math.round(end * Span.SECOND));
    }

    private static Study under(InclusionRule rule) {
        Protocol standard = Protocol.standard();
        return new Study(
                UUID.randomUUID(),
                "S",
                standard.withPlan(standard.plan().withInclusion(rule)),
                List.of(ANNA, BEN),
                List.of(RAT),
                List.of(FILM),
                List.of(CAGE, NAMELESS));
    }

    private static Mark mark(Rater rater, String label, Span span) {
        return Mark.byHand(RECORDING, CAGE.id(), rater.id(), label, span);
    }

    private static Mark agreed(String label, Span span) {
        Mark mark = mark(ANNA, label, span);
        return new Mark(
                mark.id(),
                RECORDING,
                CAGE.id(),
                ANNA.id(),
                Layer.CONSENSUS,
                label,
                span,
                "",
                mark.certainty(),
                mark.visibility(),
                "",
                mark.origin());
    }

    private static Coverage seen(Span span, Seen how) {
        return new Coverage(UUID.randomUUID(), ANNA.id(), RECORDING, CAGE.id(), span, how, 1);
    }

    private static Lesson lesson(InclusionRule rule, List<Mark> marks, List<Settlement> settled, Coverage... seen) {
        Labels labels =
                new Labels(RECORDING, marks, Optional.empty(), List.of(), List.of(), List.of(), settled, List.of(seen));
        List<Lesson> lessons = Lessons.of(under(rule), FILM, labels, FILMED, List.of("seizure"));
        assertEquals(1, lessons.size(), "a cage whose animal is not named could be on both sides of a split");
        assertEquals("70-3", lessons.get(0).animal());
        return lessons.get(0);
    }

    /** A rejected and an accepted proposal, one that waits in reviewed time, and what somebody else marked. */
    @Test
    void decisionsOfOneRaterTeachWithoutTheOthers() {
        Run run = new Run(UUID.randomUUID(), RECORDING, "rhythm-1", "", new TreeMap<>(), "");
        Proposal rejected = proposal(run, span(40, 45));
        Proposal accepted = proposal(run, span(50, 60));
        Proposal waiting = proposal(run, span(4, 6));
        Mark taken = mark(ANNA, "seizure", span(51, 58));
        Labels labels = new Labels(
                RECORDING,
                List.of(taken, mark(BEN, "seizure", span(1, 3)), mark(ANNA, "rearing", span(70, 71))),
                Optional.of(run),
                List.of(waiting, rejected, accepted),
                List.of(
                        decision(rejected, Decision.Verdict.REJECTED, Optional.empty()),
                        decision(accepted, Decision.Verdict.ADJUSTED, Optional.of(taken.id()))),
                List.of(),
                List.of(),
                List.of(seen(span(0, 10), Seen.REVIEWED), seen(span(20, 30), Seen.SKIMMED)));
        List<Lesson> lessons =
                Decided.of(under(InclusionRule.ADJUDICATED), FILM, labels, FILMED, List.of("seizure"), ANNA.id());
        assertEquals(1, lessons.size());
        assertEquals(
                SpanSet.of(span(0, 4), span(6, 10.1), span(40, 45), span(50, 60)),
                lessons.get(0).known());
        assertEquals(
                List.of(new Lesson.Event("seizure", span(51, 58))),
                lessons.get(0).events());
    }

    private static Proposal proposal(Run run, Span span) {
        return new Proposal(UUID.randomUUID(), run.id(), RECORDING, CAGE.id(), "seizure", span, 0.5);
    }

    private static Decision decision(Proposal proposal, Decision.Verdict verdict, Optional<UUID> mark) {
        return new Decision(UUID.randomUUID(), proposal.id(), ANNA.id(), verdict, mark);
    }

    @Test
    void onlyWhatSomebodyWatchedIsKnown() {
        Lesson lesson = lesson(
                InclusionRule.ADJUDICATED,
                List.of(agreed("seizure", span(50, 60)), agreed("staring", span(61, 62))),
                List.of(),
                seen(span(0, 10), Seen.WATCHED),
                seen(span(10.05, 20), Seen.REVIEWED),
                seen(span(20, 40), Seen.SKIMMED),
                seen(span(80, 100), Seen.REVIEWED));
        assertEquals(SpanSet.of(span(0, 20.1), span(50, 60), span(80, 90)), lesson.known());
        assertEquals(List.of(new Lesson.Event("seizure", span(50, 60))), lesson.events());
    }

    @Test
    void whatIsInDisputeOrDoubtIsNotKnown() {
        Mark mine = mark(ANNA, "seizure", span(10, 20));
        Mark theirs = mark(BEN, "seizure", span(11, 20));
        Mark alone = mark(BEN, "seizure", span(30, 35));
        Mark unit = mark(BEN, "staring", span(40, 45));
        Mark unclear = mark(ANNA, "seizure", span(60, 70));
        Settlement doubt = new Settlement(
                UUID.randomUUID(),
                RECORDING,
                CAGE.id(),
                ANNA.id(),
                List.of(unclear.id()),
                Outcome.UNCLEAR,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(new Doubt("seizure", span(60, 70))));
        List<Mark> marks = List.of(mine, theirs, alone, unit, unclear);
        Coverage all = seen(span(0, 90), Seen.REVIEWED);

        Lesson strict = lesson(InclusionRule.ADJUDICATED, marks, List.of(doubt), all);
        assertEquals(SpanSet.of(span(0, 10), span(20, 30), span(35, 60), span(70, 90)), strict.known());
        assertEquals(List.of(), strict.events());

        Coverage too = new Coverage(UUID.randomUUID(), BEN.id(), RECORDING, CAGE.id(), span(0, 90), Seen.REVIEWED, 1);
        Lesson both = lesson(InclusionRule.both(0.5), marks, List.of(doubt), all, too);
        assertEquals(SpanSet.of(span(0, 30), span(35, 60), span(70, 90)), both.known());
        assertEquals(List.of(new Lesson.Event("seizure", span(10.5, 20))), both.events());
    }

    @Test
    void whatWasSettledAsNothingIsKnownToBeNothing() {
        Mark alone = mark(BEN, "seizure", span(30, 35));
        Settlement nothing = new Settlement(
                UUID.randomUUID(),
                RECORDING,
                CAGE.id(),
                ANNA.id(),
                List.of(alone.id()),
                Outcome.NEITHER,
                Optional.empty());
        Lesson lesson =
                lesson(InclusionRule.ADJUDICATED, List.of(alone), List.of(nothing), seen(span(0, 90), Seen.REVIEWED));
        assertEquals(SpanSet.of(span(0, 90)), lesson.known());
    }
}
