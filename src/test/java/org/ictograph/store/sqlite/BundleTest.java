package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Assignment;
import org.ictograph.model.Conflict;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.LabelKind;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Span;
import org.ictograph.model.Subject;
import org.ictograph.model.Submission;
import org.ictograph.model.TakenIn;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.work.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two copies of a study: Anna's at home, Ben's away, whose work comes back as a bundle. */
class BundleTest {
    private final Lab lab = new Lab();

    @TempDir
    private Path folder;

    private Path homeFile = Path.of("");
    private Path bundle = Path.of("");
    private StudyStore home;
    private StudyStore away;

    @BeforeEach
    void copy() throws Exception {
        homeFile = folder.resolve("home.icto");
        bundle = folder.resolve("ben.ictobundle");
        try (StudyStore store = lab.createFilled(homeFile)) {
            lab.label(store);
        }
        away = open(Files.copy(homeFile, folder.resolve("away.icto")));
        home = open(homeFile);
    }

    private static StudyStore open(Path file) throws StoreException {
        return new SqliteStudyFiles(Lab.CLOCK).open(file);
    }

    @AfterEach
    void close() {
        home.close();
        away.close();
    }

    private LogEntry by(Rater rater, StudyStore store, Edit edit) throws StoreException {
        return store.commit(rater.id(), edit, OptionalLong.empty(), List.of());
    }

    private Mark bens(long start) {
        return Mark.byHand(
                lab.recording.id(), lab.cage.id(), lab.ben.id(), "rearing", new Span(start, start + 1_000_000));
    }

    private TakenIn takeIn() throws StoreException {
        away.handOver(lab.ben.id(), bundle);
        return home.takeIn(lab.anna.id(), bundle, false);
    }

    @Test
    void anEditComesWithItsMakerItsMomentAndItsReason() throws Exception {
        Mark mark = bens(1);
        LogEntry made = by(lab.ben, away, Edit.adding(Verb.ADD_MARK, mark).because("seen"));
        long before = home.head().sequence();
        TakenIn dry = new TakenIn(lab.ben.name(), 1, 0, 0);
        away.handOver(lab.ben.id(), bundle);
        assertEquals(dry.fresh(), home.takeIn(lab.anna.id(), bundle, true).fresh());
        assertEquals(before, home.head().sequence(), "a dry run changes nothing");
        assertEquals(1, home.takeIn(lab.anna.id(), bundle, false).fresh());
        assertEquals(0, home.takeIn(lab.anna.id(), bundle, false).fresh(), "the second time");
        LogEntry entry = home.log(before, 10).get(0);
        assertEquals(Optional.of(made.hash()), entry.origin());
        assertEquals(made.at(), entry.at());
        assertEquals(made.raterId(), entry.raterId());
        assertEquals("seen", entry.edit().reason());
        assertTrue(home.marks(Viewer.PROGRAM, lab.recording.id()).contains(mark));
        assertEquals(1, home.log(before, 10).size());
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aBundleHoldsNoWorkThatHasNothingToDoWithIt() throws Exception {
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, bens(1)));
        Mark secret = Mark.byHand(lab.recording.id(), lab.cage.id(), lab.anna.id(), "tonic extension", new Span(7, 8));
        by(lab.anna, away, Edit.adding(Verb.ADD_MARK, secret.withNote("for Anna's eyes")));
        takeIn();
        assertFalse(Files.readString(bundle).contains("for Anna's eyes"));
        assertFalse(Files.readString(bundle).contains(lab.mark.id().toString()), "what Anna marked before");
        assertFalse(home.marks(Viewer.PROGRAM, lab.recording.id()).contains(secret));
    }

    @Test
    void workOnANewRecordingBringsTheRecordingAndItsCage() throws Exception {
        UUID recording = UUID.randomUUID();
        var film = new org.ictograph.model.Recording(
                recording,
                "New",
                lab.recording.files(),
                640,
                480,
                9,
                180_000_000,
                org.ictograph.model.SpanSet.EMPTY,
                Optional.empty(),
                "UTC");
        var cage = new org.ictograph.model.Cage(
                UUID.randomUUID(),
                recording,
                1,
                new org.ictograph.model.Box(0, 0, 20, 20),
                Optional.empty(),
                Optional.empty());
        by(lab.anna, away, Edit.adding(Verb.ADD_RECORDING, film, cage));
        Mark mark = Mark.byHand(recording, cage.id(), lab.ben.id(), "rearing", new Span(1, 2));
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, mark));
        takeIn();
        assertEquals(List.of(mark), home.marks(Viewer.PROGRAM, recording));
        assertTrue(Files.readString(bundle).contains("Größe.mp4"), "the files of the recording are named");
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void theSameMarkChangedTwiceIsAConflictUntilSomebodyDecides() throws Exception {
        Mark here = lab.bensMark.withLabel("rearing");
        Mark there = lab.bensMark.withNote("on the left");
        by(lab.anna, home, Edit.changing(Verb.CHANGE_MARK, lab.bensMark, here));
        by(lab.ben, away, Edit.changing(Verb.CHANGE_MARK, lab.bensMark, there));
        assertEquals(1, takeIn().conflicts());
        Conflict conflict = home.conflicts(Viewer.PROGRAM).get(0);
        assertEquals(Conflict.Kind.FORK, conflict.kind());
        assertEquals(
                java.util.Set.of(Optional.of(here), Optional.of(there)),
                new java.util.HashSet<>(conflict.versions().stream()
                        .map(Conflict.Version::value)
                        .toList()));
        assertTrue(home.marks(Viewer.PROGRAM, lab.recording.id())
                .contains((Mark) conflict.held().value().orElseThrow()));
        assertEquals(List.of(), home.conflicts(Viewer.blind(UUID.randomUUID())), "a blind rater sees no such values");

        Mark shown = (Mark) conflict.held().value().orElseThrow();
        by(lab.anna, home, Edit.changing(Verb.CHANGE_MARK, shown, shown.withStage("4 rearing")));
        assertEquals(1, home.conflicts(Viewer.PROGRAM).size(), "an edit is no decision");

        Conflict still = home.conflicts(Viewer.PROGRAM).get(0);
        Conflict.Version other = still.versions().get(1);
        LogEntry decision = by(lab.anna, home, still.decide(other));
        assertTrue(home.marks(Viewer.PROGRAM, lab.recording.id())
                .contains((Mark) other.value().orElseThrow()));
        assertEquals(List.of(), home.conflicts(Viewer.PROGRAM));
        assertEquals(0, home.takeIn(lab.anna.id(), bundle, false).conflicts(), "nor does it come back");

        home.commit(lab.anna.id(), decision.edit().inverse(), OptionalLong.of(decision.sequence()), List.of());
        assertEquals(List.of(still), home.conflicts(Viewer.PROGRAM), "a decision taken back is none");
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aCageThatOthersWorkNeedsIsKept() throws Exception {
        by(lab.anna, home, Edit.removing(Verb.COVER, lab.coverage));
        by(lab.anna, home, Edit.removing(Verb.DRAW_CAGES, lab.emptyCage));
        by(
                lab.ben,
                away,
                Edit.adding(
                        Verb.ADD_MARK,
                        Mark.byHand(lab.recording.id(), lab.emptyCage.id(), lab.ben.id(), "rearing", new Span(1, 2))));
        assertEquals(1, takeIn().fresh());
        Conflict conflict = home.conflicts(Viewer.PROGRAM).get(0);
        assertEquals(Conflict.Kind.KEPT, conflict.kind());
        assertEquals(Optional.of(lab.emptyCage), conflict.held().value());
        assertThrows(
                StoreException.class,
                () -> by(lab.anna, home, conflict.decide(conflict.versions().get(1))));
        by(lab.anna, home, conflict.decide(conflict.held()));
        assertEquals(List.of(), home.conflicts(Viewer.PROGRAM));
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void anAssignmentThatWasWithdrawnHereAndSubmittedElsewhereIsKept() throws Exception {
        Assignment assignment = new Assignment(
                UUID.randomUUID(),
                lab.ben.id(),
                List.of(new Assignment.Window(lab.recording.id(), new Span(0, 1_000_000))),
                Set.of(),
                1,
                List.of());
        by(lab.anna, home, Edit.adding(Verb.ASSIGN, assignment));
        home.handOver(lab.anna.id(), bundle);
        var given = away.takeIn(lab.ben.id(), bundle, false);
        assertTrue(given.fresh() > 0);
        by(lab.anna, home, Edit.removing(Verb.WITHDRAW, assignment));
        by(lab.ben, away, Edit.adding(Verb.SUBMIT, Submission.of(assignment, Instant.EPOCH)));
        var unused = takeIn();
        assertEquals(
                List.of(assignment),
                home.assignments().stream().map(one -> one.assignment()).toList());
        Conflict conflict = home.conflicts(Viewer.PROGRAM).get(0);
        assertEquals(Optional.of(assignment), conflict.held().value());
        by(lab.anna, home, conflict.decide(conflict.held()));
        assertEquals(List.of(), home.conflicts(Viewer.PROGRAM));
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    /** The protocol without one of its labels, or with others. */
    private static Protocol revised(StudyStore store, List<Label> labels) throws StoreException {
        Protocol now = store.study().protocol();
        return now.revised(now.name(), labels, now.scale(), now.stages());
    }

    private static Protocol without(StudyStore store, String label) throws StoreException {
        return revised(
                store,
                store.study().protocol().labels().stream()
                        .filter(each -> !each.name().equals(label))
                        .toList());
    }

    private void changeProtocol(StudyStore store, Protocol changed) throws StoreException {
        by(lab.anna, store, Edit.changing(Verb.CHANGE_PROTOCOL, store.study().protocol(), changed));
    }

    private Mark bensJump() {
        return Mark.byHand(lab.recording.id(), lab.cage.id(), lab.ben.id(), "jumping", new Span(1, 2));
    }

    @Test
    void aLabelThatOthersMarksCarryIsKept() throws Exception {
        Label jumping = home.study().protocol().label("jumping").orElseThrow();
        changeProtocol(home, without(home, "jumping"));
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, bensJump()));
        assertEquals(1, takeIn().conflicts());
        assertEquals(Optional.of(jumping), home.study().protocol().label("jumping"), "with its key and its looks");
        Conflict conflict = home.conflicts(Viewer.PROGRAM).get(0);
        assertEquals(Conflict.Kind.KEPT, conflict.kind());
        assertEquals(Optional.of(home.study().protocol()), conflict.held().value());
        Conflict.Version asAnnaWants = conflict.versions().get(1);
        assertEquals(lab.anna.id(), asAnnaWants.raterId());
        StoreException refusal = assertThrows(
                StoreException.class, () -> by(lab.anna, home, conflict.decide(asAnnaWants)), "a mark carries it");
        assertTrue(String.valueOf(refusal.getMessage()).contains("“jumping”"), refusal.getMessage());
        assertEquals(List.of(), home.verify(Progress.NONE));

        home.handOver(lab.anna.id(), bundle);
        away.takeIn(lab.ben.id(), bundle, false);
        assertEquals(home.study().protocol(), away.study().protocol(), "whoever takes in last");
        assertEquals(List.of(), away.verify(Progress.NONE));

        by(lab.anna, home, conflict.decide(conflict.held()));
        assertEquals(List.of(), home.conflicts(Viewer.PROGRAM));
        away.handOver(lab.ben.id(), bundle);
        assertEquals(0, home.takeIn(lab.anna.id(), bundle, false).conflicts(), "nor does it come back");
        assertTrue(home.study().protocol().label("jumping").isPresent());
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aKeptLabelGoesWithTheLastMarkThatCarriesIt() throws Exception {
        Mark jump = bensJump();
        changeProtocol(home, without(home, "jumping"));
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, jump));
        assertEquals(1, takeIn().conflicts());
        by(lab.ben, away, Edit.removing(Verb.DELETE_MARK, jump));
        assertEquals(0, takeIn().conflicts());
        assertEquals(Optional.empty(), home.study().protocol().label("jumping"));
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aKeptLabelWhoseKeyIsTakenGetsAFreeOne() throws Exception {
        Label jumping = home.study().protocol().label("jumping").orElseThrow();
        List<Label> labels = new ArrayList<>(without(home, "jumping").labels());
        labels.add(new Label("sniffing", OptionalInt.empty(), LabelKind.EVENT, jumping.key(), 3, Pattern.DOTS));
        changeProtocol(home, revised(home, labels));
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, bensJump()));
        takeIn();
        // Of the keys in their order (digits, then letters) the standard protocol leaves A free first.
        assertEquals("A", home.study().protocol().label("jumping").orElseThrow().key());
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void aLabelThatOnlyTheOtherCopyHadIsTakenInWithItsMarks() throws Exception {
        List<Label> labels = new ArrayList<>(away.study().protocol().labels());
        labels.add(new Label("sniffing", OptionalInt.empty(), LabelKind.POINT, "N", 3, Pattern.DOTS, "nose moves"));
        changeProtocol(away, revised(away, labels));
        Mark sniff = Mark.byHand(lab.recording.id(), lab.cage.id(), lab.ben.id(), "sniffing", new Span(1, 2));
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, sniff));
        takeIn();
        assertTrue(home.study().protocol().label("sniffing").isPresent(), "no mark without a label");
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void twoAnimalsWithOneNameAreBothThere() throws Exception {
        Subject here = Subject.named("70-9");
        Subject there = Subject.named("70-9");
        by(lab.anna, home, Edit.adding(Verb.CHANGE_SUBJECT, here));
        by(lab.ben, away, Edit.adding(Verb.CHANGE_SUBJECT, there));
        assertEquals(1, takeIn().conflicts());
        assertTrue(home.study().subjectNamed("70-9").isPresent());
        assertTrue(home.study().subjectNamed("70-9 (2)").isPresent());
        Conflict conflict = home.conflicts(Viewer.PROGRAM).get(0);
        by(lab.anna, home, conflict.decide(conflict.versions().get(1)));
        assertEquals(
                conflict.entityId(),
                home.study().subjectNamed("70-9").orElseThrow().id());
        assertEquals(List.of(), home.conflicts(Viewer.PROGRAM));
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void undoKnowsOnlyWhatWasDoneHere() throws Exception {
        LogEntry here = by(lab.ben, home, Edit.adding(Verb.ADD_MARK, bens(5)));
        LogEntry there = by(lab.ben, away, Edit.adding(Verb.ADD_MARK, bens(9)));
        away.commit(lab.ben.id(), there.edit().inverse(), OptionalLong.of(there.sequence()), List.of());
        assertEquals(2, takeIn().fresh());
        assertEquals(
                here.sequence(),
                home.steps(lab.ben.id(), Long.MAX_VALUE, 1).get(0).sequence());
        List<LogEntry> merged = home.log(here.sequence(), 10);
        assertEquals(OptionalLong.of(merged.get(0).sequence()), merged.get(1).undoes());
    }

    @Test
    void aBundleThatWasChangedIsRefused() throws Exception {
        for (int i = 0; i < 4; i++) {
            by(
                    lab.ben,
                    away,
                    Edit.adding(Verb.ADD_MARK, bens(i).withNote("note " + i).withOrigin(Origin.BY_HAND)));
        }
        away.handOver(lab.ben.id(), bundle);
        List<String> lines = Files.readAllLines(bundle);
        int last = lines.size() - 2;
        assertRefused("its checksum is another", BundleLines.edited(lines, 0, line -> line.replace("Ben", "Bob")));
        assertRefused("was changed", BundleLines.edited(lines, last, line -> line.replace("note 3", "note 8")));
        assertRefused(
                "was changed",
                BundleLines.proven(BundleLines.edited(lines, last, line -> line.replace("note 3", "note 8"))));
        assertRefused(
                "was changed",
                BundleLines.proven(BundleLines.edited(
                        lines,
                        last,
                        line -> line.replace(
                                lab.ben.id().toString(), lab.anna.id().toString()))));
        assertRefused("does not follow", BundleLines.proven(BundleLines.without(lines, last - 1)));
        assertRefused("is missing", BundleLines.proven(BundleLines.without(lines, last)));
        List<String> swapped = new ArrayList<>(lines);
        java.util.Collections.swap(swapped, last, last - 1);
        assertRefused("does not follow", BundleLines.proven(swapped));
        assertRefused("its end is missing", lines.subList(0, lines.size() - 1));
        assertRefused("its checksum is another", BundleLines.without(lines, last));
        assertRefused("no bundle", List.of("{}"));
        assertRefused("no bundle", List.of("PK\u0003\u0004"));
        assertRefused(
                "newer Ictograph",
                BundleLines.proven(
                        BundleLines.edited(lines, 0, line -> line.replace("\"version\":2", "\"version\":3"))));
        assertRefused(
                "not as it was written",
                BundleLines.proven(BundleLines.edited(lines, 0, line -> line.replace("\"head\"", "\"tail\""))));
        assertRefused("not as it was written", BundleLines.edited(lines, 1, line -> "[".repeat(100_000)));
    }

    @Test
    void aBundleOfAnotherStudyIsRefused() throws Exception {
        Lab other = new Lab();
        try (StudyStore stranger = other.createFilled(folder.resolve("other.icto"))) {
            stranger.handOver(other.ben.id(), bundle);
        }
        assertRefused("is of another study", Files.readAllLines(bundle));
    }

    private void assertRefused(String why, List<String> lines) throws Exception {
        Files.writeString(bundle, String.join("\n", lines) + "\n");
        String before = home.head().hash();
        StoreException refusal =
                assertThrows(StoreException.class, () -> home.takeIn(lab.anna.id(), bundle, false), why);
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
        assertTrue(String.valueOf(refusal.getMessage()).contains(bundle.toString()), refusal.getMessage());
        assertEquals(before, home.head().hash());
        assertEquals(List.of(), home.verify(Progress.NONE));
    }

    @Test
    void theSameWorkGivesTheSameBytes() throws Exception {
        by(lab.ben, away, Edit.adding(Verb.ADD_MARK, bens(1)));
        away.handOver(lab.ben.id(), bundle);
        byte[] first = Files.readAllBytes(bundle);
        away.handOver(lab.ben.id(), bundle);
        assertArrayEquals(first, Files.readAllBytes(bundle));
        assertThrows(StoreException.class, () -> away.handOver(lab.ben.id(), folder.resolve("no/such/folder.b")));
    }
}
