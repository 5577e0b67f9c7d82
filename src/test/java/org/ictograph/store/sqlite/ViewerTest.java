package org.ictograph.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Verb;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may see which labels. */
class ViewerTest {
    private final Lab lab = new Lab();
    private final UUID recording = lab.recording.id();

    @TempDir
    private Path folder;

    private StudyStore store;

    @BeforeEach
    void fill() throws Exception {
        store = lab.createFilled(folder.resolve("study.icto"));
        lab.label(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBlindRaterSeesTheirOwnRatingsAndNothingElse() throws Exception {
        Viewer anna = Viewer.blind(lab.anna.id());
        assertEquals(List.of(lab.mark), store.marks(anna, recording), "not even the consensus that Anna settled");
        assertEquals(List.of(lab.bensMark), store.marks(Viewer.blind(lab.ben.id()), recording));
        assertEquals(List.of(), store.runs(anna, recording));
        assertEquals(List.of(), store.proposals(anna, recording));
        assertEquals(List.of(), store.decisions(anna, recording), "not even Anna's own");
        assertEquals(List.of(), store.tracks(anna, lab.run.id()));
    }

    @Test
    void aBlindRaterSeesWhatMovesButNothingThatJudges() throws Exception {
        Viewer ben = Viewer.blind(lab.ben.id());
        Run measured = run("activity-1");
        ScoreTrack motion = track(measured, ScoreTrack.MOTION);
        Run judged = run("rhythm-1");
        store.commit(lab.anna.id(), Edit.adding(Verb.PROPOSE, measured), OptionalLong.empty(), List.of(motion));
        store.commit(
                lab.anna.id(),
                Edit.adding(Verb.PROPOSE, judged),
                OptionalLong.empty(),
                List.of(track(judged, ScoreTrack.MOTION), track(judged, "seizure")));
        assertEquals(
                List.of(measured.id()),
                store.runs(ben, recording).stream().map(Run::id).toList());
        assertEquals(List.of(motion), store.tracks(ben, measured.id()));
        assertEquals(List.of(), store.tracks(ben, judged.id()), "not even its curve of motion");
    }

    private Run run(String model) {
        return new Run(UUID.randomUUID(), recording, model, "", new TreeMap<>(), "");
    }

    private ScoreTrack track(Run run, String label) {
        return new ScoreTrack(run.id(), lab.cage.id(), label, 0, 1_000_000, List.of(0.5f));
    }

    @Test
    void aSightedRaterSeesEverything() throws Exception {
        Viewer ben = Viewer.sighted(lab.ben.id());
        assertEquals(List.of(lab.bensMark, lab.consensus, lab.mark), store.marks(ben, recording));
        assertEquals(1, store.runs(ben, recording).size());
        assertEquals(List.of(lab.proposal), store.proposals(ben, recording));
        assertEquals(List.of(lab.decision), store.decisions(ben, recording));
        assertEquals(List.of(lab.track), store.tracks(ben, lab.run.id()));
    }

    @Test
    void aBlindNobodySeesNothing() throws Exception {
        assertEquals(List.of(), store.marks(new Viewer(Optional.empty(), false), recording));
    }

    @Test
    void aMarkThatBecomesConsensusLeavesTheBlindView() throws Exception {
        Mark lifted = new Mark(
                lab.mark.id(),
                recording,
                lab.cage.id(),
                lab.anna.id(),
                Layer.CONSENSUS,
                lab.mark.label(),
                lab.mark.span(),
                "",
                lab.mark.certainty(),
                lab.mark.visibility(),
                "",
                lab.mark.origin());
        lab.commit(store, Edit.changing(Verb.SETTLE_CONSENSUS, lab.mark, lifted));
        assertTrue(store.marks(Viewer.blind(lab.anna.id()), recording).isEmpty());
    }

    @Test
    void labelsStayWithTheirRecording() throws Exception {
        UUID other = UUID.randomUUID();
        assertEquals(List.of(), store.marks(Viewer.PROGRAM, other));
        assertEquals(List.of(), store.runs(Viewer.PROGRAM, other));
        assertEquals(List.of(), store.proposals(Viewer.PROGRAM, other));
        assertEquals(List.of(), store.decisions(Viewer.PROGRAM, other));
        assertEquals(List.of(), store.coverage(Viewer.PROGRAM, other));
        assertEquals(List.of(), store.tracks(Viewer.PROGRAM, other));
    }
}
