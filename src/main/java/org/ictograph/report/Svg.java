package org.ictograph.report;

import static org.ictograph.report.Html.safe;

import java.util.Locale;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape;

/** A figure as SVG. What can be chosen on the screen tells its sentence to whoever points at it. */
final class Svg {
    private static final double HEAD = 22;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** An element inside a page that says elsewhere what the figure is. */
    static String inside(Drawing drawing) {
        Svg svg = new Svg();
        svg.open(drawing, drawing.height(), "");
        svg.body(drawing);
        return svg.out.append("</svg>").toString();
    }

    /** A file of its own, on white, with its title above the figure. */
    static String file(Drawing drawing) {
        Svg svg = new Svg();
        svg.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.open(drawing, drawing.height() + HEAD, " xmlns=\"http://www.w3.org/2000/svg\"");
        svg.out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.shape(new Shape.Text(0, 14, drawing.title(), Shape.Align.LEFT, 12, Hue.INK));
        svg.out.append(format("<g transform=\"translate(0 %.0f)\">\n", HEAD));
        svg.body(drawing);
        return svg.out.append("</g></svg>\n").toString();
    }

    private void open(Drawing drawing, double height, String space) {
        out.append(format(
                "<svg%s viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" font-family=\"sans-serif\">\n",
                space, drawing.width(), height, drawing.width(), height));
        out.append("<title>").append(safe(drawing.title())).append("</title>\n");
    }

    private void body(Drawing drawing) {
        drawing.shapes().forEach(this::shape);
        drawing.spots()
                .forEach(spot -> out.append(format(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"none\" pointer-events=\"all\"><title>%s</title></rect>\n",
                        spot.x(), spot.y(), spot.width(), spot.height(), safe(spot.words()))));
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Box box) {
            out.append(format(
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\" fill-opacity=\"%.2f\"/>\n",
                    box.x(),
                    box.y(),
                    Math.max(0, box.width()),
                    Math.max(0, box.height()),
                    colour(box.hue()),
                    box.strength()));
        } else if (shape instanceof Shape.Stroke line) {
            out.append(format(
                    "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>\n",
                    line.x1(),
                    line.y1(),
                    line.x2(),
                    line.y2(),
                    colour(line.hue()),
                    line.dashed() ? " stroke-dasharray=\"5 3\"" : ""));
        } else if (shape instanceof Shape.Text text) {
            String anchor =
                    switch (text.align()) {
                        case LEFT -> "start";
                        case CENTRE -> "middle";
                        case RIGHT -> "end";
                    };
            out.append(format(
                    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                    text.x(), text.y(), text.size(), anchor, colour(text.hue()), safe(text.words())));
        }
    }

    private static String colour(Hue hue) {
        return switch (hue) {
            case INK -> "#24292f";
            case MUTED -> "#57606a";
            case LINE -> "#d0d7de";
            case FIRST -> "#0072b2";
            case SECOND -> "#d55e00";
        };
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
