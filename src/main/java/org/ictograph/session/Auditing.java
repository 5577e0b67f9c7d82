package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.model.Study;
import org.ictograph.model.Verb;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * Looks, in windows drawn by chance, for what no proposal found, so that what a model misses is known with an interval. A
 * window counts as audited once the rater who works declared it reviewed; what they marked there was missed. Called on the FX
 * thread.
 */
public final class Auditing {
    /**
     * How far the audit of one label is.
     *
     * @param audited how many windows of the plan are looked through, from the first on
     * @param open proposals that the rater has not decided
     */
    public record Standing(AuditPlan plan, int audited, int open, RecallEstimate estimate) {
        /** The window to look through next; none when all are. */
        public Optional<AuditWindow> next() {
            return audited < plan.windows().size() ? Optional.of(plan.windows().get(audited)) : Optional.empty();
        }
    }

    /**
     * What the rater who works said about one cage, and what was proposed there.
     *
     * @param events what they marked; marks that overlap are one event
     */
    private record Known(SpanSet proposed, SpanSet events, SpanSet reviewed) {
        boolean proposes(Span event) {
            return proposed.spans().stream().anyMatch(event::overlaps);
        }
    }

    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Workplace workplace;
    private final NewestProposals newest;

    Auditing(Workplace workplace, StudyState state, StoreLane store, Edits edits, NewestProposals newest) {
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
        this.newest = newest;
    }

    /**
     * How far the rater who works is, and what follows from it.
     *
     * @param label whose proposals are audited
     * @param seed by which the windows are drawn
     */
    public CompletableFuture<Standing> standing(String label, long seed) {
        Viewer viewer = state.viewer();
        Study study = state.study().get();
        UUID rater = state.rater().get().id();
        return store.ask(open -> {
                    Map<UUID, Known> cages = new HashMap<>();
                    List<AuditPlan.Free> free = new ArrayList<>();
                    int undecided = 0;
                    for (Recording recording : study.recordings()) {
                        List<Proposal> proposals = newest.of(open, viewer, recording.id()).stream()
                                .filter(proposal -> proposal.label().equals(label))
                                .toList();
                        undecided += undecided(open, viewer, recording.id(), rater, proposals);
                        List<Mark> marks = open.marks(viewer, recording.id());
                        List<Coverage> coverage = open.coverage(viewer, recording.id());
                        SpanSet filmed = SpanSet.of(recording.span()).minus(recording.gaps());
                        for (Cage cage : study.cagesOf(recording.id())) {
                            Known known = known(cage, label, rater, proposals, marks, coverage);
                            cages.put(cage.id(), known);
                            free.add(new AuditPlan.Free(recording.id(), cage.id(), filmed.minus(known.proposed())));
                        }
                    }
                    return standing(AuditPlan.of(free, seed), cages, undecided);
                })
                .thenApplyAsync(standing -> standing, workplace.fx());
    }

    private static int undecided(StudyStore open, Viewer viewer, UUID recordingId, UUID rater, List<Proposal> proposals)
            throws StoreException {
        List<UUID> decided = open.decisions(viewer, recordingId).stream()
                .filter(decision -> decision.raterId().equals(rater))
                .map(decision -> decision.proposalId())
                .toList();
        return (int) proposals.stream()
                .filter(proposal -> !decided.contains(proposal.id()))
                .count();
    }

    private static Known known(
            Cage cage, String label, UUID rater, List<Proposal> proposals, List<Mark> marks, List<Coverage> coverage) {
        List<Span> proposed = proposals.stream()
                .filter(proposal -> proposal.cageId().equals(cage.id()))
                .map(Proposal::span)
                .toList();
        List<Span> reviewed = coverage.stream()
                .filter(piece -> piece.cageId().equals(cage.id())
                        && piece.raterId().equals(rater)
                        && piece.seen() == Seen.REVIEWED)
                .map(Coverage::span)
                .toList();
        List<Span> own = marks.stream()
                .filter(mark -> mark.cageId().equals(cage.id())
                        && mark.raterId().equals(rater)
                        && mark.layer() == Layer.RATING
                        && mark.label().equals(label))
                .map(Mark::span)
                .toList();
        return new Known(new SpanSet(proposed), new SpanSet(own), new SpanSet(reviewed));
    }

    private static Standing standing(AuditPlan plan, Map<UUID, Known> cages, int open) {
        int found = (int) cages.values().stream()
                .flatMap(known -> known.events().spans().stream().filter(known::proposes))
                .count();
        int audited = plan.audited(window -> at(cages, window).reviewed().covers(window.span()));
        int missed = (int) plan.windows().subList(0, audited).stream()
                .filter(window -> missed(at(cages, window), window.span()))
                .count();
        return new Standing(
                plan, audited, open, RecallEstimate.of(found, plan.windows().size(), audited, missed));
    }

    private static Known at(Map<UUID, Known> cages, AuditWindow window) {
        return java.util.Objects.requireNonNull(cages.get(window.cageId()));
    }

    private static boolean missed(Known known, Span window) {
        return known.events().spans().stream()
                .anyMatch(event -> window.contains(event.start()) && !known.proposes(event));
    }

    /** The rater who works has looked through a window and marked what is there. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> looked(AuditWindow window) {
        return edits.make(Edit.adding(
                Verb.COVER,
                new Coverage(
                        UUID.randomUUID(),
                        state.rater().get().id(),
                        window.recordingId(),
                        window.cageId(),
                        window.span(),
                        Seen.REVIEWED,
                        0)));
    }
}
