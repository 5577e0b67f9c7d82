package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.AuditPlan;
import org.ictograph.measure.AuditWindow;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.RecallEstimate;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.model.Cage;
import org.ictograph.model.Change;
import org.ictograph.model.Coverage;
import org.ictograph.model.Coverage.Seen;
import org.ictograph.model.Decision;
import org.ictograph.model.Decision.Verdict;
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
     * @param hidden windows with proposals that the rater is not to know of before they have looked, in the order in which
     *     they are shown
     * @param anchoring how proposals pull what the rater marks
     */
    public record Standing(
            AuditPlan plan,
            int audited,
            int open,
            RecallEstimate estimate,
            Map<AuditWindow, CandidateGroup> hidden,
            UnaidedDraw draw,
            Anchoring anchoring) {
        public Standing {
            hidden = Collections.unmodifiableMap(new LinkedHashMap<>(hidden));
        }

        /** How many windows are looked through, with proposals in them or without. */
        public int looked() {
            return audited + anchoring.unaided().shown();
        }

        /** The window to look through next; none when all are. Whether it has proposals is decided by chance. */
        public Optional<AuditWindow> next() {
            boolean left = audited < plan.windows().size();
            if (!hidden.isEmpty() && (!left || draw.comesNext(looked()))) {
                return hidden.keySet().stream().findFirst();
            }
            return left ? Optional.of(plan.windows().get(audited)) : Optional.empty();
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
    private final Attention attention;

    Auditing(
            Workplace workplace,
            StudyState state,
            StoreLane store,
            Edits edits,
            NewestProposals newest,
            Attention attention) {
        this.attention = attention;
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
        UnaidedDraw draw = new UnaidedDraw(
                label.equals(Unaided.LABEL) ? study.protocol().plan().unaided() : 0, seed);
        return store.ask(open -> {
                    Map<UUID, Known> cages = new HashMap<>();
                    List<AuditPlan.Free> free = new ArrayList<>();
                    int undecided = 0;
                    Unaided unaided = Unaided.of(List.of(), List.of(), List.of(), draw);
                    Map<UUID, SpanSet> films = new HashMap<>();
                    for (Recording recording : study.recordings()) {
                        List<Proposal> proposals = newest.of(open, viewer, recording.id()).stream()
                                .filter(proposal -> proposal.label().equals(label))
                                .toList();
                        List<Decision> decisions = open.decisions(viewer, recording.id()).stream()
                                .filter(decision -> decision.raterId().equals(rater))
                                .toList();
                        undecided += undecided(decisions, proposals);
                        List<Mark> marks = open.marks(viewer, recording.id());
                        List<Coverage> coverage = open.coverage(viewer, recording.id());
                        SpanSet filmed = SpanSet.of(recording.span()).minus(recording.gaps());
                        films.put(recording.id(), filmed);
                        List<Candidate> candidates = proposals.stream()
                                .map(proposal -> new Candidate(proposal, "", Optional.empty()))
                                .toList();
                        unaided = unaided.plus(Unaided.of(candidates, decisions, marks, draw));
                        for (Cage cage : study.cagesOf(recording.id())) {
                            Known known = known(cage, label, rater, proposals, marks, coverage);
                            cages.put(cage.id(), known);
                            free.add(new AuditPlan.Free(recording.id(), cage.id(), filmed.minus(known.proposed())));
                        }
                    }
                    return standing(AuditPlan.of(free, seed), cages, undecided, films, unaided, draw);
                })
                .thenApplyAsync(standing -> standing, workplace.fx());
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

    /** The windows of groups that wait, in an order by chance that stays the same. */
    private static Map<AuditWindow, CandidateGroup> hidden(
            List<CandidateGroup> waiting, Map<UUID, SpanSet> films, UnaidedDraw draw) {
        List<CandidateGroup> order = new ArrayList<>(waiting);
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

    private static Standing standing(
            AuditPlan plan,
            Map<UUID, Known> cages,
            int open,
            Map<UUID, SpanSet> films,
            Unaided unaided,
            UnaidedDraw draw) {
        int found = (int) cages.values().stream()
                .flatMap(known -> known.events().spans().stream().filter(known::proposes))
                .count();
        int audited = plan.audited(window -> at(cages, window).reviewed().covers(window.span()));
        int missed = (int) plan.windows().subList(0, audited).stream()
                .filter(window -> missed(at(cages, window), window.span()))
                .count();
        return new Standing(
                plan,
                audited,
                open,
                RecallEstimate.of(found, plan.windows().size(), audited, missed),
                hidden(unaided.waiting(), films, draw),
                draw,
                unaided.anchoring());
    }

    private static Known at(Map<UUID, Known> cages, AuditWindow window) {
        return Objects.requireNonNull(cages.get(window.cageId()));
    }

    private static boolean missed(Known known, Span window) {
        return known.events().spans().stream()
                .anyMatch(event -> window.contains(event.start()) && !known.proposes(event));
    }

    /** The rater who works has looked through a window and marked what is there. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> looked(AuditWindow window) {
        return edits.make(Edit.adding(Verb.COVER, coverage(window)));
    }

    /**
     * The rater who works has looked through a window and marked what is there, without knowing of proposals in it. What
     * they marked stands for these; where they marked nothing, they are asked about them now that they may see them.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> looked(AuditWindow window, CandidateGroup hidden) {
        Viewer viewer = state.viewer();
        UUID rater = state.rater().get().id();
        OptionalLong millis = attention.millis(hidden.lead().id());
        return store.ask(open -> open.marks(viewer, window.recordingId()))
                .thenComposeAsync(
                        marks -> {
                            Optional<UUID> mark = marks.stream()
                                    .filter(one -> one.cageId().equals(window.cageId())
                                            && one.raterId().equals(rater)
                                            && one.layer() == Layer.RATING
                                            && one.label().equals(hidden.lead().label())
                                            && one.span().overlaps(hidden.span()))
                                    .max(Comparator.comparingDouble(
                                            one -> one.span().iou(hidden.span())))
                                    .map(Mark::id);
                            List<Change> changes = new ArrayList<>();
                            changes.add(new Change.Added(coverage(window)));
                            hidden.members()
                                    .forEach(member -> changes.add(new Change.Added(new Decision(
                                            Decision.idOf(millis, true),
                                            member.proposal().id(),
                                            rater,
                                            mark.isPresent() ? Verdict.ADJUSTED : Verdict.REJECTED,
                                            mark))));
                            return edits.make(new Edit(Verb.COVER, changes));
                        },
                        workplace.fx());
    }

    private Coverage coverage(AuditWindow window) {
        return new Coverage(
                UUID.randomUUID(),
                state.rater().get().id(),
                window.recordingId(),
                window.cageId(),
                window.span(),
                Seen.REVIEWED,
                0);
    }
}
