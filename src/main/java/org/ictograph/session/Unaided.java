package org.ictograph.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ictograph.measure.Anchoring;
import org.ictograph.measure.Candidate;
import org.ictograph.measure.CandidateGroup;
import org.ictograph.measure.UnaidedDraw;
import org.ictograph.model.Decision;
import org.ictograph.model.Mark;
import org.ictograph.model.Origin;
import org.ictograph.model.Protocol;

/**
 * The proposals of one label that a rater is first shown without, and what they marked there beside what they marked where
 * they saw a proposal.
 *
 * @param waiting groups that are not to be shown until their window was looked through
 * @param held proposals of these groups
 * @param aided what the rater decided with the proposal in sight; without what they had marked by hand before
 * @param unaided what they said before they knew of the proposal
 */
record Unaided(
        List<CandidateGroup> waiting,
        Set<UUID> held,
        List<Anchoring.Trial> aided,
        List<Anchoring.Trial> unaided,
        int secondThoughts) {
    /** The label whose windows are audited. */
    static final String LABEL = Protocol.SEIZURE;

    /** By which is drawn where nobody says otherwise. */
    static final long SEED = 1;

    Unaided {
        waiting = List.copyOf(waiting);
        held = Set.copyOf(held);
        aided = List.copyOf(aided);
        unaided = List.copyOf(unaided);
    }

    /**
     * @param candidates all proposals of the label
     * @param decisions of one rater, also those that do not settle
     * @param marks as they are now
     */
    static Unaided of(List<Candidate> candidates, List<Decision> decisions, List<Mark> marks, UnaidedDraw draw) {
        Map<UUID, List<Decision>> about = decisions.stream().collect(Collectors.groupingBy(Decision::proposalId));
        Map<UUID, Mark> now = marks.stream().collect(Collectors.toMap(Mark::id, Function.identity()));
        List<CandidateGroup> waiting = new ArrayList<>();
        Set<UUID> held = new HashSet<>();
        List<Anchoring.Trial> aided = new ArrayList<>();
        List<Anchoring.Trial> unaided = new ArrayList<>();
        int secondThoughts = 0;
        for (CandidateGroup group : CandidateGroup.of(candidates)) {
            List<Decision> made = group.members().stream()
                    .flatMap(member -> about.getOrDefault(member.proposal().id(), List.of()).stream())
                    .toList();
            if (made.isEmpty() && draw.takes(group)) {
                waiting.add(group);
                group.members().forEach(member -> held.add(member.proposal().id()));
            } else if (made.stream().anyMatch(Decision::unaided)) {
                Anchoring.Trial trial =
                        trial(group, made.stream().filter(Decision::unaided).toList(), now);
                unaided.add(trial);
                secondThoughts +=
                        !trial.marked() && made.stream().anyMatch(later -> !later.unaided() && taken(later)) ? 1 : 0;
            } else if (!made.isEmpty()) {
                Anchoring.Trial trial = trial(group, made, now);
                if (!byHand(made, now)) {
                    aided.add(trial);
                }
            }
        }
        return new Unaided(waiting, held, aided, unaided, secondThoughts);
    }

    /** Proposals of a recording that wait for the audit, and are not to be shown until then. */
    static Set<UUID> held(Labels labels, UUID raterId, int percent) {
        if (percent == 0) {
            return Set.of();
        }
        List<Candidate> candidates = labels.proposals().stream()
                .filter(proposal -> proposal.label().equals(LABEL))
                .map(proposal -> new Candidate(proposal, "", Optional.empty()))
                .toList();
        List<Decision> own = labels.decisions().stream()
                .filter(decision -> decision.raterId().equals(raterId))
                .toList();
        return of(candidates, own, List.of(), new UnaidedDraw(percent, SEED)).held;
    }

    private static boolean taken(Decision decision) {
        return decision.verdict() != Decision.Verdict.REJECTED;
    }

    private static boolean byHand(List<Decision> made, Map<UUID, Mark> now) {
        return marks(made, now).stream().anyMatch(mark -> mark.origin().kind() == Origin.Kind.HAND);
    }

    private static List<Mark> marks(List<Decision> made, Map<UUID, Mark> now) {
        return made.stream()
                .flatMap(decision -> decision.markId().stream())
                .flatMap(id -> Optional.ofNullable(now.get(id)).stream())
                .toList();
    }

    private static Anchoring.Trial trial(CandidateGroup group, List<Decision> made, Map<UUID, Mark> now) {
        return new Anchoring.Trial(
                group.span(),
                made.stream().anyMatch(Unaided::taken),
                marks(made, now).stream().findFirst().map(Mark::span));
    }

    Unaided plus(Unaided other) {
        return new Unaided(
                both(waiting, other.waiting),
                new HashSet<>(both(List.copyOf(held), List.copyOf(other.held))),
                both(aided, other.aided),
                both(unaided, other.unaided),
                secondThoughts + other.secondThoughts);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    Anchoring anchoring() {
        return Anchoring.of(aided, unaided, secondThoughts);
    }
}
