package org.ictograph.report.drawing;

import java.util.List;

/**
 * A figure: what to draw, in order, and what can be chosen in it.
 *
 * @param title one line that says what is drawn, with its parameters
 * @param width in units of a screen pixel
 * @param spots in reading order
 */
public record Drawing(String title, double width, double height, List<Shape> shapes, List<Spot> spots) {
    public Drawing {
        shapes = List.copyOf(shapes);
        spots = List.copyOf(spots);
    }
}
