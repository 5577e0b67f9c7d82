package org.ictograph.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/** The proposals of the run that {@link Labels} shows, found without reading the curves of a run that has proposals. */
final class NewestProposals {
    private final Map<UUID, Boolean> curvesOnly = new ConcurrentHashMap<>();

    List<Proposal> of(StudyStore open, Viewer viewer, UUID recordingId) throws StoreException {
        return ifAny(open, viewer, recordingId).orElse(List.of());
    }

    /** They may be none; empty where no model that proposes has run. */
    Optional<List<Proposal>> ifAny(StudyStore open, Viewer viewer, UUID recordingId) throws StoreException {
        List<Run> runs = open.runs(viewer, recordingId);
        List<Proposal> all = open.proposals(viewer, recordingId);
        for (int i = runs.size() - 1; i >= 0; i--) {
            UUID run = runs.get(i).id();
            List<Proposal> own =
                    all.stream().filter(one -> one.runId().equals(run)).toList();
            if (!own.isEmpty() || !curvesOnly(open, viewer, run)) {
                return Optional.of(own);
            }
        }
        return Optional.empty();
    }

    private boolean curvesOnly(StudyStore open, Viewer viewer, UUID run) throws StoreException {
        Boolean known = curvesOnly.get(run);
        if (known == null) {
            known = Labels.curvesOnly(open.tracks(viewer, run));
            curvesOnly.put(run, known);
        }
        return known;
    }
}
