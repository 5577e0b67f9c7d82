package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.model.Cage;
import org.ictograph.model.Certainty;
import org.ictograph.model.Change;
import org.ictograph.model.Decision;
import org.ictograph.model.Decision.Verdict;
import org.ictograph.model.Edit;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Recording;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.Verb;
import org.ictograph.model.Visibility;
import org.ictograph.store.StoreException;
import org.ictograph.store.StudyStore;
import org.ictograph.store.Viewer;

/**
 * Decides about the proposals of all recordings, whichever is open. Each decision is an edit like any other: attributed,
 * and with its time in the log to the millisecond. Called on the FX thread.
 */
public final class Triaging {
    /**
     * What can be decided.
     *
     * @param candidates the newest proposals of all recordings, and what the rater who works decided about them
     * @param filmed how long each animal was filmed, in microseconds
     * @param unaided decisions that wait in the audit, where they are first shown without their proposals
     */
    public record Heap(List<Candidate> candidates, Map<String, Long> filmed, int unaided) {
        public static final Heap EMPTY = new Heap(List.of(), Map.of(), 0);

        public Heap {
            candidates = List.copyOf(candidates);
            filmed = Map.copyOf(filmed);
        }
    }

    private final StudyState state;
    private final StoreLane store;
    private final Edits edits;
    private final Workplace workplace;
    private final NewestProposals newest;
    private final Attention attention;

    Triaging(
            Workplace workplace,
            StudyState state,
            StoreLane store,
            Edits edits,
            NewestProposals newest,
            Attention attention) {
        this.attention = attention;
        this.newest = newest;
        this.workplace = workplace;
        this.state = state;
        this.store = store;
        this.edits = edits;
    }

    /** Calls back after each edit, whoever made it. */
    public void onEdit(Runnable listener) {
        state.head().addListener((property, before, now) -> listener.run());
    }

    /** What there is to decide, as far as the rater who works may see it. */
    public CompletableFuture<Heap> read() {
        Viewer viewer = state.viewer();
        Study study = state.study().get();
        UUID rater = state.rater().get().id();
        return store.ask(open -> {
                    List<Candidate> candidates = new ArrayList<>();
                    Map<String, Long> filmed = new HashMap<>();
                    int unaided = 0;
                    for (Recording recording : study.recordings()) {
                        for (Cage cage : study.cagesOf(recording.id())) {
                            filmed.merge(animal(study, cage), recording.filmed(), Long::sum);
                        }
                        List<Candidate> all = candidates(open, viewer, study, recording.id(), rater);
                        Unaided unaidedHere = unaided(open, viewer, study, recording.id(), rater, all);
                        unaided += unaidedHere.waiting().size();
                        all.stream()
                                .filter(one -> !unaidedHere
                                        .held()
                                        .contains(one.proposal().id()))
                                .forEach(candidates::add);
                    }
                    return new Heap(candidates, filmed, unaided);
                })
                .thenApplyAsync(heap -> heap, workplace.fx());
    }

    private List<Candidate> candidates(StudyStore open, Viewer viewer, Study study, UUID recordingId, UUID rater)
            throws StoreException {
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Decision decision : open.decisions(viewer, recordingId)) {
            if (decision.settles() && decision.raterId().equals(rater)) {
                verdicts.putIfAbsent(decision.proposalId(), decision.verdict());
            }
        }
        return newest.of(open, viewer, recordingId).stream()
                .map(proposal -> new Candidate(
                        proposal,
                        study.cage(proposal.cageId())
                                .map(cage -> animal(study, cage))
                                .orElse(""),
                        Optional.ofNullable(verdicts.get(proposal.id()))))
                .toList();
    }

    private static Unaided unaided(
            StudyStore open, Viewer viewer, Study study, UUID recordingId, UUID rater, List<Candidate> all)
            throws StoreException {
        List<Decision> own = open.decisions(viewer, recordingId).stream()
                .filter(decision -> decision.raterId().equals(rater))
                .toList();
        List<Candidate> audited = all.stream()
                .filter(one -> one.proposal().label().equals(Unaided.LABEL))
                .toList();
        int percent = study.protocol().plan().unaided();
        return Unaided.of(audited, own, List.of(), new UnaidedDraw(percent, Unaided.SEED));
    }

    /** The animal in a cage; where none is named, each cage has its own. */
    private static String animal(Study study, Cage cage) {
        return study.subjectIn(cage).map(Subject::name).orElse(cage.id().toString());
    }

    /**
     * The whole group becomes one mark of the rater who works, with the name that the model gave it; it joins the mark that
     * they have there already, see {@link SameEvent}.
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept(CandidateGroup group) {
        return accept(group, group.lead().label());
    }

    /** The whole group becomes one mark of the rater who works with this label. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> accept(CandidateGroup group, String label) {
        return take(group, label, label.equals(group.lead().label()));
    }

    /** The whole group becomes one mark of the rater who works, which is selected so that its edges can be corrected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> adjust(CandidateGroup group) {
        return take(group, group.lead().label(), false).thenApply(entry -> {
            entry.flatMap(SameEvent::decided)
                    .ifPresent(mark -> state.selectedMark().set(Optional.of(mark)));
            return entry;
        });
    }

    private CompletableFuture<Optional<LogEntry>> take(CandidateGroup group, String label, boolean asIs) {
        Viewer viewer = state.viewer();
        UUID rater = state.rater().get().id();
        OptionalLong millis = attention.millis(group.lead().id());
        return store.ask(open -> open.marks(viewer, group.lead().recordingId()))
                .thenComposeAsync(
                        marks -> edits.make(taking(
                                group,
                                label,
                                asIs,
                                rater,
                                millis,
                                SameEvent.of(marks, rater, group.lead().cageId(), label, group.span()))),
                        workplace.fx());
    }

    private static Edit taking(
            CandidateGroup group, String label, boolean asIs, UUID rater, OptionalLong millis, Optional<Mark> own) {
        List<Change> changes = new ArrayList<>();
        Mark mark = own.orElseGet(() -> mark(group, rater, label));
        if (own.isEmpty()) {
            changes.add(new Change.Added(mark));
        }
        decisions(group, rater, asIs ? Verdict.ACCEPTED : Verdict.ADJUSTED, Optional.of(mark.id()), millis, changes);
        return new Edit(asIs ? Verb.ACCEPT_PROPOSAL : Verb.ADJUST_PROPOSAL, changes);
    }

    /** The whole group is kept as rejected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject(CandidateGroup group) {
        OptionalLong millis = attention.millis(group.lead().id());
        return edits.make(() -> {
            List<Change> changes = new ArrayList<>();
            decisions(group, state.rater().get().id(), Verdict.REJECTED, Optional.empty(), millis, changes);
            return Optional.of(new Edit(Verb.REJECT_PROPOSAL, changes));
        });
    }

    private static void decisions(
            CandidateGroup group,
            UUID rater,
            Verdict verdict,
            Optional<UUID> mark,
            OptionalLong millis,
            List<Change> into) {
        group.members()
                .forEach(member -> into.add(new Change.Added(new Decision(
                        Decision.idOf(millis, false), member.proposal().id(), rater, verdict, mark))));
    }

    private static Mark mark(CandidateGroup group, UUID rater, String label) {
        return new Mark(
                UUID.randomUUID(),
                group.lead().recordingId(),
                group.lead().cageId(),
                rater,
                Layer.RATING,
                label,
                group.span(),
                "",
                Certainty.CERTAIN,
                Visibility.FULL,
                "",
                new Origin(
                        Origin.Kind.PROPOSAL,
                        group.members().stream()
                                .map(member -> member.proposal().id())
                                .toList()));
    }
}
