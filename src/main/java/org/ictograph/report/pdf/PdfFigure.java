package org.ictograph.report.pdf;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape;

/** Draws a figure on a page. Faint boxes are mixed with the white of the paper, so nothing needs transparency. */
final class PdfFigure {
    private final PDPageContentStream content;
    private final Letters letters;
    private final float left;
    private final float top;
    private final float scale;

    PdfFigure(PDPageContentStream content, Letters letters, float left, float top, float scale) {
        this.content = content;
        this.letters = letters;
        this.left = left;
        this.top = top;
        this.scale = scale;
    }

    void draw(Drawing drawing) throws IOException {
        for (Shape shape : drawing.shapes()) {
            draw(shape);
        }
    }

    private void draw(Shape shape) throws IOException {
        if (shape instanceof Shape.Box box) {
            float[] colour = mixed(box.hue(), (float) box.strength());
            content.setNonStrokingColor(colour[0], colour[1], colour[2]);
            content.addRect(
                    x(box.x()), y(box.y() + box.height()), (float) box.width() * scale, (float) box.height() * scale);
            content.fill();
        } else if (shape instanceof Shape.Stroke line) {
            float[] colour = mixed(line.hue(), 1);
            content.setStrokingColor(colour[0], colour[1], colour[2]);
            content.setLineWidth(0.6f);
            content.setLineDashPattern(line.dashed() ? new float[] {4, 2} : new float[0], 0);
            content.moveTo(x(line.x1()), y(line.y1()));
            content.lineTo(x(line.x2()), y(line.y2()));
            content.stroke();
            content.setLineDashPattern(new float[0], 0);
        } else if (shape instanceof Shape.Text text) {
            float size = (float) text.size() * scale;
            float width = letters.width(text.words(), size);
            float shift =
                    switch (text.align()) {
                        case LEFT -> 0;
                        case CENTRE -> width / 2;
                        case RIGHT -> width;
                    };
            float[] colour = mixed(text.hue(), 1);
            content.setNonStrokingColor(colour[0], colour[1], colour[2]);
            letters.put(content, text.words(), x(text.x()) - shift, y(text.y()), size);
        }
    }

    private float x(double x) {
        return left + (float) x * scale;
    }

    private float y(double y) {
        return top - (float) y * scale;
    }

    private static float[] mixed(Hue hue, float strength) {
        int rgb =
                switch (hue) {
                    case INK -> 0x24292f;
                    case MUTED -> 0x57606a;
                    case LINE -> 0xd0d7de;
                    case FIRST -> 0x0072b2;
                    case SECOND -> 0xd55e00;
                };
        float[] mixed = new float[3];
        for (int i = 0; i < 3; i++) {
            float part = (rgb >> (16 - 8 * i) & 0xff) / 255f;
            mixed[i] = 1 - strength * (1 - part);
        }
        return mixed;
    }
}
