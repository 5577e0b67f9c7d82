package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ictograph.model.Proposal;
import org.ictograph.model.Span;

/**
 * Proposals of one label in one cage that are as good as the same, so that one decision is about all of them.
 *
 * @param members the best score first, at least one
 */
public record CandidateGroup(List<Candidate> members) {
    /** Proposals that are no further apart than this belong together, in microseconds. */
    public static final long NEAR = 3 * Span.SECOND;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.<Candidate>comparingDouble(
                    member -> member.proposal().score())
            .reversed()
            .thenComparing(member -> member.proposal().span());

    public CandidateGroup {
        members = members.stream().sorted(BEST_FIRST).toList();
        if (members.isEmpty()) {
            throw new IllegalArgumentException("A group of proposals has a member.");
        }
    }

    /** The groups of these proposals, the earliest of each cage and label first. */
    public static List<CandidateGroup> of(List<Candidate> candidates) {
        record Lane(Object recording, Object cage, String label) {}
        Map<Lane, List<Candidate>> lanes = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            Proposal proposal = candidate.proposal();
            lanes.computeIfAbsent(
                            new Lane(proposal.recordingId(), proposal.cageId(), proposal.label()),
                            none -> new ArrayList<>())
                    .add(candidate);
        }
        List<CandidateGroup> groups = new ArrayList<>();
        lanes.values().forEach(lane -> cut(lane, groups));
        return groups;
    }

    private static void cut(List<Candidate> lane, List<CandidateGroup> into) {
        lane.sort(Comparator.comparing(candidate -> candidate.proposal().span()));
        List<Candidate> together = new ArrayList<>();
        long end = Long.MIN_VALUE;
        for (Candidate candidate : lane) {
            Span span = candidate.proposal().span();
            if (!together.isEmpty() && span.start() - end > NEAR) {
                into.add(new CandidateGroup(together));
                together.clear();
            }
            end = together.isEmpty() ? span.end() : Math.max(end, span.end());
            together.add(candidate);
        }
        into.add(new CandidateGroup(together));
    }

    /** The proposal with the best score, which speaks for all. */
    public Proposal lead() {
        return members.get(0).proposal();
    }

    public String animal() {
        return members.get(0).animal();
    }

    public double score() {
        return lead().score();
    }

    /**
     * What a mark of the whole group spans: the best proposal, and what the others add before and after it without
     * overlapping it. Of proposals that overlap, the better one knows the edges better.
     */
    public Span span() {
        Span best = lead().span();
        long start = best.start();
        long end = best.end();
        for (Candidate member : members) {
            Span span = member.proposal().span();
            if (!span.overlaps(best)) {
                start = Math.min(start, span.start());
                end = Math.max(end, span.end());
            }
        }
        return new Span(start, end);
    }

    /** True for a group in which nothing is decided. */
    public boolean open() {
        return members.stream().allMatch(Candidate::open);
    }
}
