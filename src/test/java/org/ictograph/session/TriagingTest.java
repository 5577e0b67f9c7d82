package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.TriageOrder;
import org.ictograph.measure.TriageQueue;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Decision;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Edit;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.Recordings.NewRecording;
import org.ictograph.video.Picture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two recordings of three seconds with two cages each; the second is open. */
class TriagingTest {
    private Bench bench;
    private Recording first;
    private Recording second;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        bench = new Bench(folder);
        first = bench.record();
        bench.film(folder.resolve("other.mkv"), 5);
        second = bench.session
                .recordings()
                .add(NewRecording.of(folder.resolve("other.mkv")).with(Bench.cages()))
                .result()
                .join();
        propose(first, 1, 0.2, 1.2, 0.6);
        propose(second, 2, 0.5, 1.5, 0.9, 0.7, 1.9, 0.8);
        bench.session.showOthers(true).join();
        bench.session.open(second.id()).join();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A run with proposals given as onset, offset and score. */
    private void propose(Recording recording, int cage, double... numbers) {
        Run run = new Run(UUID.randomUUID(), recording.id(), "rhythm-1", "", new TreeMap<>(), "");
        Cage where = bench.session.state().study().get().cagesOf(recording.id()).get(cage - 1);
        List<Change> changes = new ArrayList<>(List.of(new Change.Added(run)));
        for (int i = 0; i < numbers.length; i += 3) {
            changes.add(new Change.Added(new Proposal(
                    UUID.randomUUID(),
                    run.id(),
                    recording.id(),
                    where.id(),
                    "seizure",
                    span(numbers[i], numbers[i + 1]),
                    numbers[i + 2])));
        }
        bench.session.edits().make(new Edit(Verb.PROPOSE, changes)).join();
    }

    private static Span span(double from, double to) {
        return new Span(Math.round(from * Span.SECOND), Math.round(to * Span.SECOND));
    }

    private List<CandidateGroup> queue() {
        Triaging.Heap heap = bench.session.triaging().read().join();
        return new TriageQueue(TriageOrder.SCORE, 0, 0).of(heap.candidates(), heap.filmed());
    }

    @Test
    void theProposalsOfAllRecordingsAreThere() {
        assertEquals(
                List.of(0.9, 0.6), queue().stream().map(CandidateGroup::score).toList());
        Map<String, Long> filmed = bench.session.triaging().read().join().filmed();
        assertEquals(6 * Span.SECOND, filmed.get("70-1"), "the same animal in both recordings");
    }

    @Test
    void aGroupBecomesOneMarkAndIsDecidedAsAWhole() {
        LogEntry entry = bench.session.triaging().accept(queue().get(0)).join().orElseThrow();
        assertEquals(Verb.ACCEPT_PROPOSAL, entry.edit().verb());
        assertEquals(bench.session.state().rater().get().id(), entry.raterId());
        assertTrue(entry.uptime().isPresent(), "the log tells when, to the millisecond");
        List<Mark> marks = bench.labels().marks();
        assertEquals(List.of(span(0.5, 1.5)), marks.stream().map(Mark::span).toList());
        assertEquals(2, marks.get(0).origin().sources().size());
        assertEquals(List.of(0.6), queue().stream().map(CandidateGroup::score).toList());
    }

    @Test
    void aDecisionAboutARecordingThatIsNotOpenIsStored() {
        CandidateGroup elsewhere = queue().get(1);
        bench.session.triaging().accept(elsewhere, "rearing").join();
        assertEquals(List.of(), bench.labels().marks(), "nothing of it shows in the open recording");
        Labels labels = bench.session.everythingAbout(first.id()).join();
        assertEquals(
                List.of("rearing"), labels.marks().stream().map(Mark::label).toList());
        assertEquals(Verdict.ADJUSTED, labels.decisions().get(0).verdict(), "another name than the model gave");
        bench.session.edits().undo().join();
        assertEquals(2, queue().size());
        assertEquals(List.of(), bench.session.everythingAbout(first.id()).join().marks());
    }

    /** 0.4 to 1.4 was marked by hand; the proposals from 0.5 to 1.9 are the same event. */
    @Test
    void whatWasMarkedAlreadyGetsNoSecondMark() {
        UUID rater = bench.session.state().rater().get().id();
        Mark mine = Mark.byHand(second.id(), queue().get(0).lead().cageId(), rater, "seizure", span(0.4, 1.4));
        bench.session.edits().make(Edit.adding(Verb.ADD_MARK, mine)).join();
        bench.session.triaging().accept(queue().get(0)).join();
        assertEquals(List.of(mine), bench.labels().marks());
        assertEquals(
                List.of(Optional.of(mine.id()), Optional.of(mine.id())),
                bench.labels().decisions().stream().map(Decision::markId).toList());
        CandidateGroup elsewhere = queue().get(0);
        bench.session.triaging().accept(elsewhere, "rearing").join();
        assertEquals(1, bench.session.everythingAbout(first.id()).join().marks().size());
    }

    /** 1.3 to 2.6 overlaps the group from 0.5 to 1.5 by 0.2 of 2.1 s: another event. */
    @Test
    void whatHardlyTouchesAMarkGetsItsOwn() {
        UUID rater = bench.session.state().rater().get().id();
        Mark other = Mark.byHand(second.id(), queue().get(0).lead().cageId(), rater, "seizure", span(1.3, 2.6));
        bench.session.edits().make(Edit.adding(Verb.ADD_MARK, other)).join();
        LogEntry entry = bench.session.triaging().accept(queue().get(0)).join().orElseThrow();
        assertEquals(0, SameEvent.joined(entry));
        assertEquals(2, bench.labels().marks().size());
    }

    /** The mark from 0 to 3 s holds all of a proposal of half a second: an overlap of a sixth. */
    @Test
    void whatAMarkHoldsWhollyJoinsIt() {
        propose(second, 1, 1, 1.5, 0.95);
        UUID rater = bench.session.state().rater().get().id();
        Mark all = Mark.byHand(second.id(), queue().get(0).lead().cageId(), rater, "seizure", span(0, 3));
        bench.session.edits().make(Edit.adding(Verb.ADD_MARK, all)).join();
        LogEntry entry = bench.session.triaging().accept(queue().get(0)).join().orElseThrow();
        assertEquals(1, SameEvent.joined(entry));
        bench.session.edits().undo().join();
        assertEquals(List.of(all), bench.labels().marks());
        assertEquals(2, queue().size());
    }

    /** Two proposals of one seizure that are accepted together in the open recording become one mark. */
    @Test
    void severalOfOneEventBecomeOneMark() {
        Set<UUID> both =
                bench.labels().proposals().stream().map(Proposal::id).collect(java.util.stream.Collectors.toSet());
        assertEquals(2, both.size());
        bench.session.proposing().accept(both).join();
        assertEquals(1, bench.labels().marks().size());
        assertEquals(2, bench.labels().decisions().size());
    }

    @Test
    void adjustingSelectsTheMarkThatIsThere() {
        bench.session.triaging().adjust(queue().get(0)).join();
        assertEquals(
                Optional.of(bench.labels().marks().get(0).id()),
                bench.session.state().selectedMark().get());
        assertEquals(Verdict.ADJUSTED, bench.labels().decisions().get(0).verdict());
    }

    /** 3 s pass while the first group is in front, and 2 s of something else do not count for the second. */
    @Test
    void aDecisionTellsHowLongItTook() {
        LogEntry untimed =
                bench.session.triaging().accept(queue().get(0)).join().orElseThrow();
        assertEquals(OptionalLong.empty(), decision(untimed).millis());
        long[] now = {0};
        Attention attention = new Attention(() -> now[0]);
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        attention.on(one);
        now[0] = 3_000_000_000L;
        attention.on(one);
        assertEquals(OptionalLong.of(3000), attention.millis(one));
        assertEquals(OptionalLong.empty(), attention.millis(other));
        attention.away();
        now[0] = 5_000_000_000L;
        attention.on(other);
        now[0] = 5_250_000_000L;
        assertEquals(OptionalLong.of(250), attention.millis(other));
        CandidateGroup next = queue().get(0);
        bench.session.attention().on(next.lead().id());
        LogEntry timed = bench.session.triaging().reject(next).join().orElseThrow();
        assertTrue(decision(timed).millis().isPresent());
        assertEquals(8, decision(timed).id().version());
        bench.reopen("Anna");
        assertEquals(
                decision(timed),
                bench.session.everythingAbout(first.id()).join().decisions().get(0),
                "and still does when it is read from the file");
    }

    private static Decision decision(LogEntry entry) {
        return entry.edit().changes().stream()
                .flatMap(change -> change.after().stream())
                .filter(Decision.class::isInstance)
                .map(Decision.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsRejectedStaysSo() {
        bench.session.triaging().reject(queue().get(0)).join();
        List<Candidate> all = bench.session.triaging().read().join().candidates();
        assertEquals(
                2,
                all.stream()
                        .filter(candidate -> candidate.verdict().equals(Optional.of(Verdict.REJECTED)))
                        .count());
        assertEquals(List.of(), bench.labels().marks());
    }

    @Test
    void onlyTheNewestRunIsAsked() {
        propose(first, 2, 1.0, 2.0, 0.3);
        assertEquals(
                List.of(0.9, 0.3), queue().stream().map(CandidateGroup::score).toList());
    }

    @Test
    void aBlindRaterIsNotAsked() {
        bench.session.showOthers(false).join();
        assertEquals(List.of(), queue());
    }

    /** The frames have the brightness of their number, 2 steps of limited-range luma each; 12 a second of 25. */
    @Test
    void aLoopShowsTheMiddleOfACage() throws Exception {
        CompletableFuture<List<Picture>> come = new CompletableFuture<>();
        UUID key = UUID.randomUUID();
        bench.session.loops().onFilm((which, film) -> {
            assertEquals(key, which);
            come.complete(film);
        });
        Cage cage = bench.session.state().study().get().cagesOf(second.id()).get(1);
        bench.session.loops().wish(List.of(new Loops.Wish(key, second, cage.box(), span(0.5, 2.5))));
        List<Picture> film = come.get(60, TimeUnit.SECONDS);
        assertEquals(24, film.size(), "two seconds");
        assertEquals(64, film.get(0).width());
        assertEquals(64, film.get(0).height());
        int start = brightness(film.get(0));
        assertEquals(25 * 2 * 255 / 219.0, brightness(film.get(12)) - start, 4, "a second later");
    }

    private static int brightness(Picture picture) {
        return picture.bgra()[4 * (32 * picture.width() + 32) + 1] & 255;
    }
}
