package org.ictograph.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Edit;
import org.ictograph.model.Proposal;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Verb;
import org.ictograph.model.VideoFile;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;
import org.ictograph.store.sqlite.SqliteStudyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which run's proposals and curves are shown. */
class LabelsTest {
    private final Rater anna = new Rater(UUID.randomUUID(), "Anna");
    private final Recording recording = new Recording(
            UUID.randomUUID(),
            "Feb-1",
            List.of(VideoFile.only("a.mp4", 1, "ff")),
            64,
            48,
            100,
            10_000_000,
            SpanSet.EMPTY,
            Optional.empty(),
            "");
    private final Cage cage =
            new Cage(UUID.randomUUID(), recording.id(), 1, new Box(0, 0, 64, 48), Optional.empty(), Optional.empty());

    @Test
    void anActivityCurveDoesNotHideTheProposals(@TempDir Path folder) throws Exception {
        try (StudyStore store =
                new SqliteStudyFiles().create(folder.resolve("runs.icto"), "runs", Protocol.standard(), anna)) {
            store.commit(anna.id(), Edit.adding(Verb.ADD_RECORDING, recording, cage), OptionalLong.empty(), List.of());
            Run early = run(store, "activity-1", ScoreTrack.MOTION);
            assertEquals(Optional.of(early.id()), shown(store).run().map(Run::id), "while there is no other");
            Run scored = run(store, "rhythm-1", ScoreTrack.MOTION, Protocol.SEIZURE);
            Proposal proposal = new Proposal(
                    UUID.randomUUID(),
                    scored.id(),
                    recording.id(),
                    cage.id(),
                    Protocol.SEIZURE,
                    new Span(1_000_000, 2_000_000),
                    0.5);
            store.commit(anna.id(), Edit.adding(Verb.PROPOSE, proposal), OptionalLong.empty(), List.of());
            run(store, "activity-1", ScoreTrack.MOTION);
            Labels labels = shown(store);
            assertEquals(Optional.of(scored.id()), labels.run().map(Run::id));
            assertEquals(List.of(proposal), labels.proposals());
            assertEquals(2, labels.tracks().size());
            Run later = run(store, "rhythm-1", ScoreTrack.MOTION, Protocol.SEIZURE);
            assertEquals(Optional.of(later.id()), shown(store).run().map(Run::id));
            assertEquals(List.of(), shown(store).proposals(), "the newest run found nothing");
        }
    }

    private Labels shown(StudyStore store) throws StoreException {
        return Labels.read(store, Viewer.PROGRAM, recording.id());
    }

    private Run run(StudyStore store, String model, String... labels) throws StoreException {
        Run run = new Run(UUID.randomUUID(), recording.id(), model, "", new TreeMap<>(), "");
        List<ScoreTrack> tracks = java.util.Arrays.stream(labels)
                .map(label -> new ScoreTrack(run.id(), cage.id(), label, 0, 1_000_000, List.of(0.5f)))
                .toList();
        store.commit(anna.id(), Edit.adding(Verb.PROPOSE, run), OptionalLong.empty(), tracks);
        return run;
    }
}
