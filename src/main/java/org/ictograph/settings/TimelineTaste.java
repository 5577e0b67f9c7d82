package org.ictograph.settings;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ictograph.model.LightSchedule;

/**
 * How one person likes the timeline to be laid out.
 *
 * @param order names of the kinds of lanes from the top, none twice; kinds that are not named follow in their usual order
 * @param hidden names of the kinds of lanes that are not shown
 * @param cages numbers of the cages from the top, none twice; cages that are not named follow by number
 * @param closed numbers of the cages whose lanes are closed; empty while the program decides
 * @param lights when it is light where the animals live
 */
public record TimelineTaste(
        List<String> order,
        Set<String> hidden,
        List<Integer> cages,
        Optional<Set<Integer>> closed,
        LightSchedule lights) {
    /** What holds until somebody chooses; stills take room and a decoder, so they are there for those who want them. */
    public static final TimelineTaste STANDARD =
            new TimelineTaste(List.of(), Set.of("film"), List.of(), Optional.empty(), LightSchedule.STANDARD);

    public TimelineTaste {
        order = order.stream().distinct().toList();
        hidden = Collections.unmodifiableSortedSet(new TreeSet<>(hidden));
        cages = cages.stream().distinct().toList();
        closed = closed.map(numbers -> Collections.unmodifiableSortedSet(new TreeSet<>(numbers)));
    }

    public TimelineTaste withOrder(List<String> changed) {
        return new TimelineTaste(changed, hidden, cages, closed, lights);
    }

    public TimelineTaste withHidden(Collection<String> changed) {
        return new TimelineTaste(order, new TreeSet<>(changed), cages, closed, lights);
    }

    public TimelineTaste withCages(List<Integer> changed) {
        return new TimelineTaste(order, hidden, changed, closed, lights);
    }

    public TimelineTaste withClosed(Set<Integer> changed) {
        return new TimelineTaste(order, hidden, cages, Optional.of(changed), lights);
    }

    public TimelineTaste withLights(LightSchedule changed) {
        return new TimelineTaste(order, hidden, cages, closed, changed);
    }

    /** Lanes as they come with the program; the light schedule stays. */
    public TimelineTaste withUsualLanes() {
        return STANDARD.withLights(lights);
    }
}
