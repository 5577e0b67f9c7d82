package org.ictograph.session.demo;

import static org.ictograph.session.demo.Joint.*;

import java.util.List;

/**
 * Turns what an animal does into postures. A posture depends on nothing but the time, so that frames can be painted in
 * any order. Confined to no thread.
 */
final class Choreography {
    private static final double TURN = 2 * Math.PI;
    /** Seconds in which one posture goes over into the next. */
    private static final double BLENDING = 0.4;
    /** Centimetres that the animal moves in one cycle of its legs. */
    private static final double STRIDE = 9;

    private final Script script;
    private final Trajectory trajectory;

    Choreography(Script script, Trajectory trajectory) {
        this.script = script;
        this.trajectory = trajectory;
    }

    Trajectory.Place placeAt(long micros) {
        return trajectory.at(micros);
    }

    Pose poseAt(long micros) {
        List<Act> acts = script.acts();
        int number = script.indexAt(micros);
        Act act = acts.get(number);
        Pose pose = posture(act, micros);
        double since = (micros - act.span().start()) / 1e6;
        if (number > 0 && since < BLENDING) {
            double left = 1 - since / BLENDING;
            pose.mixed(posture(acts.get(number - 1), micros), left * left * (3 - 2 * left));
        }
        gait(pose, trajectory.at(micros));
        return pose;
    }

    /** Legs and back as the animal walks, from how far and how fast it went. */
    private static void gait(Pose pose, Trajectory.Place place) {
        double size = Math.min(1, place.speed() / 8);
        double phase = TURN * place.walked() / STRIDE;
        double swing = 2.1 * size * Math.sin(phase);
        pose.add(LEFT_REACH, swing).add(RIGHT_REACH, -swing);
        pose.add(LEFT_FOOT, -swing).add(RIGHT_FOOT, swing);
        pose.add(LEFT_PAW, Math.max(0, 1.1 * size * Math.cos(phase)));
        pose.add(RIGHT_PAW, Math.max(0, -1.1 * size * Math.cos(phase)));
        pose.add(SWAY, 0.3 * size * Math.sin(phase)).add(LIFT, 0.25 * size * Math.cos(2 * phase));
        pose.add(TAIL_WAVE, 0.5 * size * Math.sin(phase / 2));
    }

    private static Pose posture(Act act, long micros) {
        double t = (micros - act.span().start()) / 1e6;
        double phase = TURN * act.hertz() * t + 0.9 * Math.sin(TURN * 0.23 * t);
        double wave = act.vigour() * Math.sin(phase);
        Pose pose = new Pose().set(BREATH, 0.012 * Math.sin(TURN * 1.5 * t)).set(TAIL_WAVE, 0.2 * Math.sin(0.7 * t));
        return switch (act.behaviour()) {
            case SLEEP -> asleep(pose, t);
            case REST, WALK -> looking(pose, t);
            case GROOM -> grooming(pose, act, t, wave);
            case DIG -> digging(pose, act, t, wave);
            case REAR ->
                upright(pose, act).add(HEAD_YAW, 0.5 * Math.sin(1.7 * t)).add(PITCH, 0.08 * Math.sin(2.3 * t));
            case DRINK ->
                pose.set(PITCH, 0.3).set(HEAD_PITCH, 0.35 + 0.04 * wave).set(JAW, 0.3 + 0.3 * wave);
            case SHAKE_OFF -> shaking(pose, wave, bursts(t, 1.1, 0.8));
            case STILLNESS -> limp(pose, t);
            default -> ictal(pose, act, t, phase, wave);
        };
    }

    private static Pose ictal(Pose pose, Act act, double t, double phase, double wave) {
        double beat = wave * (0.8 + 0.2 * Math.sin(TURN * 0.31 * t));
        return switch (act.behaviour()) {
            case MOUTH_CLONUS -> pose.set(JAW, 0.6 + 0.6 * beat).set(HEAD_PITCH, -0.1 + 0.07 * beat);
            case NODDING -> pose.set(HEAD_PITCH, 0.05 + 0.34 * beat).set(JAW, 0.3);
            case NECK_JERK ->
                pose.set(HEAD_PITCH, 0.75 * Math.pow(Math.max(0, Math.sin(phase)), 3))
                        .set(ARCH, 0.7 * Math.pow(Math.max(0, Math.sin(phase - 0.4)), 3));
            case ONE_FORELIMB -> oneForelimb(pose, act.left(), beat);
            case BOTH_FORELIMBS -> bothForelimbs(pose.set(PITCH, 0.42), beat);
            case ALTERNATING_FORELIMBS -> alternating(pose.set(PITCH, 0.3), beat);
            case CLONIC_REARING -> bothForelimbs(upright(pose, act), beat).add(SWAY, 0.4 * Math.sin(3 * t));
            case WET_DOG_SHAKES -> shaking(pose, 1.15 * wave, bursts(t, 0.9, 0.7));
            case FALL -> falling(pose, act, t);
            case JUMP -> jumping(pose, t);
            case TONIC -> rigid(pose, act, wave);
            case WILD_RUN -> pose.set(HEAD_PITCH, 0.15).set(TAIL_LIFT, 2);
            default -> pose.set(TAIL_LIFT, 0.8).set(HEAD_PITCH, 0.1);
        };
    }

    /** 1 while a bout lasts and 0 in the pause after it, with soft edges. */
    private static double bursts(double t, double period, double share) {
        double within = t / period - Math.floor(t / period);
        double edge = 0.12 / period;
        return Math.max(0, Math.min(1, Math.min(within / edge, (share - within) / edge)));
    }

    private static Pose asleep(Pose pose, double t) {
        return pose.set(CURL, 0.42)
                .set(LIFT, -0.9)
                .set(HEAD_PITCH, -0.5)
                .set(BREATH, 0.035 * Math.sin(TURN * 1.3 * t))
                .set(TAIL_WAVE, 1.2);
    }

    private static Pose looking(Pose pose, double t) {
        return pose.set(HEAD_YAW, 0.35 * Math.sin(1.1 * t) * Math.sin(0.37 * t))
                .set(HEAD_PITCH, 0.12 * Math.sin(0.9 * t) + 0.025 * Math.sin(TURN * 7 * t));
    }

    /** Sits up and washes face, then flank, in bouts of about three seconds. */
    private static Pose grooming(Pose pose, Act act, double t, double wave) {
        double bout = bursts(t, 3.4, 0.72) * wave;
        boolean flank = t % 10.2 > 6.8;
        pose.set(PITCH, 0.62).set(ARCH, 1.2).set(LEFT_FREE, 1).set(RIGHT_FREE, 1);
        pose.set(LEFT_PAW, 0.9 + 1.5 * bout).set(RIGHT_PAW, 0.9 + 1.5 * bout);
        double side = act.left() ? 1 : -1;
        return flank
                ? pose.set(HEAD_YAW, side * 1.1).set(CURL, side * 0.2).set(HEAD_PITCH, -0.5 + 0.2 * bout)
                : pose.set(HEAD_PITCH, -0.65 + 0.14 * bout);
    }

    private static Pose digging(Pose pose, Act act, double t, double wave) {
        double bout = bursts(t, act.left() ? 2.3 : 2.9, 0.7) * wave;
        return pose.set(PITCH, -0.12)
                .set(HEAD_PITCH, -0.42)
                .set(LEFT_REACH, 1.2 + 2.2 * bout)
                .set(RIGHT_REACH, 1.2 - 2.2 * bout)
                .set(LEFT_PAW, 0.5 + 0.5 * bout)
                .set(RIGHT_PAW, 0.5 - 0.5 * bout)
                .set(SWAY, 0.25 * bout);
    }

    private static Pose upright(Pose pose, Act act) {
        return pose.set(PITCH, 1.05 + 0.06 * act.vigour())
                .set(HEAD_PITCH, -0.35)
                .set(LEFT_FREE, 0.9)
                .set(RIGHT_FREE, 0.9);
    }

    private static Pose shaking(Pose pose, double wave, double bout) {
        return pose.set(ROLL, 0.38 * wave * bout)
                .set(HEAD_YAW, -0.3 * wave * bout)
                .set(SWAY, 0.3 * wave * bout);
    }

    private static Pose limp(Pose pose, double t) {
        return pose.set(LIFT, -1.1)
                .set(HEAD_PITCH, -0.35)
                .set(STRETCH, 0.25)
                .set(BREATH, 0.025 * Math.sin(TURN * 1.4 * t));
    }

    private static Pose oneForelimb(Pose pose, boolean left, double beat) {
        pose.set(PITCH, 0.16).set(left ? LEFT_FREE : RIGHT_FREE, 1).set(left ? LEFT_PAW : RIGHT_PAW, 0.6 + 1.7 * beat);
        return pose.set(HEAD_PITCH, 0.07 * beat).set(HEAD_YAW, left ? -0.2 : 0.2);
    }

    private static Pose bothForelimbs(Pose pose, double beat) {
        pose.set(LEFT_FREE, 1).set(RIGHT_FREE, 1);
        pose.set(LEFT_PAW, 0.5 + 1.7 * beat).set(RIGHT_PAW, 0.5 + 1.7 * beat);
        return pose.add(HEAD_PITCH, 0.1 * beat).add(PITCH, 0.02 * beat);
    }

    private static Pose alternating(Pose pose, double beat) {
        pose.set(LEFT_FREE, 1).set(RIGHT_FREE, 1);
        pose.set(LEFT_PAW, 0.5 + 1.7 * beat).set(RIGHT_PAW, 0.5 - 1.7 * beat);
        return pose.set(HEAD_YAW, 0.1 * beat).set(SWAY, 0.2 * beat);
    }

    /** Over to the side within half a second; the legs paddle. */
    private static Pose falling(Pose pose, Act act, double t) {
        double over = Math.min(1, t / 0.5);
        double side = act.left() ? 1 : -1;
        double paddle = Math.sin(TURN * 2.7 * t);
        return pose.set(ROLL, side * 1.4 * over * over)
                .set(STRETCH, 0.4)
                .set(LEFT_REACH, paddle)
                .set(RIGHT_REACH, -paddle)
                .set(RIGHT_FOOT, paddle);
    }

    private static Pose jumping(Pose pose, double t) {
        double height = Math.abs(Math.sin(Math.PI * 1.7 * t));
        return pose.set(LIFT, 8 * height)
                .set(PITCH, 0.5 * height)
                .set(STRETCH, 0.5 * height)
                .set(TAIL_LIFT, 2 * height);
    }

    /** On the side, hollow back, limbs stiff, a fine tremor. */
    private static Pose rigid(Pose pose, Act act, double wave) {
        return pose.set(ROLL, act.left() ? 1.4 : -1.4)
                .set(STRETCH, 1 + 0.05 * wave)
                .set(ARCH, -1.3)
                .set(HEAD_PITCH, 0.5 + 0.02 * wave)
                .set(TAIL_LIFT, 1.5 + 0.2 * wave);
    }
}
