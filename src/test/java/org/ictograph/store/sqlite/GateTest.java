package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Coverage;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.Mark;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Role;
import org.ictograph.model.Signature;
import org.ictograph.model.Signature.Meaning;
import org.ictograph.model.Signed;
import org.ictograph.model.Span;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may change what, and what a signature holds. */
class GateTest {
    private final Lab lab = new Lab();
    private final Mark bens = Mark.byHand(lab.recording.id(), lab.cage.id(), lab.ben.id(), "seizure", new Span(1, 9));

    @TempDir
    private Path folder;

    private StudyStore store;

    @BeforeEach
    void open() throws StoreException {
        store = lab.createFilled(folder.resolve("study.icto"));
    }

    @AfterEach
    void everythingIsStillSound() throws StoreException {
        assertEquals(List.of(), store.verify(Progress.NONE));
        store.close();
    }

    private void by(Rater rater, Edit edit) throws StoreException {
        var unused = store.commit(rater.id(), edit, OptionalLong.empty(), List.of());
    }

    private void give(Role role) throws StoreException {
        Rater ben = store.study().rater(lab.ben.id()).orElseThrow();
        by(lab.anna, Edit.changing(Verb.GIVE_ROLE, ben, ben.as(role)));
    }

    private void sign(Rater rater, Meaning meaning) throws StoreException {
        by(rater, Edit.adding(Verb.SIGN, Signature.of(rater.id(), lab.recording.id(), meaning, Instant.EPOCH)));
    }

    private List<Boolean> valid() throws StoreException {
        return store.signatures(Viewer.PROGRAM, lab.recording.id()).stream()
                .map(Signed::valid)
                .toList();
    }

    private StoreException refused(Rater rater, Edit edit) throws StoreException {
        long before = store.head().sequence();
        StoreException refused = assertThrows(StoreException.class, () -> by(rater, edit));
        assertEquals(before, store.head().sequence());
        return refused;
    }

    private Edit revision(String without, String definition) throws StoreException {
        Protocol now = store.study().protocol();
        List<Label> labels = now.labels().stream()
                .filter(label -> !label.name().equals(without))
                .map(label -> label.name().equals("rearing")
                        ? new Label("rearing", label.benchmarkId(), label.kind(), "R", 3, Pattern.DOTS, definition)
                                .titled("de", "Aufrichten")
                        : label)
                .toList();
        return Edit.changing(
                Verb.CHANGE_PROTOCOL, now, now.revised(now.name(), labels, now.scale(), List.of("mild", "severe")));
    }

    @Test
    void aNewVersionOfTheProtocolIsStoredWithItsDefinitionsAndTakenBack() throws Exception {
        Protocol before = store.study().protocol();
        Edit edit = revision("jumping", "Both forepaws leave the floor.");
        assertEquals(
                Optional.empty(), before.label("rearing").map(Label::definition).filter(said -> !said.isEmpty()));
        refused(lab.ben, edit);
        by(lab.anna, edit);
        Protocol now = store.study().protocol();
        assertEquals(before.version() + 1, now.version());
        assertEquals(
                "Both forepaws leave the floor.",
                now.label("rearing").orElseThrow().definition());
        assertEquals(List.of("mild", "severe"), now.stages());
        by(lab.anna, edit.inverse());
        assertEquals(before, store.study().protocol());
    }

    @Test
    void noMarkIsLeftWithoutItsLabel() throws Exception {
        by(lab.ben, Edit.adding(Verb.ADD_MARK, bens.withLabel("jumping")));
        StoreException refused = refused(lab.anna, revision("jumping", ""));
        assertTrue(String.valueOf(refused.getMessage()).contains("“jumping”"));
        Edit deletion = Edit.removing(Verb.DELETE_MARK, bens.withLabel("jumping"));
        by(lab.ben, deletion);
        assertEquals(Set.of(), store.labelsInUse());
        by(lab.anna, revision("jumping", ""));
        assertTrue(String.valueOf(refused(lab.ben, deletion.inverse()).getMessage())
                .contains("no label “jumping”"));
        by(lab.ben, Edit.adding(Verb.ADD_MARK, bens));
        refused(lab.ben, Edit.changing(Verb.CHANGE_MARK, bens, bens.withLabel("jumping")));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleReachesAsFarAsItSays(Role role) throws Exception {
        lab.label(store);
        give(role);
        Edit own = Edit.adding(Verb.ADD_MARK, bens);
        Edit consensus = Edit.changing(Verb.CHANGE_MARK, lab.consensus, lab.consensus.withNote("later"));
        Edit newcomer = Edit.adding(Verb.ADD_RATER, new Rater(UUID.randomUUID(), "Carl"));
        Edit others = Edit.changing(Verb.CHANGE_MARK, lab.mark, lab.mark.withNote("later"));
        List<Edit> tried = List.of(own, consensus, newcomer, others);
        List<Role> needs = List.of(Role.OPERATOR, Role.ADJUDICATOR, Role.ADJUDICATOR, Role.OWNER);
        for (int i = 0; i < tried.size(); i++) {
            if (role.includes(needs.get(i))) {
                by(lab.ben, tried.get(i));
            } else {
                String why = String.valueOf(refused(lab.ben, tried.get(i)).getMessage());
                assertTrue(why.contains("and may not") && why.contains("Nothing was changed"), why);
            }
        }
        for (Meaning meaning : Meaning.values()) {
            if (role.includes(meaning.needs())) {
                sign(lab.ben, meaning);
            } else {
                assertThrows(StoreException.class, () -> sign(lab.ben, meaning));
            }
        }
    }

    @Test
    void withoutRolesTheFirstRaterOwnsTheStudyAndOthersAdjudicate() throws Exception {
        assertEquals(Role.OWNER, store.study().roleOf(lab.anna.id()));
        assertEquals(Role.ADJUDICATOR, store.study().roleOf(lab.ben.id()));
        assertEquals(
                "Ben / zwei, \"B\" 🐀 is an adjudicator in this study and may not give roles; that takes the owner. Ask"
                        + " somebody who is, or the owner for that role. Nothing was changed.",
                refused(lab.ben, Edit.changing(Verb.GIVE_ROLE, lab.ben, lab.ben.as(Role.OWNER)))
                        .getMessage());
    }

    @Test
    void aStudyKeepsAnOwner() throws Exception {
        Edit leaving = Edit.changing(Verb.GIVE_ROLE, lab.anna, lab.anna.as(Role.REVIEWER));
        assertTrue(String.valueOf(refused(lab.anna, leaving).getMessage()).contains("needs an owner"));
        give(Role.OWNER);
        by(lab.anna, leaving);
        assertEquals(Role.REVIEWER, store.study().roleOf(lab.anna.id()));
    }

    @Test
    void aChangeAfterSigningNeedsAReasonAndVoidsTheSignature() throws Exception {
        by(lab.ben, Edit.adding(Verb.ADD_MARK, bens));
        sign(lab.ben, Meaning.REVIEWED);
        assertEquals(List.of(true), valid());
        Edit change = Edit.changing(Verb.CHANGE_MARK, bens, bens.withNote("later"));
        assertEquals(Trouble.NEEDS_REASON, refused(lab.ben, change).trouble());
        assertEquals(List.of(true), valid());
        by(lab.ben, change.because("seen again at half speed"));
        assertEquals(List.of(false), valid());
        Edit back = Edit.changing(Verb.CHANGE_MARK, bens.withNote("later"), bens);
        by(lab.ben, back.because("no, as it was"));
        assertEquals(List.of(true), valid(), "the work is again what was signed");
    }

    @Test
    void aReviewCoversOnesOwnWorkAndAnApprovalEverybodys() throws Exception {
        sign(lab.ben, Meaning.REVIEWED);
        by(
                lab.anna,
                Edit.adding(
                        Verb.ADD_MARK,
                        Mark.byHand(lab.recording.id(), lab.cage.id(), lab.anna.id(), "seizure", new Span(1, 9))));
        by(lab.ben, Edit.adding(Verb.COVER, watched(Coverage.Seen.WATCHED)));
        assertEquals(List.of(true), valid());
        sign(lab.anna, Meaning.APPROVED);
        Edit declared = Edit.adding(Verb.COVER, watched(Coverage.Seen.REVIEWED));
        assertEquals(Trouble.NEEDS_REASON, refused(lab.ben, declared).trouble());
        by(lab.ben, declared.because("the rest of the night"));
        assertEquals(List.of(false, false), valid());
    }

    private Coverage watched(Coverage.Seen seen) {
        return new Coverage(
                UUID.randomUUID(), lab.ben.id(), lab.recording.id(), lab.cage.id(), new Span(0, 5), seen, 0);
    }

    @Test
    void aSignatureStaysAndIsOnesOwn() throws Exception {
        sign(lab.ben, Meaning.REVIEWED);
        Signature stored =
                store.signatures(Viewer.PROGRAM, lab.recording.id()).get(0).signature();
        assertTrue(String.valueOf(refused(lab.anna, Edit.removing(Verb.DELETE_MARK, stored))
                        .getMessage())
                .contains("stays for good"));
        Signature forged = Signature.of(lab.ben.id(), lab.recording.id(), Meaning.APPROVED, Instant.EPOCH);
        assertTrue(String.valueOf(
                        refused(lab.anna, Edit.adding(Verb.SIGN, forged)).getMessage())
                .contains("sign for somebody else"));
        assertEquals(List.of(), store.signatures(Viewer.blind(lab.anna.id()), lab.recording.id()));
    }
}
