package org.ictograph.session.demo;

import static org.ictograph.session.demo.Joint.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The body of an animal in one posture: works out where its parts are in the cage. One object per frame; lengths in
 * centimetres, of an adult rat.
 */
final class Rat {
    private static final double HIP_HEIGHT = 3.6;
    private static final double LEG = 3.6;

    /** A point or a direction in the cage: x right, y up, z towards the camera. */
    private record Vector(double x, double y, double z) {
        Vector plus(Vector other, double times) {
            return new Vector(x + times * other.x, y + times * other.y, z + times * other.z);
        }
    }

    private final Pose pose;
    private final CageView view;
    private final boolean infrared;
    private final double heading;
    private final Vector hip;
    private final List<Bone> bones = new ArrayList<>();

    Rat(Pose pose, Trajectory.Place place, CageView view, boolean infrared) {
        this.pose = pose;
        this.view = view;
        this.infrared = infrared;
        this.heading = place.heading();
        Vector middle = new Vector(
                place.x(), HIP_HEIGHT + pose.get(LIFT) - 0.6 * Math.abs(Math.sin(pose.get(ROLL))), place.z());
        this.hip = middle.plus(ahead(0, 0), -4.5).plus(aside(0), pose.get(SWAY));
    }

    /** Parts from the farthest to the nearest, ready to be painted. */
    List<Bone> bones() {
        double pitch = pose.get(PITCH);
        double girth = 1 + pose.get(BREATH);
        Vector middle = hip.plus(ahead(pose.get(CURL), pitch), 4.2).plus(up(pitch), 0.5 + pose.get(ARCH));
        Vector chest = middle.plus(ahead(2 * pose.get(CURL), pitch * 1.05), 4.2).plus(up(pitch), -0.5 * pose.get(ARCH));
        double headYaw = 3 * pose.get(CURL) + pose.get(HEAD_YAW);
        double headPitch = pitch * 0.55 + pose.get(HEAD_PITCH) - 0.12;
        Vector neck = chest.plus(ahead(2.5 * pose.get(CURL), pitch), 2.2).plus(up(pitch), 0.7);
        Vector head = neck.plus(ahead(headYaw, headPitch), 2.3);
        tail();
        legs(chest);
        bone(hip, 4.1 * girth, middle, 4.0 * girth, Coat.WHITE_FUR);
        bone(middle, 4.0 * girth, chest, 3.2 * girth, Coat.WHITE_FUR);
        bone(chest, 3.2, neck, 2.5, Coat.WHITE_FUR);
        head(neck, head, headYaw, headPitch);
        bones.sort(Comparator.comparingDouble(Bone::depth));
        cap(head, headYaw, headPitch);
        return bones;
    }

    /** Where the body touches the floor, for the shadow. */
    Ball shadow() {
        Vector under = hip.plus(ahead(pose.get(CURL), 0), 5);
        return view.see(under.x, 0, under.z, 9);
    }

    private void head(Vector neck, Vector head, double yaw, double pitch) {
        Vector forward = ahead(yaw, pitch);
        Vector nose = head.plus(forward, 3.2).plus(up(pitch), -0.5);
        Vector jaw =
                head.plus(ahead(yaw, pitch - 0.35 - 0.45 * pose.get(JAW)), 2.6).plus(up(pitch), -0.5);
        bone(neck, 2.5, head, 2.2, Coat.WHITE_FUR);
        bone(head.plus(up(pitch), -0.6), 1.2, jaw, 0.6, Coat.PINK_SKIN);
        bone(head, 2.2, nose, 0.7, Coat.WHITE_FUR);
        bone(nose, 0.45, nose.plus(forward, 0.3), 0.35, Coat.PINK_SKIN);
        for (int side = -1; side <= 1; side += 2) {
            Vector ear = head.plus(forward, -0.8).plus(up(pitch), 1.6).plus(aside(yaw), 1.5 * side);
            bone(ear, 0.9, ear.plus(up(pitch), 0.5), 0.9, Coat.PINK_SKIN);
            Vector eye = head.plus(forward, 1.2).plus(up(pitch), 0.6).plus(aside(yaw), 1.35 * side);
            bone(eye, 0.38, eye, 0.38, Coat.EYE);
        }
    }

    /** The red cap on the skull and the cable that goes from it to the lid. */
    private void cap(Vector head, double yaw, double pitch) {
        Vector base = head.plus(up(pitch), 1.9).plus(ahead(yaw, pitch), -0.3);
        Vector top = base.plus(up(pitch), 1.4);
        Ball plug = see(top, 0.3);
        Ball lid =
                new Ball(view.box().x() + view.box().width() * 0.5, view.box().y() + 12, 1, plug.depth());
        Ball before = plug;
        for (int i = 1; i <= 6; i++) {
            double f = i / 6.0;
            double slack = 22 * f * (1 - f) * Math.signum(lid.x() - plug.x() + 0.5);
            double x = plug.x() + f * (lid.x() - plug.x()) + slack;
            double y = plug.y() + f * (lid.y() - plug.y()) + Math.abs(slack) * 0.5;
            Ball next = new Ball(x, y, 1.3, plug.depth());
            bones.add(new Bone(new Ball(before.x(), before.y(), 1.3, plug.depth()), next, coat(Coat.CABLE)));
            before = next;
        }
        bone(base, 1.15, top, 1.0, Coat.CAP);
    }

    private void tail() {
        Vector from = hip.plus(ahead(0, 0), -3.4);
        double yaw = Math.PI - pose.get(CURL);
        for (int i = 0; i < 6; i++) {
            yaw += pose.get(TAIL_WAVE) * 0.45;
            double rise = i < 3 ? 0.3 * pose.get(TAIL_LIFT) - 0.25 : 0.1 * pose.get(TAIL_LIFT);
            Vector next = from.plus(ahead(yaw, rise), 2.4);
            next = new Vector(next.x, Math.max(0.4, next.y), next.z);
            bone(from, 0.75 - 0.09 * i, next, 0.66 - 0.09 * i, Coat.PINK_SKIN);
            from = next;
        }
    }

    private void legs(Vector chest) {
        foreleg(chest, -1, pose.get(LEFT_FREE), pose.get(LEFT_REACH), pose.get(LEFT_PAW));
        foreleg(chest, 1, pose.get(RIGHT_FREE), pose.get(RIGHT_REACH), pose.get(RIGHT_PAW));
        hindleg(-1, pose.get(LEFT_FOOT));
        hindleg(1, pose.get(RIGHT_FOOT));
    }

    private void foreleg(Vector chest, int side, double free, double reach, double paw) {
        double pitch = pose.get(PITCH);
        Vector shoulder = chest.plus(aside(0), 1.9 * side).plus(up(pitch), -1.0);
        double down = lying() ? 3 : Math.max(0.6, Math.min(LEG, shoulder.y - 0.5));
        Vector standing = shoulder.plus(ahead(0, 0), 0.9 + reach).plus(up(0), -down + paw);
        Vector raised = shoulder.plus(ahead(0, pitch * 0.5), 3.4)
                .plus(aside(0), -0.5 * side)
                .plus(up(pitch * 0.5), paw - 0.4);
        Vector end = between(standing, raised, free).plus(up(0), -2.2 * pose.get(STRETCH));
        end = end.plus(ahead(0, pitch), 1.6 * pose.get(STRETCH));
        Vector elbow = between(shoulder, end, 0.5).plus(ahead(0, pitch), -0.9 * (1 - pose.get(STRETCH)));
        bone(shoulder, 1.5, elbow, 0.95, Coat.WHITE_FUR);
        bone(elbow, 0.85, end, 0.65, Coat.PINK_SKIN);
        bone(end, 0.75, end.plus(ahead(0, 0), 0.7), 0.6, Coat.PINK_SKIN);
    }

    private void hindleg(int side, double swing) {
        Vector thigh = hip.plus(aside(0), 2.5 * side).plus(up(0), -0.9);
        double down = lying() ? 2.5 : Math.max(0.6, Math.min(LEG, thigh.y - 0.5));
        Vector heel = thigh.plus(ahead(0, 0), 0.4 + swing).plus(up(0), -down - 2.4 * pose.get(STRETCH));
        heel = heel.plus(ahead(0, 0), -3.4 * pose.get(STRETCH));
        bone(thigh, 2.2, heel, 0.9, Coat.WHITE_FUR);
        bone(heel, 0.8, heel.plus(ahead(0, 0), 2.1), 0.6, Coat.PINK_SKIN);
    }

    private boolean lying() {
        return Math.abs(pose.get(ROLL)) > 0.8;
    }

    private void bone(Vector from, double fromRadius, Vector to, double toRadius, Coat coat) {
        bones.add(new Bone(see(from, fromRadius), see(to, toRadius), coat(coat)));
    }

    private Ball see(Vector point, double radius) {
        return view.see(point.x, Math.max(point.y, radius * 0.8), point.z, radius);
    }

    private Coat coat(Coat coat) {
        return infrared ? coat.inInfrared() : coat;
    }

    private static Vector between(Vector a, Vector b, double share) {
        return new Vector(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y), a.z + share * (b.z - a.z));
    }

    private Vector ahead(double yaw, double pitch) {
        double flat = Math.cos(pitch);
        return new Vector(flat * Math.cos(heading + yaw), Math.sin(pitch), flat * Math.sin(heading + yaw));
    }

    /** The body's own upwards: turned back by the pitch and over by the roll. */
    private Vector up(double pitch) {
        double roll = pose.get(ROLL);
        double back = -Math.sin(pitch) * Math.cos(roll);
        Vector upright =
                new Vector(back * Math.cos(heading), Math.cos(pitch) * Math.cos(roll), back * Math.sin(heading));
        return upright.plus(new Vector(-Math.sin(heading), 0, Math.cos(heading)), Math.sin(roll));
    }

    private Vector aside(double yaw) {
        double roll = pose.get(ROLL);
        double flat = Math.cos(roll);
        return new Vector(-flat * Math.sin(heading + yaw), -Math.sin(roll), flat * Math.cos(heading + yaw));
    }
}
