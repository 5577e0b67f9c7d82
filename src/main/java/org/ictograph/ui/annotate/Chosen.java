package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ictograph.model.Mark;
import org.ictograph.model.Proposal;
import org.ictograph.session.Labels;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarGroup;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;

/**
 * The marks and proposals that are chosen together. The selected mark or proposal of the study is always among them and is
 * the one that a range goes on from; whoever selects another one elsewhere chooses that one alone.
 */
public final class Chosen {
    private final StudyState state;
    private final StudySession session;
    private final ReadOnlyObjectProperty<Lanes> lanes;
    private final ReadOnlyObjectWrapper<Set<UUID>> ids = new ReadOnlyObjectWrapper<>(Set.of());
    private boolean choosing;

    Chosen(StudySession session, ReadOnlyObjectProperty<Lanes> lanes) {
        this.session = session;
        this.state = session.state();
        this.lanes = lanes;
        state.selectedMark().addListener((property, before, now) -> follow());
        state.selectedProposal().addListener((property, before, now) -> follow());
        state.labels().addListener((property, before, now) -> keepPresent(now));
        follow();
    }

    public ReadOnlyObjectProperty<Set<UUID>> ids() {
        return ids.getReadOnlyProperty();
    }

    /** True for more than one. */
    public boolean several() {
        return ids.get().size() > 1;
    }

    /** The chosen marks that the rater who works may change, by start. */
    public List<Mark> marks() {
        return session.marking().own(ids.get());
    }

    /** The chosen proposals, by start. */
    public List<Proposal> proposals() {
        return ids.get().isEmpty()
                ? List.of()
                : state.labels().get().proposals().stream()
                        .filter(proposal -> ids.get().contains(proposal.id()))
                        .toList();
    }

    /** Chooses these and no others; the first is the selected one. */
    public void only(Collection<UUID> wanted) {
        set(new LinkedHashSet<>(wanted), wanted.stream().findFirst());
    }

    /** Chooses these as well; the first of them is the selected one then. */
    public void add(Collection<UUID> more) {
        Set<UUID> all = new LinkedHashSet<>(ids.get());
        all.addAll(more);
        set(all, more.stream().findFirst().or(this::selected));
    }

    /** Chooses one as well, or leaves it out when it was chosen. */
    public void toggle(UUID id) {
        Set<UUID> all = new LinkedHashSet<>(ids.get());
        if (all.remove(id)) {
            set(all, selected().filter(all::contains).or(() -> all.stream().findFirst()));
        } else {
            add(List.of(id));
        }
    }

    /** Chooses all from the selected one to this one when both lie in one sub-lane, else this one as well. */
    public void through(UUID id) {
        List<UUID> range = new ArrayList<>();
        Optional<BarGroup> group = lanes.get().groupOf(id);
        group.ifPresent(both -> {
            List<UUID> order = both.bars().stream().map(Bar::id).toList();
            int from = selected().map(order::indexOf).orElse(-1);
            int to = order.indexOf(id);
            if (from >= 0) {
                range.addAll(order.subList(Math.min(from, to), Math.max(from, to) + 1));
            }
        });
        range.remove(id);
        range.add(0, id);
        add(range);
    }

    /** Chooses the next (1) or previous (-1) one in the sub-lane of the selected one as well. */
    public Optional<Bar> extend(int direction) {
        Optional<UUID> from = selected();
        Optional<Bar> next = from.flatMap(id -> lanes.get().groupOf(id)).flatMap(group -> {
            List<UUID> order = group.bars().stream().map(Bar::id).toList();
            int at = order.indexOf(from.orElseThrow()) + direction;
            return at < 0 || at >= order.size()
                    ? Optional.empty()
                    : Optional.of(group.bars().get(at));
        });
        next.ifPresent(bar -> add(List.of(bar.id())));
        return next;
    }

    /** Chooses all in the sub-lane of the selected one, or all own marks of the focused cage. */
    public void lane() {
        selected()
                .flatMap(id -> lanes.get().groupOf(id))
                .or(() -> state.focusedCage().get().flatMap(lanes.get()::laneOf).flatMap(Chosen::ownGroup))
                .ifPresent(group -> {
                    Set<UUID> all = new LinkedHashSet<>();
                    selected().ifPresent(all::add);
                    group.bars().forEach(bar -> all.add(bar.id()));
                    only(all);
                });
    }

    private static Optional<BarGroup> ownGroup(Lanes.CageLane lane) {
        return lane.subLanes().stream()
                .map(Lanes.SubLane::group)
                .filter(group -> group.kind() == LaneKind.OWN)
                .findFirst();
    }

    private Optional<UUID> selected() {
        return state.selectedMark().get().or(() -> state.selectedProposal().get());
    }

    private void set(Set<UUID> wanted, Optional<UUID> selected) {
        choosing = true;
        Labels labels = state.labels().get();
        state.selectedMark().set(selected.filter(id -> labels.mark(id).isPresent()));
        state.selectedProposal().set(selected.filter(id -> labels.proposal(id).isPresent()));
        choosing = false;
        ids.set(Set.copyOf(wanted));
    }

    /** One that was selected elsewhere is chosen alone. */
    private void follow() {
        if (!choosing) {
            Optional<UUID> now = selected();
            if (now.isEmpty() || !ids.get().contains(now.get())) {
                ids.set(now.map(Set::of).orElse(Set.of()));
            }
        }
    }

    private void keepPresent(Labels labels) {
        if (several()) {
            Set<UUID> present = new LinkedHashSet<>();
            labels.marks().forEach(mark -> addIfChosen(present, mark.id()));
            labels.proposals().forEach(proposal -> addIfChosen(present, proposal.id()));
            if (present.size() != ids.get().size()) {
                set(
                        present,
                        selected()
                                .filter(present::contains)
                                .or(() -> present.stream().findFirst()));
            }
        }
    }

    private void addIfChosen(Set<UUID> present, UUID id) {
        if (ids.get().contains(id)) {
            present.add(id);
        }
    }
}
