package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.ictograph.localizer.Localizers;
import org.ictograph.model.Edit;
import org.ictograph.model.Head;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Recording;
import org.ictograph.model.Role;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.ictograph.work.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What proves a study's history to somebody who was not there. */
class ChainTest {
    @TempDir
    private Path folder;

    /** A clock whose hands somebody moves. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Luxembourg");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private StudySession open(Bench bench, SqliteStudyFiles files) {
        Workplace remembering = new Workplace(
                bench.videos,
                files,
                Localizers.withoutWeights(),
                bench.workplace.datasets(),
                List.of(),
                new Jobs(),
                Runnable::run);
        return StudySession.open(remembering, bench.file(), Optional.empty()).join();
    }

    @Test
    void anOlderFileInItsPlaceIsToldUntilAPersonGoesOn() throws Exception {
        try (Bench bench = new Bench(folder)) {
            bench.session.close();
            SqliteStudyFiles files = new SqliteStudyFiles().rememberingIn(folder.resolve("heads"));
            Path yesterday = Files.copy(bench.file(), folder.resolve("yesterday.icto"));
            Head left;
            try (StudySession session = open(bench, files)) {
                assertEquals(Optional.empty(), session.logHead().doubt().get());
                session.workAs("Ben").join();
                left = session.logHead().head().get();
            }
            try (StudySession session = open(bench, files)) {
                assertEquals(Optional.empty(), session.logHead().doubt().get());
                assertEquals(left, session.logHead().find(left.hash()).join().orElseThrow());
                CompletionException short4 = assertThrows(
                        CompletionException.class,
                        () -> session.logHead().find("abcd").join());
                assertTrue(Sentence.of(short4).contains("first 12 digits"));
            }
            Files.copy(yesterday, bench.file(), StandardCopyOption.REPLACE_EXISTING);
            try (StudySession session = open(bench, files)) {
                String doubt = session.logHead().doubt().get().orElseThrow();
                assertTrue(doubt.contains("does not contain entry " + left.sequence()), doubt);
                session.workAs("Carl").join();
            }
            try (StudySession session = open(bench, files)) {
                assertTrue(session.logHead().doubt().get().isPresent(), "work does not make it the right file");
                session.logHead().trust().join();
                assertEquals(Optional.empty(), session.logHead().doubt().get());
            }
            try (StudySession session = open(bench, files)) {
                assertEquals(Optional.empty(), session.logHead().doubt().get());
            }
            bench.session = StudySession.open(bench.workplace, bench.file(), Optional.empty())
                    .join();
        }
    }

    @Test
    void theTrailIsFilteredAndFlagsAClockThatWasSet() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Recording recording = bench.record();
            bench.session.close();
            Hands hands = new Hands();
            try (StudySession session = open(bench, new SqliteStudyFiles(hands))) {
                session.open(recording.id()).join();
                Mark mark = mark(session, 1, 0);
                session.edits().make(Edit.adding(Verb.ADD_MARK, mark)).join();
                hands.now = hands.now.minus(Duration.ofDays(365));
                session.edits()
                        .make(Edit.changing(Verb.CHANGE_MARK, mark, mark.withNote("=1+1")))
                        .join();
                hands.now = hands.now.plus(Duration.ofDays(3650));
                session.edits()
                        .make(Edit.adding(Verb.ADD_MARK, mark(session, 2, 1_000_000)))
                        .join();

                List<TrailLine> all = lines(session, TrailFilter.ALL);
                assertEquals(session.logHead().head().get().sequence(), all.size());
                int last = all.size() - 1;
                assertEquals(
                        Set.of(Anomaly.CLOCK_BACK, Anomaly.CLOCK_JUMP),
                        all.get(last - 1).anomalies());
                assertEquals(Set.of(Anomaly.CLOCK_JUMP), all.get(last).anomalies());
                assertEquals(
                        3,
                        lines(session, verbs(Verb.ADD_MARK, Verb.CHANGE_MARK)).size());
                TrailFilter animal = new TrailFilter(
                        Optional.empty(),
                        Optional.of("70-2"),
                        Optional.empty(),
                        Set.of(Verb.ADD_MARK),
                        Optional.empty(),
                        Optional.empty());
                assertEquals(1, lines(session, animal).size());
                TrailFilter lastYear = new TrailFilter(
                        Optional.of("Anna"),
                        Optional.empty(),
                        Optional.of(recording.name()),
                        Set.of(),
                        Optional.of(Instant.parse("2025-11-01T00:00:00Z")),
                        Optional.of(Instant.parse("2025-12-01T00:00:00Z")));
                assertEquals(
                        List.of(Verb.CHANGE_MARK),
                        lines(session, lastYear).stream()
                                .map(line -> line.logged().entry().edit().verb())
                                .toList());
            }
            bench.session = StudySession.open(bench.workplace, bench.file(), Optional.empty())
                    .join();
        }
    }

    private static TrailFilter verbs(Verb... verbs) {
        return new TrailFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(verbs),
                Optional.empty(),
                Optional.empty());
    }

    private static List<TrailLine> lines(StudySession session, TrailFilter filter) {
        List<TrailLine> lines = new ArrayList<>();
        session.chronicle().trail(filter, lines::add).result().join();
        return lines;
    }

    private static Mark mark(StudySession session, int position, long start) {
        UUID rater = session.state().rater().get().id();
        Recording recording = session.state().recording().get().orElseThrow();
        return Mark.byHand(
                recording.id(),
                session.state().cages().get(position - 1).id(),
                rater,
                "seizure",
                new Span(start, start + 500_000));
    }

    @Test
    void afterSigningAReasonIsAskedForOnceAndUndoSurvivesARestart() throws Exception {
        try (Bench bench = new Bench(folder)) {
            Recording recording = bench.record();
            Mark first = mark(bench.session, 1, 0);
            bench.session.edits().make(Edit.adding(Verb.ADD_MARK, first)).join();
            bench.session.signing().sign(recording.id(), Meaning.REVIEWED).join();
            CompletionException refused = assertThrows(
                    CompletionException.class,
                    () -> bench.session.edits().undo().join());
            assertTrue(Sentence.of(refused).contains("say why it is changed"));
            bench.reopen("Anna");
            List<String> asked = new ArrayList<>();
            bench.session.edits().reasons().asking(() -> {
                asked.add("?");
                return java.util.concurrent.CompletableFuture.completedFuture(Optional.of("a wrong cage"));
            });
            LogEntry undone = bench.session.edits().undo().join().orElseThrow();
            assertEquals("a wrong cage", undone.edit().reason());
            assertEquals(List.of(), bench.labels().marks());
            bench.session.edits().redo().join();
            assertEquals(List.of(first), bench.labels().marks());
            assertEquals(List.of("?"), asked, "once for the recording");
            List<Signed> signed = bench.session.signing().under(recording.id()).join();
            assertEquals(List.of(true), signed.stream().map(Signed::valid).toList());
            bench.session.edits().undo().join();
            signed = bench.session.signing().under(recording.id()).join();
            assertEquals(List.of(false), signed.stream().map(Signed::valid).toList());
        }
    }

    @Test
    void theOwnerGivesRoles() throws Exception {
        try (Bench bench = new Bench(folder)) {
            UUID ben = bench.session.workAs("Ben").join().id();
            bench.session.workAs("Anna").join();
            bench.session.signing().give(ben, Role.OPERATOR).join();
            assertEquals(Role.OPERATOR, bench.session.state().study().get().roleOf(ben));
            bench.session.workAs("Ben").join();
            CompletionException refused = assertThrows(
                    CompletionException.class,
                    () -> bench.session.signing().give(ben, Role.OWNER).join());
            assertTrue(Sentence.of(refused).contains("may not give roles"));
        }
    }
}
