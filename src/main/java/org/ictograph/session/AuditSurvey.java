package org.ictograph.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Decision;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Recording;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * Gathers what one rater said about one label in recording after recording, and what was proposed there, and tells how far
 * their audit is. Confined to one thread.
 */
final class AuditSurvey {
    /**
     * What the rater said about one cage, and what was proposed there.
     *
     * @param events what they marked; marks that overlap are one event
     */
    private record Known(SpanSet proposed, SpanSet events, SpanSet reviewed) {
        boolean proposes(Span event) {
            return proposed.spans().stream().anyMatch(event::overlaps);
        }

        boolean missed(Span window) {
            return events.spans().stream().anyMatch(event -> window.contains(event.start()) && !proposes(event));
        }
    }

    private final String label;
    private final UUID rater;
    private final UnaidedDraw draw;
    private final Map<UUID, Known> cages = new HashMap<>();
    private final List<AuditPlan.Free> free = new ArrayList<>();
    private final Map<UUID, SpanSet> films = new HashMap<>();
    private Unaided unaided;
    private boolean proposed;
    private int open;

    AuditSurvey(String label, UUID rater, UnaidedDraw draw) {
        this.label = label;
        this.rater = rater;
        this.draw = draw;
        unaided = Unaided.of(List.of(), List.of(), List.of(), draw);
    }

    /** Adds a recording with its cages, as far as the rater may see it. */
    void add(Recording recording, List<Cage> cagesThere, NewestProposals newest, StudyStore store, Viewer viewer)
            throws StoreException {
        Optional<List<Proposal>> newestThere = newest.ifAny(store, viewer, recording.id());
        proposed |= newestThere.isPresent();
        List<Proposal> proposals = newestThere.orElse(List.of()).stream()
                .filter(proposal -> proposal.label().equals(label))
                .toList();
        List<Decision> decisions = store.decisions(viewer, recording.id()).stream()
                .filter(decision -> decision.raterId().equals(rater))
                .toList();
        open += undecided(decisions, proposals);
        List<Mark> marks = store.marks(viewer, recording.id());
        List<Coverage> coverage = store.coverage(viewer, recording.id());
        SpanSet filmed = SpanSet.of(recording.span()).minus(recording.gaps());
        films.put(recording.id(), filmed);
        List<Candidate> candidates = proposals.stream()
                .map(proposal -> new Candidate(proposal, "", Optional.empty()))
                .toList();
        unaided = unaided.plus(Unaided.of(candidates, decisions, marks, draw));
        for (Cage cage : cagesThere) {
            Known known = known(cage, proposals, marks, coverage);
            cages.put(cage.id(), known);
            free.add(new AuditPlan.Free(recording.id(), cage.id(), filmed.minus(known.proposed())));
        }
    }

    private static int undecided(List<Decision> decisions, List<Proposal> proposals) {
        List<UUID> decided = decisions.stream()
                .filter(Decision::settles)
                .map(Decision::proposalId)
                .toList();
        return (int) proposals.stream()
                .filter(proposal -> !decided.contains(proposal.id()))
                .count();
    }

    private Known known(Cage cage, List<Proposal> proposals, List<Mark> marks, List<Coverage> coverage) {
        List<Span> ofModel = proposals.stream()
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
        return new Known(new SpanSet(ofModel), new SpanSet(own), new SpanSet(reviewed));
    }

    /** What follows from all that was added. */
    Auditing.Standing standing() {
        AuditPlan plan = AuditPlan.of(free, draw.seed());
        int audited = plan.audited(window -> at(window).reviewed().covers(window.span()));
        int windows = plan.windows().size();
        int missed = (int) plan.windows().subList(0, audited).stream()
                .filter(window -> at(window).missed(window.span()))
                .count();
        int found = (int) cages.values().stream()
                .flatMap(known -> known.events().spans().stream().filter(known::proposes))
                .count();
        RecallEstimate estimate = proposed
                ? RecallEstimate.of(found, windows, audited, missed)
                : RecallEstimate.unproposed(windows, audited, missed);
        return new Auditing.Standing(plan, audited, open, estimate, hidden(), draw, unaided.anchoring());
    }

    private Known at(AuditWindow window) {
        return Objects.requireNonNull(cages.get(window.cageId()));
    }

    /** The windows of groups that wait, in an order by chance that stays the same. */
    private Map<AuditWindow, CandidateGroup> hidden() {
        List<CandidateGroup> order = new ArrayList<>(unaided.waiting());
        order.sort(Comparator.comparing(group -> group.lead().id()));
        Map<AuditWindow, CandidateGroup> hidden = new LinkedHashMap<>();
        for (CandidateGroup group : order) {
            SpanSet filmed = Objects.requireNonNull(films.get(group.lead().recordingId()));
            filmed.spans().stream()
                    .filter(stretch -> stretch.overlaps(group.span()))
                    .findFirst()
                    .ifPresent(stretch -> hidden.put(draw.window(group, stretch), group));
        }
        return hidden;
    }
}
