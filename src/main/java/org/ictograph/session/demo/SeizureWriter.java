package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Invents a seizure: action units in the order in which limbic seizures of rats usually unfold (Racine 1972): arrest,
 * mouth clonus, head, forelimbs, rearing, falling, then wild running or tonic extension. Which units occur alternates
 * with the ordinal of the seizure, so that a handful of animals shows them all; lengths and strengths are drawn.
 */
final class SeizureWriter {
    private static final double SHORTEST = 25;
    private static final double LONGEST = 60;

    /** A unit before it has a place in time. */
    record Unit(Behaviour behaviour, double seconds) {}

    private final Dice dice;
    private final int ordinal;

    SeizureWriter(Dice dice, int ordinal) {
        this.dice = dice;
        this.ordinal = ordinal;
    }

    /**
     * Units of one seizure, 25 to 60 seconds in all.
     *
     * @param limit most seconds that there is time for; wins over the shortest length
     */
    List<Unit> units(double limit) {
        List<Unit> units = new ArrayList<>();
        add(units, Behaviour.ARREST, 3, 7);
        add(units, Behaviour.MOUTH_CLONUS, 3, 7);
        if (ordinal % 2 == 0) {
            add(units, Behaviour.NODDING, 3, 7);
        }
        if (ordinal % 3 == 0) {
            add(units, Behaviour.NECK_JERK, 2, 5);
        }
        forelimbs(units);
        if (ordinal % 4 == 1) {
            add(units, Behaviour.WET_DOG_SHAKES, 1.5, 3);
        }
        ending(units);
        return fitted(units, limit);
    }

    private void forelimbs(List<Unit> units) {
        List<Behaviour> clonus =
                List.of(Behaviour.ONE_FORELIMB, Behaviour.BOTH_FORELIMBS, Behaviour.ALTERNATING_FORELIMBS);
        add(units, clonus.get(ordinal % 3), 5, 12);
        if (dice.chance(0.5)) {
            add(units, clonus.get((ordinal + 1) % 3), 4, 9);
        }
    }

    private void ending(List<Unit> units) {
        boolean severe = ordinal % 5 != 4;
        if (!severe) {
            return;
        }
        add(units, Behaviour.CLONIC_REARING, 4, 9);
        add(units, Behaviour.FALL, 1.5, 3);
        if (ordinal % 2 == 0) {
            add(units, Behaviour.TONIC, 5, 10);
        } else {
            add(units, Behaviour.WILD_RUN, 4, 8);
            if (ordinal % 4 == 3) {
                add(units, Behaviour.JUMP, 2, 4);
            }
        }
    }

    private void add(List<Unit> units, Behaviour behaviour, double shortest, double longest) {
        units.add(new Unit(behaviour, dice.between(shortest, longest)));
    }

    private static List<Unit> fitted(List<Unit> units, double limit) {
        double total = units.stream().mapToDouble(Unit::seconds).sum();
        double wanted = Math.min(limit, Math.max(SHORTEST, Math.min(LONGEST, total)));
        return units.stream()
                .map(unit -> new Unit(unit.behaviour(), unit.seconds() * wanted / total))
                .toList();
    }
}
