package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.ictograph.model.Assigned;
import org.ictograph.model.Assignment;
import org.ictograph.model.Assignment.Hidden;
import org.ictograph.model.Assignment.Planted;
import org.ictograph.model.Assignment.Window;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Mark;
import org.ictograph.model.Rater;
import org.ictograph.model.Span;
import org.ictograph.model.Submission;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StoreException.Trouble;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed in for an assignment stays as it was, in the study and on its way from a package. */
class SealsTest {
    private final Lab lab = new Lab();
    private final Assignment assignment = new Assignment(
            UUID.randomUUID(),
            lab.ben.id(),
            List.of(new Window(lab.recording.id(), new Span(0, 60_000_000))),
            EnumSet.allOf(Hidden.class),
            7,
            List.of());
    private final Mark inside = bens(5_000_000);
    private final Mark outside = bens(90_000_000);
    private final Coverage seen = new Coverage(
            UUID.randomUUID(),
            lab.ben.id(),
            lab.recording.id(),
            lab.cage.id(),
            new Span(0, 60_000_000),
            Coverage.Seen.REVIEWED,
            1);

    @TempDir
    private Path folder;

    private StudyStore home;
    private StudyStore away;
    private Path submission;

    @BeforeEach
    void assign() throws Exception {
        home = lab.createFilled(folder.resolve("home.icto"));
        by(home, lab.anna, Edit.adding(Verb.ADD_MARK, lab.mark.withNote("ANNAS-SECRET")));
        by(home, lab.anna, Edit.adding(Verb.ASSIGN, assignment));
        away = giveOut("away.icto", lab.emptyCage);
        submission = folder.resolve("ben.ictobundle");
    }

    private StudyStore giveOut(String name, Cage second) throws StoreException {
        StudyStore made = new SqliteStudyFiles(Lab.CLOCK)
                .create(folder.resolve(name), "Review", lab.protocol, new Rater(lab.ben.id(), lab.ben.name()));
        by(
                made,
                lab.ben,
                Edit.adding(
                        Verb.ASSIGN,
                        lab.recording,
                        lab.cage.withSubject(java.util.Optional.empty()),
                        second,
                        assignment));
        return made;
    }

    @AfterEach
    void close() {
        home.close();
        away.close();
    }

    private Mark bens(long start) {
        return Mark.byHand(
                lab.recording.id(), lab.cage.id(), lab.ben.id(), "seizure", new Span(start, start + 2_000_000));
    }

    private static void by(StudyStore store, Rater rater, Edit edit) throws StoreException {
        var unused = store.commit(rater.id(), edit, OptionalLong.empty(), List.of());
    }

    private static String refusal(StudyStore store, Rater rater, Edit edit) throws StoreException {
        return String.valueOf(refused(store, rater, edit).getMessage());
    }

    private static StoreException refused(StudyStore store, Rater rater, Edit edit) throws StoreException {
        long before = store.head().sequence();
        StoreException refused = assertThrows(StoreException.class, () -> by(store, rater, edit));
        assertEquals(before, store.head().sequence());
        return refused;
    }

    private void rate(StudyStore store) throws StoreException {
        by(store, lab.ben, Edit.adding(Verb.ADD_MARK, inside));
        by(store, lab.ben, Edit.adding(Verb.ADD_MARK, outside));
        by(store, lab.ben, Edit.adding(Verb.COVER, seen));
    }

    private Edit submitting() {
        return Edit.adding(Verb.SUBMIT, Submission.of(assignment, Instant.EPOCH));
    }

    private Assigned only() throws StoreException {
        return home.assignments().get(0);
    }

    @Test
    void nobodyIsShownAnothersLabelsBeforeTheSeal() throws Exception {
        rate(home);
        UUID recording = lab.recording.id();
        assertEquals(
                List.of("ANNAS-SECRET"),
                home.marks(Viewer.sighted(lab.anna.id()), recording).stream()
                        .map(Mark::note)
                        .filter(note -> !note.isEmpty())
                        .toList());
        assertEquals(1, home.marks(Viewer.sighted(lab.anna.id()), recording).size());
        assertEquals(
                List.of(inside, outside), home.marks(Viewer.sighted(lab.ben.id()), recording), "only what is Ben's");
        assertEquals(3, home.marks(Viewer.PROGRAM, recording).size());
        by(home, lab.ben, submitting());
        assertEquals(3, home.marks(Viewer.sighted(lab.ben.id()), recording).size());
        assertEquals(2, home.marks(Viewer.blind(lab.ben.id()), recording).size());
    }

    @Test
    void aSealedSetIsAmendedOnlyWithAReason() throws Exception {
        rate(home);
        long before = home.head().sequence();
        String head = home.head().hash();
        by(home, lab.ben, submitting());
        Submission sealed = only().submission().orElseThrow();
        assertEquals(before, sealed.head().sequence());
        assertEquals(head, sealed.head().hash());
        assertTrue(only().asSealed());
        for (Edit silent : List.of(
                Edit.changing(Verb.CHANGE_MARK, inside, inside.withNote("later")),
                Edit.removing(Verb.DELETE_MARK, inside),
                Edit.adding(Verb.ADD_MARK, bens(20_000_000)),
                Edit.removing(Verb.UNCOVER, seen))) {
            assertEquals(
                    Trouble.NEEDS_REASON,
                    refused(home, lab.ben, silent).trouble(),
                    () -> silent.verb().name());
        }
        by(home, lab.ben, Edit.changing(Verb.CHANGE_MARK, outside, outside.withNote("not in a window")));
        assertTrue(only().asSealed());
        by(
                home,
                lab.ben,
                Edit.changing(Verb.CHANGE_MARK, inside, inside.withNote("later"))
                        .because("seen again"));
        assertFalse(only().asSealed(), "amended");
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aSealIsOfTheRaterAndForGood() throws Exception {
        rate(home);
        assertTrue(refusal(home, lab.anna, submitting()).contains("Only the rater"));
        assertTrue(refusal(
                        home,
                        lab.ben,
                        Edit.adding(
                                Verb.ASSIGN,
                                new Assignment(
                                        UUID.randomUUID(),
                                        lab.ben.id(),
                                        assignment.windows(),
                                        assignment.hides(),
                                        1,
                                        List.of())))
                .contains("may not make assignments"));
        by(home, lab.ben, submitting());
        Submission sealed = only().submission().orElseThrow();
        assertTrue(refusal(home, lab.ben, submitting()).contains("submitted already"));
        for (Edit undoing : List.of(
                Edit.removing(Verb.SUBMIT, sealed),
                Edit.changing(Verb.SUBMIT, sealed, sealed.over("0".repeat(64), sealed.head())),
                Edit.removing(Verb.ASSIGN, assignment))) {
            assertTrue(refusal(home, lab.anna, undoing).contains("stay as they were made"));
        }
    }

    @Test
    void theOwnerWithdrawsWhatIsNotSubmitted() throws Exception {
        Assignment planted = new Assignment(
                UUID.randomUUID(),
                lab.ben.id(),
                assignment.windows(),
                assignment.hides(),
                8,
                List.of(new Planted(lab.recording.id(), lab.cage.id(), "seizure", new Span(0, 1_000_000))));
        by(home, lab.anna, Edit.adding(Verb.ASSIGN, planted));
        rate(home);
        assertTrue(refusal(home, lab.ben, Edit.removing(Verb.WITHDRAW, planted.untold()))
                .contains("may not"));
        assertTrue(
                refusal(home, lab.anna, Edit.removing(Verb.WITHDRAW, lab.mark)).contains("Only an assignment"));
        by(home, lab.anna, Edit.removing(Verb.WITHDRAW, planted.untold()));
        by(home, lab.anna, Edit.removing(Verb.WITHDRAW, assignment));
        assertEquals(List.of(), home.duties());
        assertEquals(
                3, home.marks(Viewer.sighted(lab.anna.id()), lab.recording.id()).size(), "Ben's are still there");
        assertEquals(List.of(), home.verify(Progress.NONE), "the log tells what was planted in what was taken away");
    }

    @Test
    void whatWasSubmittedIsNotWithdrawn() throws Exception {
        by(home, lab.ben, submitting());
        assertTrue(refusal(home, lab.anna, Edit.removing(Verb.WITHDRAW, assignment))
                .contains("that is not submitted"));
    }

    @Test
    void whatIsDoneToTheFileIsFound() throws Exception {
        rate(home);
        by(home, lab.ben, submitting());
        home.close();
        for (String attack : List.of(
                "UPDATE mark SET end_micros = end_micros + 1 WHERE id = '" + inside.id() + "'",
                "UPDATE coverage SET end_micros = end_micros + 1 WHERE id = '" + seen.id() + "'",
                "UPDATE submission SET work = replace(work, substr(work, 1, 1), 'x')",
                "UPDATE submission SET submitted_at = '1999-01-01T00:00:00Z'",
                "UPDATE assignment SET seed = 8",
                "DELETE FROM submission")) {
            Path file = folder.resolve("tampered.icto");
            Files.deleteIfExists(file);
            Files.copy(folder.resolve("home.icto"), file);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                assertEquals(1, statement.executeUpdate(attack), attack);
            }
            try (StudyStore store = new SqliteStudyFiles(Lab.CLOCK).open(file)) {
                List<String> faults = store.verify(Progress.NONE);
                String table = attack.replaceAll("^(UPDATE|DELETE FROM) (\\w+).*", "$2");
                assertTrue(faults.stream().anyMatch(fault -> fault.contains("Table " + table)), faults::toString);
            }
        }
        home = new SqliteStudyFiles(Lab.CLOCK).open(folder.resolve("home.icto"));
    }

    @Test
    void aSubmissionComesHome() throws Exception {
        rate(away);
        by(away, lab.ben, submitting());
        by(away, lab.ben, Edit.removing(Verb.DELETE_MARK, inside).because("after the seal"));
        away.handOver(lab.ben.id(), submission);
        by(home, lab.anna, home.received(submission));
        assertEquals(List.of(inside, outside), home.marks(Viewer.blind(lab.ben.id()), lab.recording.id()), "as sealed");
        assertTrue(only().asSealed());
        assertEquals(away.assignments().get(0).submission(), only().submission());
        assertEquals(List.of(), home.verify(Progress.NONE));
        assertTrue(refusal(home, lab.anna, home.received(submission)).contains("submitted already"));
        assertEquals(
                Trouble.NEEDS_REASON,
                refused(home, lab.ben, Edit.removing(Verb.DELETE_MARK, inside)).trouble());
    }

    @Test
    void aSubmissionThatWasTouchedIsNamed() throws Exception {
        rate(away);
        away.handOver(lab.ben.id(), submission);
        assertRefused("it was not submitted");
        by(away, lab.ben, submitting());
        away.handOver(lab.ben.id(), submission);
        List<String> lines = Files.readAllLines(submission);
        UnaryOperator<String> relabel = line -> line.replace("seizure", "staring");
        attack("was changed", BundleLines.edited(lines, 3, relabel));
        attack(
                "its checksum is another",
                BundleLines.edited(lines, lines.size() - 1, line -> "{\"sha256\":\"" + "0".repeat(64) + "\"}"));
        attack("was changed", BundleLines.proven(BundleLines.edited(lines, 3, relabel)));
        attack("does not follow", BundleLines.proven(BundleLines.without(lines, 3)));
        attack("its end is missing", lines.subList(0, lines.size() - 1));
        attack("is missing", BundleLines.proven(BundleLines.without(lines, lines.size() - 2)));
        Files.write(submission, lines);
        by(home, lab.ben, Edit.adding(Verb.ADD_MARK, bens(30_000_000)));
        assertTrue(refusal(home, lab.anna, home.received(submission)).contains("not the one that was sealed"));
    }

    @Test
    void aSubmissionForAnotherAssignmentIsNamed() throws Exception {
        by(away, lab.ben, Edit.adding(Verb.ADD_MARK, inside));
        Assignment other = new Assignment(
                UUID.randomUUID(),
                lab.ben.id(),
                assignment.windows(),
                assignment.hides(),
                assignment.seed(),
                List.of());
        by(away, lab.ben, Edit.adding(Verb.ASSIGN, other));
        by(away, lab.ben, Edit.adding(Verb.SUBMIT, Submission.of(other, Instant.EPOCH)));
        away.handOver(lab.ben.id(), submission);
        assertRefused("it answers no assignment of this study");
    }

    @Test
    void aCageThatWasMovedIsNamed() throws Exception {
        Edit moving = Edit.changing(
                Verb.DRAW_CAGES, lab.emptyCage, lab.emptyCage.withBox(new org.ictograph.model.Box(0, 0, 10, 10)));
        assertTrue(refusal(away, lab.ben, moving).contains("stay as they are"));
        away.close();
        away = giveOut("moved.icto", lab.emptyCage.withBox(new org.ictograph.model.Box(0, 0, 10, 10)));
        by(away, lab.ben, submitting());
        away.handOver(lab.ben.id(), submission);
        assertRefused("cage 2 of recording Feb-1 · M2U00244 is drawn elsewhere");
    }

    private void attack(String named, List<String> lines) throws Exception {
        Files.write(submission, lines);
        assertRefused(named);
    }

    private void assertRefused(String named) throws StoreException {
        long before = home.head().sequence();
        StoreException refusal = assertThrows(StoreException.class, () -> home.received(submission));
        assertTrue(String.valueOf(refusal.getMessage()).contains(named), refusal.getMessage());
        assertEquals(before, home.head().sequence());
    }
}
