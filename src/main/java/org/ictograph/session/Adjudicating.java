package org.ictograph.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.measure.Consensus;
import org.ictograph.measure.Dispute;
import org.ictograph.measure.Finding;
import org.ictograph.model.Change;
import org.ictograph.model.Doubt;
import org.ictograph.model.EdgeRule;
import org.ictograph.model.Edit;
import org.ictograph.model.Label;
import org.ictograph.model.Layer;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Protocol;
import org.ictograph.model.ReviewPlan;
import org.ictograph.model.Settlement;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.model.Span;
import org.ictograph.model.Verb;
import org.ictograph.session.Agreeing.Comparison;

/**
 * Makes the consensus: what a rule settles by itself, and what an adjudicator decides. Each decision is a settlement with,
 * at most, one mark of the consensus; the raters' marks never change. Called on the FX thread.
 */
public final class Adjudicating {
    /**
     * A question and, once somebody answered it, the answer.
     *
     * @param settlement of its first mark; empty while it is open
     * @param before what was decided before a rater changed a mark of it
     */
    public record Question(Dispute dispute, Optional<Settlement> settlement, Optional<Settlement> before) {
        public boolean open() {
            return settlement.isEmpty();
        }
    }

    private final StudyState state;
    private final Edits edits;

    Adjudicating(StudyState state, Edits edits) {
        this.state = state;
        this.edits = edits;
    }

    public ReviewPlan plan() {
        return state.study().get().protocol().plan();
    }

    /** Changes how two ratings become one data set. Only an owner may. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> plan(ReviewPlan changed) {
        return edits.make(() -> {
            Protocol now = state.study().get().protocol();
            return now.plan().equals(changed)
                    ? Optional.empty()
                    : Optional.of(Edit.changing(Verb.CHANGE_PLAN, now, now.withPlan(changed)));
        });
    }

    /**
     * What an adjudicator is asked about two raters, answered or not, the most consequential first. What the plan's rule
     * settles by itself is not asked.
     */
    public List<Question> questions(Comparison comparison) {
        Map<UUID, Settlement> settled = comparison.settled();
        List<Finding> asked = Consensus.of(comparison.report().findings(), plan().edges()).open().stream()
                .filter(finding -> !ruled(finding, settled))
                .toList();
        List<Label> labels = state.study().get().protocol().labels();
        List<Question> questions = new ArrayList<>();
        for (Dispute dispute : Dispute.among(asked, labels, comparison.report().parameters())) {
            Optional<Dispute> open = dispute.without(settled.keySet());
            questions.add(open.map(left -> new Question(left, Optional.empty(), before(comparison, left)))
                    .orElseGet(() -> new Question(
                            dispute,
                            Optional.ofNullable(
                                    settled.get(dispute.marks().get(0).id())),
                            Optional.empty())));
        }
        questions.sort((one, other) -> Dispute.CONSEQUENCE.compare(one.dispute(), other.dispute()));
        return questions;
    }

    private static Optional<Settlement> before(Comparison comparison, Dispute dispute) {
        return comparison.outdated().stream()
                .map(Outdated::settlement)
                .filter(settlement -> dispute.marks().stream()
                        .anyMatch(mark -> settlement.sources().contains(mark.id())))
                .findFirst();
    }

    private static boolean ruled(Finding finding, Map<UUID, Settlement> settled) {
        return Stream.of(finding.a(), finding.b())
                .flatMap(Optional::stream)
                .map(mark -> Optional.ofNullable(settled.get(mark.id())))
                .anyMatch(settlement -> settlement.flatMap(Settlement::rule).isPresent());
    }

    /** How many open pairs the plan's rule would settle. */
    public int ruled(Comparison comparison) {
        return Consensus.of(comparison.open(), plan().edges()).settled().size();
    }

    /** Lets the plan's rule settle what it can, as one edit that says so. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settleByRule(Comparison comparison) {
        return plan().edges()
                .map(rule -> settleByRule(comparison, rule))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** Lets another rule than the plan's settle what it can, as one edit that says so. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settleByRule(Comparison comparison, EdgeRule rule) {
        return make(
                "",
                comparison.outdated(),
                (rater, reason) -> Consensus.of(comparison.open(), Optional.of(rule)).settled().stream()
                        .flatMap(pair -> {
                            Mark mark = pair.mark(UUID.randomUUID(), rater);
                            return Stream.<Change>of(
                                    new Change.Added(mark),
                                    new Change.Added(new Settlement(
                                            Settlement.idAbout(List.of(pair.a(), pair.b())),
                                            mark.recordingId(),
                                            mark.cageId(),
                                            rater,
                                            mark.origin().sources(),
                                            rule.outcome(),
                                            Optional.of(mark.id()),
                                            Optional.of(rule),
                                            "",
                                            Optional.empty())));
                        })
                        .toList());
    }

    /** True when the outcome can be the answer to the question without drawing anything. */
    public static boolean possible(Dispute dispute, Outcome outcome) {
        return switch (outcome) {
            case FIRST -> dispute.a().isPresent();
            case SECOND -> dispute.b().isPresent();
            case MEAN, UNION, INTERSECTION -> merged(dispute, outcome).isPresent();
            case NEITHER, UNCLEAR -> true;
            case DRAWN -> false;
        };
    }

    private static Optional<Span> merged(Dispute dispute, Outcome outcome) {
        return dispute.kind() == Dispute.Kind.EDGES_DIFFER
                ? outcome.merged(
                        dispute.a().orElseThrow().span(),
                        dispute.b().orElseThrow().span())
                : Optional.empty();
    }

    /**
     * Answers an open question. Nothing happens when the outcome asks for a mark that is not there.
     *
     * @param reason in the person's words, empty for none; fails with a sentence when the plan wants one and it is empty
     */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settle(Dispute dispute, Outcome outcome, String reason) {
        return possible(dispute, outcome)
                ? settle(dispute, reason, (rater, why) -> answer(dispute, outcome, rater, why))
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** Answers an open question with a mark whose edges and label the adjudicator gives. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> draw(Dispute dispute, String label, Span span, String reason) {
        return settle(dispute, reason, (rater, why) -> {
            Mark like = dispute.marks().stream()
                    .filter(mark -> mark.label().equals(label))
                    .findFirst()
                    .orElse(dispute.marks().get(0))
                    .withLabel(label);
            return settled(dispute, Outcome.DRAWN, Optional.of(consensus(dispute, like, span, rater)), rater, why);
        });
    }

    /** Decides many open events with one edit: where the first rater has a mark it is taken, elsewhere nothing is. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> settleForFirst(List<Finding> findings) {
        return make(
                "",
                List.of(),
                (rater, why) -> findings.stream()
                        .map(Adjudicating::dispute)
                        .flatMap(dispute ->
                                answer(dispute, dispute.a().isPresent() ? Outcome.FIRST : Outcome.NEITHER, rater, why)
                                        .stream())
                        .toList());
    }

    /** Opens a question again: the settlement and the mark that came of it go, as one edit. */
    @CanIgnoreReturnValue
    public CompletableFuture<Optional<LogEntry>> reopen(Settlement settlement, Optional<Mark> mark) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Removed(settlement));
        mark.ifPresent(made -> changes.add(new Change.Removed(made)));
        return edits.make(new Edit(Verb.SETTLE_CONSENSUS, changes));
    }

    /** One event of one label as a question of its own. */
    public static Dispute dispute(Finding finding) {
        return new Dispute(
                finding.isPair() ? Dispute.Kind.EDGES_DIFFER : Dispute.Kind.MISSED, finding.a(), finding.b());
    }

    private static List<Change> answer(Dispute dispute, Outcome outcome, UUID rater, String reason) {
        Optional<Mark> made =
                switch (outcome) {
                    case FIRST -> dispute.a().map(mark -> consensus(dispute, mark, mark.span(), rater));
                    case SECOND -> dispute.b().map(mark -> consensus(dispute, mark, mark.span(), rater));
                    case MEAN, UNION, INTERSECTION ->
                        merged(dispute, outcome)
                                .map(span -> new Consensus.Settled(
                                                dispute.a().orElseThrow(),
                                                dispute.b().orElseThrow(),
                                                span)
                                        .mark(UUID.randomUUID(), rater));
                    case DRAWN, NEITHER, UNCLEAR -> Optional.empty();
                };
        return settled(dispute, outcome, made, rater, reason);
    }

    private static List<Change> settled(
            Dispute dispute, Outcome outcome, Optional<Mark> made, UUID rater, String reason) {
        List<Change> changes = new ArrayList<>();
        made.ifPresent(mark -> changes.add(new Change.Added(mark)));
        changes.add(new Change.Added(new Settlement(
                Settlement.idAbout(dispute.marks()),
                dispute.recordingId(),
                dispute.cageId(),
                rater,
                dispute.marks().stream().map(Mark::id).toList(),
                outcome,
                made.map(Mark::id),
                Optional.empty(),
                reason,
                outcome == Outcome.UNCLEAR
                        ? Optional.of(new Doubt(doubtful(dispute), dispute.span()))
                        : Optional.empty())));
        return changes;
    }

    /** The weightier of two labels: whether it was a seizure at all is in doubt as soon as one rater called it one. */
    private static String doubtful(Dispute dispute) {
        return dispute.labels().contains(Protocol.SEIZURE)
                ? Protocol.SEIZURE
                : dispute.labels().get(0);
    }

    private static Mark consensus(Dispute dispute, Mark like, Span span, UUID rater) {
        return new Mark(
                UUID.randomUUID(),
                like.recordingId(),
                like.cageId(),
                rater,
                Layer.CONSENSUS,
                like.label(),
                span,
                like.stage(),
                like.certainty(),
                like.visibility(),
                "",
                new Origin(
                        Origin.Kind.ADJUDICATION,
                        dispute.marks().stream().map(Mark::id).toList()));
    }

    private CompletableFuture<Optional<LogEntry>> settle(
            Dispute dispute, String reason, BiFunction<UUID, String, List<Change>> changes) {
        if (plan().reasons() && reason.isBlank()) {
            return CompletableFuture.failedFuture(
                    new SessionException("The plan of this study wants a reason for every decision; say why first."));
        }
        return make(
                reason,
                Outdated.among(state.labels().get()),
                (rater, why) -> alreadySettled(dispute) ? List.of() : changes.apply(rater, why));
    }

    /** Two keys pressed quickly ask twice. */
    private boolean alreadySettled(Dispute dispute) {
        Set<UUID> asked = dispute.marks().stream().map(Mark::id).collect(Collectors.toSet());
        return Outdated.without(state.labels().get()).settlements().stream()
                .flatMap(settlement -> settlement.sources().stream())
                .anyMatch(asked::contains);
    }

    /** @param outdated decisions that go where one of these marks is decided about again */
    private CompletableFuture<Optional<LogEntry>> make(
            String reason, List<Outdated> outdated, BiFunction<UUID, String, List<Change>> changes) {
        return edits.make(() -> {
            List<Change> made =
                    replaced(outdated, changes.apply(state.rater().get().id(), reason.strip()));
            return made.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Edit(Verb.SETTLE_CONSENSUS, made).because(reason));
        });
    }

    private static List<Change> replaced(List<Outdated> outdated, List<Change> made) {
        Set<UUID> again = made.stream()
                .flatMap(change -> change.after().stream())
                .filter(Settlement.class::isInstance)
                .flatMap(settlement -> ((Settlement) settlement).sources().stream())
                .collect(Collectors.toSet());
        List<Change> all = new ArrayList<>();
        outdated.stream()
                .filter(one -> one.settlement().sources().stream().anyMatch(again::contains))
                .forEach(one -> {
                    all.add(new Change.Removed(one.settlement()));
                    one.mark().ifPresent(mark -> all.add(new Change.Removed(mark)));
                });
        all.addAll(made);
        return all;
    }
}
