package org.ictograph.ui.bench;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.Snapshot;
import org.ictograph.ui.kit.Theme;
import org.ictograph.video.Picture;

/** Paints figures with JavaFX, on the screen and into pictures for papers. */
public final class FigurePainter {
    private static final double HEAD = 22;
    private static final double MARGIN = 8;

    private FigurePainter() {}

    /** @param dark true where the ground is dark, for colours that can be told apart on it */
    static void paint(GraphicsContext canvas, Drawing figure, Palette palette, boolean dark) {
        figure.shapes().forEach(shape -> paint(canvas, shape, palette, dark));
    }

    /**
     * A picture on white with the title above. FX thread.
     *
     * @param scale pixels for a unit of the drawing
     */
    public static Picture picture(Drawing figure, double scale) {
        Palette palette = Theme.LIGHT.palette();
        Canvas canvas = new Canvas(
                Math.ceil((figure.width() + 2 * MARGIN) * scale), Math.ceil((figure.height() + HEAD + MARGIN) * scale));
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(palette.ground());
        pen.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.scale(scale, scale);
        pen.setTextBaseline(VPos.BASELINE);
        pen.setFont(Font.font(12));
        pen.setFill(palette.ink());
        pen.fillText(figure.title(), MARGIN, 15);
        pen.translate(MARGIN, HEAD);
        paint(pen, figure, palette, false);
        return Snapshot.of(canvas);
    }

    private static void paint(GraphicsContext canvas, Shape shape, Palette palette, boolean dark) {
        if (shape instanceof Shape.Box box) {
            Color colour = colour(box.hue(), palette, dark);
            canvas.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), box.strength()));
            canvas.fillRect(box.x(), box.y(), box.width(), box.height());
        } else if (shape instanceof Shape.Stroke line) {
            canvas.setStroke(colour(line.hue(), palette, dark));
            canvas.setLineWidth(1);
            canvas.setLineDashes(line.dashed() ? new double[] {5, 3} : new double[0]);
            canvas.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
            canvas.setLineDashes();
        } else if (shape instanceof Shape.Text text) {
            canvas.setFill(colour(text.hue(), palette, dark));
            canvas.setFont(Font.font(text.size()));
            canvas.setTextAlign(
                    switch (text.align()) {
                        case LEFT -> TextAlignment.LEFT;
                        case CENTRE -> TextAlignment.CENTER;
                        case RIGHT -> TextAlignment.RIGHT;
                    });
            canvas.fillText(text.words(), text.x(), text.y());
        }
    }

    private static Color colour(Hue hue, Palette palette, boolean dark) {
        return switch (hue) {
            case INK -> palette.ink();
            case MUTED -> palette.muted();
            case LINE -> palette.line();
            case FIRST -> Color.web(dark ? "#56B4E9" : "#0072B2");
            case SECOND -> Color.web(dark ? "#E69F00" : "#D55E00");
        };
    }
}
