package org.ictograph.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Decision;
import org.ictograph.model.Edit;
import org.ictograph.model.Entity;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Run;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Settlement;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * Everything that is said about one recording and that the viewer may see, as stored. Immutable.
 *
 * @param marks by start
 * @param run the newest run over the recording, whose proposals and tracks are shown; a run that left nothing but an
 *     activity curve only counts while there is no other
 * @param proposals of that run, by start
 * @param tracks of that run
 * @param coverage by all raters, by start
 */
public record Labels(
        UUID recordingId,
        List<Mark> marks,
        Optional<Run> run,
        List<Proposal> proposals,
        List<Decision> decisions,
        List<ScoreTrack> tracks,
        List<Settlement> settlements,
        List<Coverage> coverage) {
    public Labels {
        marks = List.copyOf(marks);
        proposals = List.copyOf(proposals);
        decisions = List.copyOf(decisions);
        tracks = List.copyOf(tracks);
        settlements = List.copyOf(settlements);
        coverage = List.copyOf(coverage);
    }

    static Labels empty(UUID recordingId) {
        return new Labels(
                recordingId, List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The same with these marks and decisions about them. */
    Labels with(List<Mark> others, List<Settlement> about) {
        return new Labels(recordingId, others, run, proposals, decisions, tracks, about, coverage);
    }

    /**
     * The same without some proposals.
     *
     * @param curves instead of the tracks
     */
    Labels without(Set<UUID> hidden, List<ScoreTrack> curves) {
        List<Proposal> seen = proposals.stream()
                .filter(proposal -> !hidden.contains(proposal.id()))
                .toList();
        return new Labels(recordingId, marks, run, seen, decisions, curves, settlements, coverage);
    }

    /** What people said, without what models did, of which there can be much. */
    static Labels spoken(StudyStore store, Viewer viewer, UUID recordingId) throws StoreException {
        return new Labels(
                recordingId,
                store.marks(viewer, recordingId),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                store.settlements(viewer, recordingId),
                store.coverage(viewer, recordingId));
    }

    static Labels read(StudyStore store, Viewer viewer, UUID recordingId) throws StoreException {
        Optional<Run> newest = Optional.empty();
        List<ScoreTrack> tracks = List.of();
        List<Run> runs = store.runs(viewer, recordingId);
        for (int i = runs.size() - 1; i >= 0 && (newest.isEmpty() || curvesOnly(tracks)); i--) {
            List<ScoreTrack> left = store.tracks(viewer, runs.get(i).id());
            if (newest.isEmpty() || !curvesOnly(left)) {
                newest = Optional.of(runs.get(i));
                tracks = left;
            }
        }
        Optional<UUID> shown = newest.map(Run::id);
        List<Proposal> proposals = store.proposals(viewer, recordingId).stream()
                .filter(proposal -> shown.equals(Optional.of(proposal.runId())))
                .toList();
        return new Labels(
                recordingId,
                store.marks(viewer, recordingId),
                newest,
                proposals,
                store.decisions(viewer, recordingId),
                tracks,
                store.settlements(viewer, recordingId),
                store.coverage(viewer, recordingId));
    }

    static boolean curvesOnly(List<ScoreTrack> tracks) {
        return !tracks.isEmpty()
                && tracks.stream().allMatch(track -> track.label().equals(ScoreTrack.MOTION));
    }

    public Optional<Mark> mark(UUID id) {
        return marks.stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    public Optional<Proposal> proposal(UUID id) {
        return proposals.stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** What a rater decided about a proposal, once they knew of it. */
    public Optional<Decision> decision(UUID proposalId, UUID raterId) {
        return decisions.stream()
                .filter(decision -> decision.settles()
                        && decision.proposalId().equals(proposalId)
                        && decision.raterId().equals(raterId))
                .findFirst();
    }

    /** Proposals that a rater has not decided, the best score first. */
    public List<Proposal> open(UUID raterId) {
        return proposals.stream()
                .filter(proposal -> decision(proposal.id(), raterId).isEmpty())
                .sorted(Comparator.comparingDouble(Proposal::score).reversed().thenComparing(Proposal::span))
                .toList();
    }

    /** The labels after an edit was stored, for the same viewer. Edits that add a run are read again instead. */
    Labels after(Edit edit, Viewer viewer) {
        Map<UUID, Optional<Entity>> newest = new LinkedHashMap<>();
        for (Change change : edit.changes()) {
            if (concerns(change.after().or(change::before).orElseThrow(), viewer)) {
                newest.put(change.entityId(), change.after());
            }
        }
        return new Labels(
                recordingId,
                applied(marks, newest, Mark.class, Comparator.comparing(Mark::span)),
                run,
                proposals,
                applied(decisions, newest, Decision.class, Comparator.comparing(Decision::id)),
                tracks,
                applied(settlements, newest, Settlement.class, Comparator.comparing(Settlement::id)),
                applied(coverage, newest, Coverage.class, Comparator.comparing(Coverage::span)));
    }

    private boolean concerns(Entity entity, Viewer viewer) {
        if (entity instanceof Mark mark) {
            return mark.recordingId().equals(recordingId) && visible(mark, viewer);
        }
        if (entity instanceof Settlement settlement) {
            return settlement.recordingId().equals(recordingId) && viewer.sighted();
        }
        return (entity instanceof Decision && viewer.sighted())
                || (entity instanceof Coverage piece && piece.recordingId().equals(recordingId));
    }

    private static boolean visible(Mark mark, Viewer viewer) {
        return viewer.sighted() || (mark.layer() == Layer.RATING && owns(viewer, mark.raterId()));
    }

    private static boolean owns(Viewer viewer, UUID raterId) {
        return viewer.raterId().filter(raterId::equals).isPresent();
    }

    /** The list with entities in their newest form; the same list when none of them belongs into it. */
    private static <T extends Entity> List<T> applied(
            List<T> list, Map<UUID, Optional<Entity>> newest, Class<T> type, Comparator<T> order) {
        List<T> come = newest.values().stream()
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        if (come.isEmpty() && newest.values().stream().allMatch(Optional::isPresent)) {
            return list;
        }
        List<T> changed = new ArrayList<>(list);
        changed.removeIf(entity -> newest.containsKey(entity.id()));
        changed.addAll(come);
        changed.sort(order);
        return changed;
    }
}
