package org.ictograph.session.demo;

/** A part of an animal as the camera sees it: everything between two balls. */
record Bone(Ball from, Ball to, Coat coat) {
    double depth() {
        return (from.depth() + to.depth()) / 2;
    }
}
