package org.ictograph.ui.kit;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;

/**
 * How a key point is drawn over a picture: a colour and a form, so that colour is never the only difference; 42 points look
 * different. A dark rim keeps them apart from light pictures. FX thread.
 */
public record PointLook(Color colour, Form form) {
    /** The forms. */
    public enum Form {
        DISC,
        SQUARE,
        DIAMOND,
        TRIANGLE,
        CROSS,
        PLUS
    }

    /** From the middle to the edge, in screen pixels. */
    public static final double REACH = 4.5;

    private static final Color RIM = Color.web("#10141a");
    private static final double LINE = 2;

    /** The look of a point by its number among all points that are shown together. */
    public static PointLook of(int number) {
        List<Color> colours = LabelPaint.OKABE_ITO;
        Form[] forms = Form.values();
        return new PointLook(colours.get(number % colours.size()), forms[number % forms.length]);
    }

    /**
     * Draws the point.
     *
     * @param sure false for an outline only
     */
    public void draw(GraphicsContext canvas, double x, double y, boolean sure) {
        canvas.setLineCap(StrokeLineCap.ROUND);
        canvas.setStroke(RIM);
        canvas.setLineWidth(2 * LINE);
        outline(canvas, x, y);
        canvas.setStroke(colour);
        canvas.setLineWidth(LINE);
        outline(canvas, x, y);
        if (sure) {
            canvas.setFill(colour);
            fill(canvas, x, y);
        }
    }

    private void outline(GraphicsContext canvas, double x, double y) {
        switch (form) {
            case DISC -> canvas.strokeOval(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
            case CROSS -> {
                canvas.strokeLine(x - REACH, y - REACH, x + REACH, y + REACH);
                canvas.strokeLine(x - REACH, y + REACH, x + REACH, y - REACH);
            }
            case PLUS -> {
                canvas.strokeLine(x - REACH, y, x + REACH, y);
                canvas.strokeLine(x, y - REACH, x, y + REACH);
            }
            default -> canvas.strokePolygon(across(x), down(y), across(x).length);
        }
    }

    /** Crosses that are sure have a dot in their middle. */
    private void fill(GraphicsContext canvas, double x, double y) {
        switch (form) {
            case DISC -> canvas.fillOval(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
            case CROSS, PLUS -> canvas.fillOval(x - REACH / 2 - 1, y - REACH / 2 - 1, REACH + 2, REACH + 2);
            default -> canvas.fillPolygon(across(x), down(y), across(x).length);
        }
    }

    private double[] across(double x) {
        return switch (form) {
            case TRIANGLE -> new double[] {x, x + REACH, x - REACH};
            case DIAMOND -> new double[] {x, x + REACH, x, x - REACH};
            default -> new double[] {x - REACH, x + REACH, x + REACH, x - REACH};
        };
    }

    private double[] down(double y) {
        return switch (form) {
            case TRIANGLE -> new double[] {y - REACH, y + REACH, y + REACH};
            case DIAMOND -> new double[] {y - REACH, y, y + REACH, y};
            default -> new double[] {y - REACH, y - REACH, y + REACH, y + REACH};
        };
    }
}
