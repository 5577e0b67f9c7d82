package org.ictograph.report;

import java.util.List;
import org.ictograph.report.drawing.Block;
import org.ictograph.report.drawing.Drawing;

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
        out.append("<figure><figcaption>")
                .append(safe(drawing.title()))
                .append("</figcaption>")
                .append(Svg.inside(drawing))
                .append("</figure>\n");
    }

    static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
