package org.ictograph.session.demo;

import org.ictograph.model.Box;

/**
 * How the camera sees the inside of a cage: from the front and a little from above, near things slightly larger.
 * Centimetres from the middle of the floor (x right, y up, z towards the camera) become pixels.
 */
final class CageView {
    private static final double CAGE_WIDTH = 46;
    private static final double FLOOR_DEPTH = 24;
    private static final double NEARER = 0.010;
    /** Pixels that a centimetre of depth goes down the picture, as a share of a centimetre across. */
    private static final double TILT = 0.42;

    private final Box box;
    private final double scale;

    CageView(Box box) {
        this.box = box;
        this.scale = box.width() / CAGE_WIDTH;
    }

    Box box() {
        return box;
    }

    Ball see(double x, double y, double z, double radius) {
        double size = scale * (1 + NEARER * z);
        double floor = middleOfFloor() + z * TILT * scale;
        return new Ball(box.x() + box.width() / 2.0 + x * size, floor - y * size, radius * size, z);
    }

    /** Row of the edge between the floor and the back wall. */
    int backEdge() {
        return (int) Math.round(middleOfFloor() - FLOOR_DEPTH / 2 * TILT * scale);
    }

    /** Row of the edge between the floor and the front glass. */
    int frontEdge() {
        return (int) Math.round(middleOfFloor() + FLOOR_DEPTH / 2 * TILT * scale);
    }

    private double middleOfFloor() {
        return box.bottom() - 10 - FLOOR_DEPTH / 2 * TILT * scale;
    }
}
