package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.model.Cage;
import org.ictograph.model.Decision;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.model.Rater;
import org.ictograph.session.Labels;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;

/** Sorts what is said about a recording into lanes: own marks, other raters, the consensus, proposals, the score. */
final class LaneContents {
    private record Key(UUID cageId, LaneKind kind, Optional<UUID> raterId) {}

    private final Map<Key, List<Bar>> bars = new HashMap<>();
    private final Labels labels;
    private final UUID self;
    private final List<Rater> raters;

    /**
     * @param self the rater who works
     * @param raters in the order of their sub-lanes
     */
    LaneContents(Labels labels, UUID self, List<Rater> raters) {
        this.labels = labels;
        this.self = self;
        this.raters = raters;
        labels.marks().forEach(mark -> add(keyOf(mark), Bar.of(mark)));
        Set<UUID> decided = new HashSet<>();
        for (Decision decision : labels.decisions()) {
            if (decision.raterId().equals(self)) {
                decided.add(decision.proposalId());
            }
        }
        for (Proposal proposal : labels.proposals()) {
            if (!decided.contains(proposal.id())) {
                add(new Key(proposal.cageId(), LaneKind.PROPOSALS, Optional.empty()), Bar.of(proposal));
            }
        }
    }

    private Key keyOf(Mark mark) {
        if (mark.layer() == Layer.CONSENSUS) {
            return new Key(mark.cageId(), LaneKind.CONSENSUS, Optional.empty());
        }
        LaneKind kind = mark.raterId().equals(self) ? LaneKind.OWN : LaneKind.OTHER;
        return new Key(mark.cageId(), kind, Optional.of(mark.raterId()));
    }

    private void add(Key key, Bar bar) {
        bars.computeIfAbsent(key, k -> new ArrayList<>()).add(bar);
    }

    /** The lanes of cages, those in {@code closed} squeezed. */
    Lanes of(List<Cage> cages, Set<UUID> closed) {
        return Lanes.of(cages.stream()
                .map(cage -> new Lanes.Content(
                        cage.id(), groups(cage.id()), hasCurve(cage.id()), closed.contains(cage.id())))
                .toList());
    }

    private List<BarGroup> groups(UUID cage) {
        List<BarGroup> groups = new ArrayList<>();
        groups.add(group(new Key(cage, LaneKind.OWN, Optional.of(self))));
        for (Rater rater : raters) {
            addPresent(groups, new Key(cage, LaneKind.OTHER, Optional.of(rater.id())));
        }
        addPresent(groups, new Key(cage, LaneKind.CONSENSUS, Optional.empty()));
        addPresent(groups, new Key(cage, LaneKind.PROPOSALS, Optional.empty()));
        return groups;
    }

    private void addPresent(List<BarGroup> groups, Key key) {
        if (bars.containsKey(key)) {
            groups.add(group(key));
        }
    }

    private BarGroup group(Key key) {
        return new BarGroup(key.kind(), key.raterId(), bars.getOrDefault(key, List.of()));
    }

    private boolean hasCurve(UUID cage) {
        return labels.tracks().stream().anyMatch(track -> track.cageId().equals(cage));
    }
}
