package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
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
import org.ictograph.model.Span;
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
     */
    public record Heap(List<Candidate> candidates, Map<String, Long> filmed) {
        public static final Heap EMPTY = new Heap(List.of(), Map.of());

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

    Triaging(Workplace workplace, StudyState state, StoreLane store, Edits edits, NewestProposals newest) {

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
                    for (Recording recording : study.recordings()) {
                        for (Cage cage : study.cagesOf(recording.id())) {
                            filmed.merge(animal(study, cage), recording.filmed(), Long::sum);
                        }
                        candidates.addAll(candidates(open, viewer, study, recording.id(), rater));
                    }
                    return new Heap(candidates, filmed);
                })
                .thenApplyAsync(heap -> heap, workplace.fx());
    }

    private List<Candidate> candidates(StudyStore open, Viewer viewer, Study study, UUID recordingId, UUID rater)
            throws StoreException {
        Map<UUID, Verdict> verdicts = new HashMap<>();
        for (Decision decision : open.decisions(viewer, recordingId)) {
            if (decision.raterId().equals(rater)) {
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

    /** The animal in a cage; where none is named, each cage has its own. */
    private static String animal(Study study, Cage cage) {
        return study.subjectIn(cage).map(Subject::name).orElse(cage.id().toString());
    }

    /** The whole group becomes one mark of the rater who works, with the name that the model gave it; none when they marked it already. */
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
            entry.stream()
                    .flatMap(stored -> stored.edit().changes().stream())
                    .flatMap(change -> change.after().stream())
                    .flatMap(made -> made instanceof Decision decision ? decision.markId().stream() : Stream.empty())
                    .findFirst()
                    .ifPresent(mark -> state.selectedMark().set(Optional.of(mark)));
            return entry;
        });
    }

    private CompletableFuture<Optional<LogEntry>> take(CandidateGroup group, String label, boolean asIs) {
        Viewer viewer = state.viewer();
        UUID rater = state.rater().get().id();
        return store.ask(open -> open.marks(viewer, group.lead().recordingId()))
                .thenComposeAsync(
                        marks -> edits.make(taking(group, label, asIs, rater, own(group, label, rater, marks))),
                        workplace.fx());
    }

    /** What the rater marked there already, so that one event does not get two marks. */
    private static Optional<Mark> own(CandidateGroup group, String label, UUID rater, List<Mark> marks) {
        Span span = group.span();
        return marks.stream()
                .filter(mark -> mark.layer() == Layer.RATING
                        && mark.raterId().equals(rater)
                        && mark.cageId().equals(group.lead().cageId())
                        && mark.label().equals(label)
                        && mark.span().overlaps(span))
                .max(Comparator.comparingDouble(mark -> mark.span().iou(span)));
    }

    private static Edit taking(CandidateGroup group, String label, boolean asIs, UUID rater, Optional<Mark> own) {
        List<Change> changes = new ArrayList<>();
        Mark mark = own.orElseGet(() -> mark(group, rater, label));
        if (own.isEmpty()) {
            changes.add(new Change.Added(mark));
        }
        decisions(group, rater, asIs ? Verdict.ACCEPTED : Verdict.ADJUSTED, Optional.of(mark.id()), changes);
        return new Edit(asIs ? Verb.ACCEPT_PROPOSAL : Verb.ADJUST_PROPOSAL, changes);
    }

    /** The whole group is kept as rejected. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reject(CandidateGroup group) {
        return edits.make(() -> {
            List<Change> changes = new ArrayList<>();
            decisions(group, state.rater().get().id(), Verdict.REJECTED, Optional.empty(), changes);
            return Optional.of(new Edit(Verb.REJECT_PROPOSAL, changes));
        });
    }

    private static void decisions(
            CandidateGroup group, UUID rater, Verdict verdict, Optional<UUID> mark, List<Change> into) {
        group.members()
                .forEach(member -> into.add(new Change.Added(
                        new Decision(UUID.randomUUID(), member.proposal().id(), rater, verdict, mark))));
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
