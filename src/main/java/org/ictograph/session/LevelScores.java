package org.ictograph.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.model.Proposal;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.Span;

/** Takes the hills out of a curve of scores that would tell where proposals are which a rater is not to see yet. */
final class LevelScores {
    private LevelScores() {}

    /** The tracks of a recording where these proposals are hidden. */
    static List<ScoreTrack> of(Labels labels, Set<UUID> hidden) {
        Map<Boolean, List<Proposal>> parts = labels.proposals().stream()
                .collect(Collectors.partitioningBy(proposal -> hidden.contains(proposal.id())));
        List<Proposal> away = parts.getOrDefault(true, List.of());
        List<Proposal> seen = parts.getOrDefault(false, List.of());
        return labels.tracks().stream().map(track -> under(track, away, seen)).toList();
    }

    /**
     * Under each hidden proposal, and as long before and after it as it is itself, the curve goes no higher than straight from
     * one end to the other.
     *
     * @param seen beside which the curve stays as it is
     */
    static ScoreTrack under(ScoreTrack track, List<Proposal> hidden, List<Proposal> seen) {
        if (track.label().equals(ScoreTrack.MOTION)) {
            return track;
        }
        List<Float> values = new ArrayList<>(track.values());
        for (Proposal proposal : hidden) {
            if (proposal.cageId().equals(track.cageId())) {
                level(track, values, foot(proposal, seen));
            }
        }
        return new ScoreTrack(track.runId(), track.cageId(), track.label(), track.start(), track.step(), values);
    }

    private static Span foot(Proposal proposal, List<Proposal> seen) {
        Span own = proposal.span();
        long start = own.start() - own.length();
        long end = own.end() + own.length();
        for (Proposal other : seen) {
            if (other.cageId().equals(proposal.cageId())) {
                start = other.span().end() <= own.start()
                        ? Math.max(start, other.span().end())
                        : start;
                end = other.span().start() >= own.end()
                        ? Math.min(end, other.span().start())
                        : end;
            }
        }
        return new Span(Math.max(0, start), end);
    }

    private static void level(ScoreTrack track, List<Float> values, Span foot) {
        int from = Math.max(0, Math.toIntExact(Math.floorDiv(foot.start() - track.start(), track.step())));
        int to = Math.min(values.size() - 1, Math.toIntExact(Math.floorDiv(foot.end() - track.start(), track.step())));
        if (from >= to) {
            return;
        }
        float left = values.get(from);
        float right = values.get(to);
        for (int i = from; i <= to; i++) {
            float straight = left + (right - left) * (i - from) / (to - from);
            values.set(i, Math.min(values.get(i), straight));
        }
    }
}
