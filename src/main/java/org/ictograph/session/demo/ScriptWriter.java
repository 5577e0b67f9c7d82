package org.ictograph.session.demo;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;

/**
 * Invents what an animal does: one or two seizures at drawn times and, around them, the day of a healthy rat. Times lie
 * on whole milliseconds. Confined to one thread.
 */
final class ScriptWriter {
    /** Time of a seizure per 3 minutes, seconds before the first and after the last. */
    private static final double SECONDS_PER_SEIZURE = 180;

    private static final double QUIET_START = 6;
    private static final double QUIET_END = 8;

    /** A normal behaviour with its weight and its usual length in seconds. */
    private record Habit(Behaviour behaviour, double weight, double shortest, double longest) {}

    private static final List<Habit> HABITS = List.of(
            new Habit(Behaviour.WALK, 0.34, 4, 14),
            new Habit(Behaviour.GROOM, 0.19, 4, 13),
            new Habit(Behaviour.DIG, 0.13, 3, 9),
            new Habit(Behaviour.REAR, 0.11, 2, 6),
            new Habit(Behaviour.REST, 0.09, 3, 10),
            new Habit(Behaviour.DRINK, 0.06, 5, 10),
            new Habit(Behaviour.SHAKE_OFF, 0.05, 0.8, 1.3),
            new Habit(Behaviour.SLEEP, 0.03, 12, 30));

    private final Dice dice;
    private final int ordinal;
    private final List<Act> acts = new ArrayList<>();
    private long now;

    /** @param ordinal number of the animal in the study, from 0: it decides the kind of its seizures */
    ScriptWriter(Dice dice, int ordinal) {
        this.dice = dice;
        this.ordinal = ordinal;
    }

    Script write(double seconds) {
        int usual = Math.max(1, (int) Math.round(seconds / SECONDS_PER_SEIZURE));
        int seizures = usual + (seconds >= 150 && dice.chance(0.3) ? 1 : 0);
        double slot = seconds / seizures;
        for (int i = 0; i < seizures; i++) {
            double limit = slot - QUIET_START - QUIET_END;
            List<SeizureWriter.Unit> units = new SeizureWriter(dice, ordinal + 7 * i).units(limit);
            double length =
                    units.stream().mapToDouble(SeizureWriter.Unit::seconds).sum();
            // A quarter of the free time belongs to each cage of a recording, so that seizures are staggered.
            double share = ((ordinal * 3 + i) % 4 + dice.unit()) / 4;
            normal((long) ((i * slot + QUIET_START + share * (limit - length)) * Span.SECOND));
            units.forEach(unit -> act(unit.behaviour(), unit.seconds()));
            act(Behaviour.STILLNESS, Math.min(dice.between(4, 12), i * slot + slot - 1 - now / 1e6));
        }
        normal((long) (seconds * Span.SECOND));
        return new Script(acts);
    }

    /** Fills the time until a moment with normal behaviour. */
    private void normal(long until) {
        long end = until / 1000 * 1000;
        while (now < end) {
            Habit habit = draw();
            double left = (end - now) / 1e6;
            double length = dice.between(habit.shortest, habit.longest);
            // No scrap of time is left over that would be too short for anything.
            act(habit.behaviour, left - length < 2 ? left : length);
        }
    }

    private Habit draw() {
        double left = dice.unit() * HABITS.stream().mapToDouble(Habit::weight).sum();
        for (Habit habit : HABITS) {
            left -= habit.weight;
            if (left < 0 && !acts.isEmpty() && last() == habit.behaviour) {
                return HABITS.get(0);
            }
            if (left < 0) {
                return habit;
            }
        }
        return HABITS.get(0);
    }

    private Behaviour last() {
        return acts.get(acts.size() - 1).behaviour();
    }

    private void act(Behaviour behaviour, double seconds) {
        long end = now + Math.max(1, Math.round(seconds * 1000)) * 1000;
        acts.add(new Act(behaviour, new Span(now, end), hertz(behaviour), dice.between(0.8, 1.25), dice.chance(0.5)));
        now = end;
    }

    private double hertz(Behaviour behaviour) {
        return switch (behaviour) {
            case GROOM -> dice.between(4, 6);
            case DIG -> dice.between(3, 5);
            case DRINK -> dice.between(5.5, 6.5);
            case SHAKE_OFF, WET_DOG_SHAKES -> dice.between(11, 14);
            case MOUTH_CLONUS -> dice.between(3.5, 6);
            case NODDING -> dice.between(2.5, 4);
            case NECK_JERK -> dice.between(2, 3);
            case ONE_FORELIMB, BOTH_FORELIMBS, ALTERNATING_FORELIMBS, CLONIC_REARING -> dice.between(3, 6);
            case TONIC -> dice.between(11, 13);
            default -> dice.between(1, 1.6);
        };
    }
}
