package org.ictograph.report.drawing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.report.drawing.Shape.Align;

/** A drawing while it is made. */
public final class Sketch {
    /** Size of ordinary text. */
    public static final double TEXT = 11;

    /** Rough width of a letter of that size, to decide what fits. */
    public static final double LETTER = 6;

    private final double width;
    private final double height;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();

    public Sketch(double width, double height) {
        this.width = width;
        this.height = height;
    }

    public void box(double x, double y, double w, double h, Hue hue, double strength) {
        shapes.add(new Shape.Box(x, y, w, h, hue, strength));
    }

    public void line(double x1, double y1, double x2, double y2, Hue hue) {
        shapes.add(new Shape.Stroke(x1, y1, x2, y2, hue, false));
    }

    public void dashes(double x1, double y1, double x2, double y2, Hue hue) {
        shapes.add(new Shape.Stroke(x1, y1, x2, y2, hue, true));
    }

    public void text(double x, double y, String words, Align align, Hue hue) {
        shapes.add(new Shape.Text(x, y, words, align, TEXT, hue));
    }

    /** True for a text that is not cut. */
    public static boolean fits(String words, double room) {
        return words.length() <= Math.max(1, (int) (room / LETTER));
    }

    /** A text that is cut with an ellipsis where there is no room for it. */
    public void fitted(double x, double y, String words, double room, Align align, Hue hue) {
        int letters = Math.max(1, (int) (room / LETTER));
        text(x, y, fits(words, room) ? words : words.substring(0, letters - 1) + "…", align, hue);
    }

    /** Room for names left of a drawing: for the longest of them, at most a third of the width. */
    public static double namesOf(Collection<String> names, double least, double width) {
        int letters = names.stream().mapToInt(String::length).max().orElse(0);
        return Math.max(least, Math.min(width / 3, letters * LETTER + 10));
    }

    public void spot(double x, double y, double w, double h, String words, Set<UUID> marks) {
        spots.add(new Spot(x, y, w, h, words, marks, Optional.empty()));
    }

    public void spot(double x, double y, double w, double h, String words, Spot.Two raters) {
        spots.add(new Spot(x, y, w, h, words, Set.of(), Optional.of(raters)));
    }

    public Drawing titled(String title) {
        return new Drawing(title, width, height, shapes, spots);
    }
}
