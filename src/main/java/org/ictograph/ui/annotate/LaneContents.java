package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.ictograph.model.Decision;
import org.ictograph.model.Entity;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Rater;
import org.ictograph.model.ScoreTrack;
import org.ictograph.session.Labels;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.LaneKind;

/**
 * Sorts what is said about a recording into groups, one for each sub-lane: own marks, other raters, the consensus,
 * proposals, and empty ones where a curve or a band is to be. Groups that an edit left alone are used again, so that an
 * edit among a hundred thousand marks costs one lane.
 */
final class LaneContents {
    private record Key(UUID cageId, LaneKind kind, Optional<UUID> raterId) {}

    /** A group and what it was made of. */
    private record Held(List<Entity> source, BarGroup group) {
        boolean madeOf(List<Entity> now) {
            if (source.size() != now.size()) {
                return false;
            }
            for (int i = 0; i < now.size(); i++) {
                if (source.get(i) != now.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Map<Key, Held> held = new HashMap<>();

    /**
     * The groups of each cage.
     *
     * @param self the rater who works
     * @param raters in the order of their sub-lanes
     * @param order kinds that are shown, from the top
     * @param scores labels whose scores are shown
     */
    Map<UUID, List<BarGroup>> groups(
            List<UUID> cages,
            Labels labels,
            UUID self,
            List<Rater> raters,
            List<LaneKind> order,
            Predicate<String> scores) {
        hold(sorted(labels, self));
        Map<UUID, List<BarGroup>> all = new HashMap<>();
        for (UUID cage : cages) {
            List<BarGroup> groups = new ArrayList<>();
            for (LaneKind kind : order) {
                switch (kind) {
                    case OWN -> groups.add(orEmpty(new Key(cage, kind, Optional.of(self))));
                    case OTHER -> raters.forEach(rater -> addPresent(groups, cage, kind, Optional.of(rater.id())));
                    case CONSENSUS, PROPOSALS -> addPresent(groups, cage, kind, Optional.empty());
                    case COVERAGE, FILM -> groups.add(empty(kind));
                    case SCORE ->
                        labels.tracks().stream()
                                .filter(track -> is(track, cage, kind))
                                .map(ScoreTrack::label)
                                .distinct()
                                .filter(scores)
                                .forEach(label -> groups.add(BarGroup.ofScore(label)));
                    case ACTIVITY -> {
                        if (labels.tracks().stream().anyMatch(track -> is(track, cage, kind))) {
                            groups.add(empty(kind));
                        }
                    }
                }
            }
            all.put(cage, groups);
        }
        return all;
    }

    /** True for a track that a curve of this kind shows for a cage. */
    static boolean is(ScoreTrack track, UUID cage, LaneKind kind) {
        boolean motion = track.label().equals(ScoreTrack.MOTION);
        return track.cageId().equals(cage) && motion == (kind == LaneKind.ACTIVITY);
    }

    private static Map<Key, List<Entity>> sorted(Labels labels, UUID self) {
        Map<Key, List<Entity>> sorted = new HashMap<>();
        labels.marks()
                .forEach(mark -> sorted.computeIfAbsent(keyOf(mark, self), k -> new ArrayList<>())
                        .add(mark));
        Set<UUID> decided = new HashSet<>();
        for (Decision decision : labels.decisions()) {
            if (decision.settles() && decision.raterId().equals(self)) {
                decided.add(decision.proposalId());
            }
        }
        for (Proposal proposal : labels.proposals()) {
            if (!decided.contains(proposal.id())) {
                Key key = new Key(proposal.cageId(), LaneKind.PROPOSALS, Optional.empty());
                sorted.computeIfAbsent(key, k -> new ArrayList<>()).add(proposal);
            }
        }
        return sorted;
    }

    private static Key keyOf(Mark mark, UUID self) {
        if (mark.layer() == Layer.CONSENSUS) {
            return new Key(mark.cageId(), LaneKind.CONSENSUS, Optional.empty());
        }
        LaneKind kind = mark.raterId().equals(self) ? LaneKind.OWN : LaneKind.OTHER;
        return new Key(mark.cageId(), kind, Optional.of(mark.raterId()));
    }

    private void hold(Map<Key, List<Entity>> sorted) {
        Map<Key, Held> now = new HashMap<>();
        sorted.forEach((key, source) -> {
            Held before = held.get(key);
            now.put(key, before != null && before.madeOf(source) ? before : new Held(source, group(key, source)));
        });
        held = now;
    }

    private static BarGroup group(Key key, List<Entity> source) {
        List<Bar> bars = new ArrayList<>(source.size());
        for (Entity entity : source) {
            if (entity instanceof Mark mark) {
                bars.add(Bar.of(mark));
            } else if (entity instanceof Proposal proposal) {
                bars.add(Bar.of(proposal));
            }
        }
        return new BarGroup(key.kind(), key.raterId(), bars);
    }

    private void addPresent(List<BarGroup> groups, UUID cage, LaneKind kind, Optional<UUID> rater) {
        Held present = held.get(new Key(cage, kind, rater));
        if (present != null) {
            groups.add(present.group());
        }
    }

    private BarGroup orEmpty(Key key) {
        Held present = held.get(key);
        return present != null ? present.group() : new BarGroup(key.kind(), key.raterId(), List.of());
    }

    private static BarGroup empty(LaneKind kind) {
        return new BarGroup(kind, Optional.empty(), List.of());
    }
}
