package org.ictograph.session.demo;

/**
 * A sphere as the camera sees it.
 *
 * @param x pixels from the left
 * @param y pixels from the top
 * @param radius in pixels
 * @param depth how near it is; larger is nearer
 */
record Ball(double x, double y, double radius, double depth) {}
