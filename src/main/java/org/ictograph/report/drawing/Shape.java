package org.ictograph.report.drawing;

/** A part of a drawing, in units of a screen pixel from the upper left corner. */
public sealed interface Shape {
    /** Where a text stands against its x. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /**
     * A filled box.
     *
     * @param strength from 0, invisible, to 1
     */
    record Box(double x, double y, double width, double height, Hue hue, double strength) implements Shape {}

    /** A straight line. */
    record Stroke(double x1, double y1, double x2, double y2, Hue hue, boolean dashed) implements Shape {}

    /** One line of text; y is its base line. */
    record Text(double x, double y, String words, Align align, double size, Hue hue) implements Shape {}
}
