package org.ictograph.report.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.ictograph.report.drawing.Block;
import org.ictograph.report.drawing.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * Sets a report on A4 pages, from top to bottom. The font is the Liberation Sans that comes with PDFBox (SIL OFL), so
 * that Greek and Cyrillic names can be written; a letter that it lacks becomes a question mark. No date is written.
 */
public final class PdfPages {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float MARGIN = 42;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float BODY = 9;
    private static final float CELL = 7;
    private static final float PAD = 5;

    private final PDDocument document;
    private final Letters letters;
    private @Nullable PDPageContentStream content;
    private float y;

    private PdfPages(PDDocument document, Letters letters) {
        this.document = document;
        this.letters = letters;
    }

    public static byte[] of(String title, List<Block> blocks) throws IOException {
        try (PDDocument document = new PDDocument();
                InputStream ttf = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT), FONT)) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Ictograph");
            PdfPages pages = new PdfPages(document, new Letters(PDType0Font.load(document, ttf, true)));
            pages.turn();
            pages.lines(title, 16, 6);
            for (Block block : blocks) {
                pages.block(block);
            }
            pages.page().close();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private PDPageContentStream page() {
        return Objects.requireNonNull(content);
    }

    /** Begins a new page. */
    private void turn() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    private void room(float height) throws IOException {
        if (y - height < MARGIN) {
            turn();
        }
    }

    private void block(Block block) throws IOException {
        if (block instanceof Block.Heading heading) {
            room(80);
            y -= 8;
            lines(heading.words(), 12, 4);
        } else if (block instanceof Block.Paragraph paragraph) {
            lines(paragraph.words(), BODY, 6);
        } else if (block instanceof Block.Table table) {
            table(table);
        } else if (block instanceof Block.Picture picture) {
            figure(picture.drawing());
        }
    }

    private void lines(String words, float size, float after) throws IOException {
        for (String line : letters.wrapped(words, size, WIDTH)) {
            room(size * 1.35f);
            y -= size * 1.35f;
            letters.show(page(), line, MARGIN, y, size);
        }
        y -= after;
    }

    private void figure(Drawing drawing) throws IOException {
        float scale = (float) Math.min(1, WIDTH / drawing.width());
        float height = (float) drawing.height() * scale;
        room(height + 24);
        lines(drawing.title(), 8, 3);
        new PdfFigure(page(), letters, MARGIN, y, scale).draw(drawing);
        y -= height + 8;
    }

    private void table(Block.Table table) throws IOException {
        float[] widths = widths(table);
        row(table.head(), widths);
        for (List<String> row : table.rows()) {
            row(row, widths);
        }
        y -= 8;
    }

    private void row(List<String> cells, float[] widths) throws IOException {
        List<List<String>> wrapped = new java.util.ArrayList<>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(letters.wrapped(cells.get(i), CELL, widths[i] - PAD));
            most = Math.max(most, wrapped.get(i).size());
        }
        float height = most * CELL * 1.25f + 3;
        room(height);
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float line = y;
            for (String words : wrapped.get(i)) {
                line -= CELL * 1.25f;
                letters.show(page(), words, x, line, CELL);
            }
            x += widths[i];
        }
        y -= height;
        page().setStrokingColor(0.82f, 0.84f, 0.87f);
        page().setLineWidth(0.5f);
        page().moveTo(MARGIN, y);
        page().lineTo(MARGIN + WIDTH, y);
        page().stroke();
    }

    /** By the longest text of each column, within limits. */
    private float[] widths(Block.Table table) throws IOException {
        int columns = table.head().size();
        float[] widths = new float[columns];
        float sum = 0;
        for (int i = 0; i < columns; i++) {
            float longest = letters.width(table.head().get(i), CELL);
            for (List<String> row : table.rows()) {
                longest = Math.max(longest, letters.width(row.get(i), CELL));
            }
            widths[i] = Math.min(longest + 2 * PAD, 220);
            sum += widths[i];
        }
        for (int i = 0; i < columns; i++) {
            widths[i] *= WIDTH / sum;
        }
        return widths;
    }
}
