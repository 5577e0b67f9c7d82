package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ictograph.measure.AgreementParameters;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.session.Assigning.Drawn;
import org.ictograph.session.Assigning.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second rating from the assignment to the comparison, within the study and by a package. */
class AssigningTest {
    private static final String MARKER = "M4RK3R";
    /** An animal's name, which by chance also stands within ids of things. */
    private static final Pattern ANIMAL = Pattern.compile("(?<![0-9a-f-])70-[12](?![0-9a-f-])");

    @TempDir
    Path folder;

    private Bench bench;
    private Recording recording;
    private Rater anna;
    private Rater ben;

    @BeforeEach
    void rateOnce() throws Exception {
        bench = new Bench(folder);
        recording = bench.record();
        anna = bench.session.state().rater().get();
        bench.session
                .marking()
                .add(bench.cage(1).id(), "seizure", new Span(400_000, 1_200_000))
                .join();
        ben = bench.session.workAs("Ben").join();
        bench.session.workAs("Anna").join();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Assignment assign() {
        Assigning assigning = bench.session.assigning();
        Drawn drawn = assigning.draw(new Wish(List.of(recording), 1, 0, 0, 3)).join();
        return assigning.assign(ben, drawn, EnumSet.allOf(Hidden.class)).join();
    }

    @Test
    void nothingIsComparedOrToldBeforeTheSeal() {
        assign();
        bench.session.showOthers(true).join();
        var early = bench.session.agreeing().compare(anna, ben, AgreementParameters.standard());
        CompletionException refusal = assertThrows(CompletionException.class, early.result()::join);
        assertTrue(Sentence.of(refusal).contains("still being rated blind"));
        bench.session.workAs("Ben").join();
        bench.session.showOthers(true).join();
        assertEquals(List.of(), bench.labels().marks());
        assertFalse(bench.session.state().sighted().get());
        long told = bench.session
                .chronicle()
                .trail(TrailFilter.ALL, line -> {})
                .result()
                .join();
        bench.session
                .marking()
                .add(bench.cage(1).id(), "seizure", new Span(480_000, 1_280_000))
                .join();
        Submission sealed = bench.session.assigning().submit().join();
        assertEquals(64, sealed.work().length());
        bench.session.showOthers(true).join();
        assertEquals(2, bench.labels().marks().size());
        assertTrue(
                bench.session
                                .agreeing()
                                .compare(anna, ben, AgreementParameters.standard())
                                .result()
                                .join()
                                .report()
                                .reviewedSeconds()
                        == 0,
                "nobody declared anything reviewed");
        assertTrue(bench.session
                        .chronicle()
                        .trail(TrailFilter.ALL, line -> {})
                        .result()
                        .join()
                > told + 2);
        assertThrows(
                CompletionException.class,
                () -> bench.session.assigning().submit().join());
    }

    @Test
    void aPackageWithoutItsVideoIsRefusedAndNothingIsLeft() throws Exception {
        Assignment assignment = assign();
        Path video =
                bench.session.recordings().located(recording, recording.files().get(0));
        bench.move(video, folder.resolve("elsewhere.mp4"));
        Path wanted = folder.resolve("for Ben");
        var packing = bench.session.assigning().pack(assignment, wanted);
        String told = Sentence.of(assertThrows(CompletionException.class, packing.result()::join));
        assertTrue(told.contains(String.valueOf(video.getFileName())), told);
        assertTrue(told.contains("relink it"), told);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.map(Path::toString)
                            .filter(name -> name.contains("for Ben") || name.endsWith(".package.new"))
                            .toList());
        }
    }

    @Test
    void aPackageHoldsNothingThatWasHidden() throws Exception {
        Mark mark = bench.labels().marks().get(0);
        bench.session
                .marking()
                .change(mark.id(), one -> one.withNote(MARKER + " note"))
                .join();
        Subject rat = bench.session.state().study().get().subjects().get(0);
        bench.session
                .recordings()
                .change(new Subject(rat.id(), MARKER + " id", MARKER, MARKER + " group", MARKER))
                .join();
        bench.session
                .recordings()
                .change(recording.described(
                        MARKER + " name", Optional.of(Instant.parse("2019-02-01T13:12:04Z")), MARKER))
                .join();
        Path file = bench.session
                .assigning()
                .pack(assign(), folder.resolve("for Ben"))
                .result()
                .join();
        bench.session.close();
        bench.session =
                StudySession.open(bench.workplace, file, Optional.empty()).join();
        Recording stripped = bench.session.state().study().get().recordings().get(0);
        assertEquals("Recording 1", stripped.name());
        assertEquals(Optional.empty(), stripped.startedAt());
        bench.session.open(stripped.id()).join();
        bench.session.showOthers(true).join();
        assertEquals(List.of(), bench.labels().marks());
        bench.session
                .marking()
                .add(bench.cage(1).id(), "seizure", new Span(480_000, 1_280_000))
                .join();
        bench.session.assigning().submit().join();
        Path answer = folder.resolve("for Ben/ben.ictobundle");
        bench.session.merging().handOver("Ben", answer).join();
        int looked = 0;
        try (Stream<Path> all = Files.walk(folder.resolve("for Ben"))) {
            for (Path one : all.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(one, StandardCharsets.ISO_8859_1);
                assertFalse((one + bytes).contains(MARKER), one::toString);
                assertFalse(bytes.contains("Anna") || ANIMAL.matcher(bytes).find(), one::toString);
                assertFalse(String.valueOf(one.getFileName()).contains("video ä"), one::toString);
                looked++;
            }
        }
        assertTrue(looked >= 3, "study, video and answer were looked at");
        bench.reopenWithoutVideo();
        bench.session.assigning().receive(answer).join();
        assertTrue(bench.session.assigning().all().join().get(0).submission().isPresent());
        assertEquals(
                2, bench.session.everythingAbout(recording.id()).join().marks().size());
        assertEquals(
                List.of(),
                bench.session.verify(org.ictograph.work.Progress.NONE).join());
    }

    /** Puts a seizure into the consensus. */
    private void agree(UUID cage, Span span) {
        Mark known = bench.labels().marks().get(0);
        bench.session
                .edits()
                .make(Edit.adding(
                        Verb.SETTLE_CONSENSUS,
                        new Mark(
                                UUID.randomUUID(),
                                recording.id(),
                                cage,
                                anna.id(),
                                Layer.CONSENSUS,
                                "seizure",
                                span,
                                known.stage(),
                                known.certainty(),
                                known.visibility(),
                                "",
                                new Origin(Origin.Kind.ADJUDICATION, List.of(known.id())))))
                .join();
    }

    @Test
    void onlyTheWindowsThatWereAskedForArePlanted() {
        UUID cage = bench.cage(1).id();
        agree(cage, new Span(400_000, 500_000));
        agree(cage, new Span(1_400_000, 1_500_000));
        agree(cage, new Span(2_400_000, 2_500_000));
        for (long start : List.of(1_400_000L, 2_400_000L)) {
            bench.session
                    .marking()
                    .add(cage, "seizure", new Span(start, start + 100_000))
                    .join();
        }
        for (long seed = 1; seed <= 20; seed++) {
            Drawn drawn = bench.session
                    .assigning()
                    .draw(new Wish(List.of(recording), 1, 300_000, 1, seed))
                    .join();
            assertTrue(drawn.windows().size() >= 3, "each of the three is in a window of its own");
            assertEquals(1, drawn.planted().size());
            assertEquals(1, Assignment.planted(drawn.windows(), drawn.planted()).size());
        }
    }

    @Test
    void aPlantedWindowCountsOnceAndIsFoundWhenAllThatIsInItIs() {
        UUID cage = bench.cage(1).id();
        UUID other = bench.cage(2).id();
        agree(cage, new Span(400_000, 1_200_000));
        agree(other, new Span(1_400_000, 2_000_000));
        Assigning assigning = bench.session.assigning();
        Drawn drawn = assigning.draw(new Wish(List.of(recording), 1, 0, 1, 3)).join();
        assertEquals(2, drawn.planted().size());
        assigning.assign(ben, drawn, EnumSet.noneOf(Hidden.class)).join();
        bench.session.workAs("Ben").join();
        bench.session
                .marking()
                .add(cage, "seizure", new Span(480_000, 1_280_000))
                .join();
        assigning.submit().join();
        DutyStanding one = assigning.standings().join().get(0);
        assertEquals(1, one.planted());
        assertEquals(Optional.of(0), one.found());
        bench.session
                .edits()
                .make(Edit.adding(
                                Verb.ADD_MARK,
                                Mark.byHand(recording.id(), other, ben.id(), "seizure", new Span(1_480_000, 2_000_000)))
                        .because("seen late"))
                .join();
        assertEquals(Optional.of(1), assigning.standings().join().get(0).found());
    }

    @Test
    void whatWasPlantedIsToldAfterTheSealAndAmendmentsAreListed() {
        UUID cage = bench.cage(1).id();
        agree(cage, bench.labels().marks().get(0).span());
        Assigning assigning = bench.session.assigning();
        Drawn drawn = assigning.draw(new Wish(List.of(recording), 1, 0, 1, 3)).join();
        assertEquals(1, drawn.planted().size());
        Assignment made =
                assigning.assign(ben, drawn, EnumSet.noneOf(Hidden.class)).join();
        assertEquals(made.untold(), assigning.all().join().get(0).assignment());
        DutyStanding before = assigning.standings().join().get(0);
        assertFalse(before.begun());
        assertEquals(Optional.empty(), before.found());
        bench.session.workAs("Ben").join();
        bench.session
                .marking()
                .add(cage, "seizure", new Span(480_000, 1_280_000))
                .join();
        Mark late = bench.labels().marks().get(0);
        bench.session
                .reviewing()
                .declare(bench.session.state().cages().stream().map(Cage::id).toList(), recording.span())
                .join();
        DutyStanding seen = assigning.standings().join().get(0);
        assertTrue(seen.begun());
        assertEquals(List.of(), seen.left());
        assigning.submit().join();
        DutyStanding after = assigning.standings().join().get(0);
        assertEquals(Optional.of(1), after.found());
        assertEquals(List.of(), assigning.amendments(after.assigned()).result().join());
        bench.session
                .edits()
                .make(Edit.removing(Verb.DELETE_MARK, late).because("no seizure after all"))
                .join();
        DutyStanding amended = assigning.standings().join().get(0);
        assertFalse(amended.assigned().asSealed());
        assertEquals(Optional.of(0), amended.found());
        assertEquals(
                List.of("no seizure after all"),
                assigning.amendments(amended.assigned()).result().join().stream()
                        .map(entry -> entry.edit().reason())
                        .toList());
    }

    @Test
    void whoRatesBlindMeetsOtherNamesInTheSameStudy() {
        bench.session
                .recordings()
                .change(recording.described("Feb-1", Optional.of(Instant.parse("2019-02-01T13:12:04Z")), "UTC"))
                .join();
        assign();
        bench.session.workAs("Ben").join();
        var study = bench.session.state().study().get();
        assertEquals("Recording 1", study.recordings().get(0).name());
        assertEquals(Optional.empty(), study.recordings().get(0).startedAt());
        assertTrue(study.recordings().get(0).files().get(0).path().startsWith("video-1-1"));
        assertEquals(List.of(), study.subjects());
        assertTrue(study.cages().stream().allMatch(cage -> cage.subjectId().isEmpty()));
        assertFalse(bench.session.recordings().missing(study.recordings().get(0)), "its files are found nevertheless");
        bench.session.open(recording.id()).join();
        var renaming =
                bench.session.recordings().change(study.recordings().get(0).described("other", Optional.empty(), ""));
        assertThrows(CompletionException.class, renaming::join, "a name that is none is never stored");
        bench.session.workAs("Anna").join();
        assertEquals(
                "Feb-1", bench.session.state().study().get().recordings().get(0).name());
    }

    @Test
    void aMixHoldsWindowsWithAndWithoutEventsAndTheSeedDecides() {
        UUID id = recording.id();
        List<Span> events = Stream.iterate(0L, i -> i + 1)
                .limit(10)
                .map(i -> new Span(i * 600_000_000 + 7_000_000, i * 600_000_000 + 40_000_000))
                .toList();
        WindowDraw.Source source = new WindowDraw.Source(id, 7_200_000_000L, events);
        List<Window> drawn = new WindowDraw(120_000_000, 5).draw(List.of(source), 6);
        assertEquals(12, drawn.size());
        assertEquals(
                6,
                drawn.stream()
                        .filter(window -> events.stream().anyMatch(window.span()::overlaps))
                        .count());
        assertTrue(drawn.stream().allMatch(window -> window.span().end() <= 7_200_000_000L));
        assertEquals(drawn, new WindowDraw(120_000_000, 5).draw(List.of(source), 6));
        assertFalse(drawn.equals(new WindowDraw(120_000_000, 6).draw(List.of(source), 6)));
    }
}
