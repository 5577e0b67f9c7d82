package org.ictograph.session.demo;

import java.util.List;

/**
 * Where an animal is on the floor of its cage. Worked out once, 30 times a second, by steering from place to place; in
 * between it is interpolated, so any time can be asked for. Centimetres from the middle of the floor: x to the right, z
 * towards the camera; headings in radians, 0 to the right, a quarter turn towards the camera. Immutable.
 */
final class Trajectory {
    private static final int RATE = 30;
    private static final double HALF_WIDTH = 13;
    private static final double HALF_DEPTH = 5.5;
    private static final double SPOUT_X = 12.5;
    private static final double SPOUT_Z = -4;

    /** A place on the floor, the heading there and the centimetres walked so far. */
    record Place(double x, double z, double heading, double walked, double speed) {}

    private final Place[] places;

    Trajectory(Script script, Dice dice) {
        List<Act> acts = script.acts();
        long end = acts.get(acts.size() - 1).span().end();
        places = new Place[(int) (end * RATE / 1_000_000) + 2];
        double[] goal = {0, 0};
        Place at = new Place(dice.between(-10, 10), dice.between(-4, 4), dice.between(-3, 3), 0, 0);
        int before = -1;
        for (int i = 0; i < places.length; i++) {
            int now = script.indexAt(i * 1_000_000L / RATE);
            Act act = acts.get(now);
            if (now != before || arrived(at, goal)) {
                goal = goal(act, dice);
                before = now;
            }
            at = step(at, act, goal, i / (double) RATE);
            places[i] = at;
        }
    }

    /** Where the animal is at a time, between the two nearest steps. */
    Place at(long micros) {
        double position = micros / 1e6 * RATE;
        int i = Math.max(0, Math.min(places.length - 2, (int) position));
        double f = Math.max(0, Math.min(1, position - i));
        Place a = places[i];
        Place b = places[i + 1];
        return new Place(
                mix(a.x, b.x, f),
                mix(a.z, b.z, f),
                a.heading + f * turn(a.heading, b.heading),
                mix(a.walked, b.walked, f),
                mix(a.speed, b.speed, f));
    }

    private static double[] goal(Act act, Dice dice) {
        if (act.behaviour() == Behaviour.DRINK) {
            return new double[] {SPOUT_X, SPOUT_Z};
        }
        return new double[] {dice.between(-HALF_WIDTH, HALF_WIDTH), dice.between(-HALF_DEPTH, HALF_DEPTH)};
    }

    private static boolean arrived(Place at, double[] goal) {
        return StrictMath.hypot(goal[0] - at.x, goal[1] - at.z) < 2;
    }

    private static Place step(Place at, Act act, double[] goal, double seconds) {
        return switch (act.behaviour()) {
            case WALK -> towards(at, goal, 17 * act.vigour());
            case DRINK -> arrived(at, goal) ? halted(at, turn(at.heading, 0)) : towards(at, goal, 15);
            case WILD_RUN -> circling(at, act, seconds);
            case JUMP -> halted(at, act.left() ? -0.6 : 0.6);
            default -> halted(at, 0);
        };
    }

    /** One step to a goal: turns first, walks as fast as the direction is right. */
    private static Place towards(Place at, double[] goal, double fullSpeed) {
        double wanted = StrictMath.atan2(goal[1] - at.z, goal[0] - at.x);
        double turn = turn(at.heading, wanted);
        double heading = at.heading + clamp(turn * 4, 3.5) / RATE;
        double speed = mix(at.speed, fullSpeed * Math.max(0.15, StrictMath.cos(turn)), 0.15);
        return moved(at, heading, speed);
    }

    /** Round and round, too fast: about once in a second. */
    private static Place circling(Place at, Act act, double seconds) {
        double way = act.left() ? -1 : 1;
        double angle = way * 2 * StrictMath.PI * 0.95 * act.vigour() * seconds;
        double[] ahead = {9 * StrictMath.cos(angle), 4.5 * StrictMath.sin(angle)};
        double heading =
                at.heading + clamp(turn(at.heading, StrictMath.atan2(ahead[1] - at.z, ahead[0] - at.x)) * 9, 11) / RATE;
        return moved(at, heading, mix(at.speed, 48, 0.2));
    }

    private static Place halted(Place at, double turning) {
        return moved(at, at.heading + turning * 3 / RATE, at.speed * 0.75);
    }

    private static Place moved(Place at, double heading, double speed) {
        double step = speed / RATE;
        double x = clamp(at.x + step * StrictMath.cos(heading), HALF_WIDTH);
        double z = clamp(at.z + step * StrictMath.sin(heading), HALF_DEPTH);
        return new Place(x, z, heading, at.walked + step, speed);
    }

    private static double turn(double from, double to) {
        return StrictMath.IEEEremainder(to - from, 2 * StrictMath.PI);
    }

    private static double mix(double a, double b, double f) {
        return a + f * (b - a);
    }

    private static double clamp(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
