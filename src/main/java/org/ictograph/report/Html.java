package org.ictograph.report;

import java.util.List;
import java.util.Locale;
import org.ictograph.report.drawing.Block;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape;

/** A report as one HTML file that needs nothing else; figures are SVG inside it. */
final class Html {
    private static final String STYLE = """
            body{font:14px/1.45 sans-serif;max-width:760px;margin:2em auto;padding:0 1em;color:#24292f;background:#fff}
            table{border-collapse:collapse;width:100%;font-size:12px;margin:1em 0}
            th,td{border-bottom:1px solid #d0d7de;padding:3px 6px;text-align:left;vertical-align:top}
            figure{margin:1em 0}figcaption{font-size:12px;color:#57606a}svg{max-width:100%;height:auto}
            """;

    private final StringBuilder out = new StringBuilder();

    private Html() {}

    /** @param language code of the language that it is written in */
    static String of(String title, List<Block> blocks, String language) {
        Html html = new Html();
        html.out
                .append("<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"><title>")
                .append(safe(title))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>")
                .append(safe(title))
                .append("</h1>\n");
        blocks.forEach(html::block);
        return html.out.append("</body></html>\n").toString();
    }

    private void block(Block block) {
        if (block instanceof Block.Heading heading) {
            out.append("<h2>").append(safe(heading.words())).append("</h2>\n");
        } else if (block instanceof Block.Paragraph paragraph) {
            out.append("<p>").append(safe(paragraph.words())).append("</p>\n");
        } else if (block instanceof Block.Table table) {
            out.append("<table><tr>");
            table.head().forEach(cell -> out.append("<th>").append(safe(cell)).append("</th>"));
            out.append("</tr>\n");
            table.rows().forEach(row -> {
                out.append("<tr>");
                row.forEach(cell -> out.append("<td>").append(safe(cell)).append("</td>"));
                out.append("</tr>\n");
            });
            out.append("</table>\n");
        } else if (block instanceof Block.Picture picture) {
            figure(picture.drawing());
        }
    }

    private void figure(Drawing drawing) {
        out.append(format(
                "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" font-family=\"sans-serif\">\n",
                safe(drawing.title()), drawing.width(), drawing.height(), drawing.width(), drawing.height()));
        out.append("<title>").append(safe(drawing.title())).append("</title>\n");
        drawing.shapes().forEach(this::shape);
        drawing.spots()
                .forEach(spot -> out.append(format(
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill-opacity=\"0\"><title>%s</title></rect>\n",
                        spot.x(), spot.y(), spot.width(), spot.height(), safe(spot.words()))));
        out.append("</svg></figure>\n");
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

    private static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
