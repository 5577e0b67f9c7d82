package org.ictograph.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Text in the one font of a report. */
final class Letters {
    private final PDType0Font font;
    private final Map<Integer, Boolean> known = new HashMap<>();

    Letters(PDType0Font font) {
        this.font = font;
    }

    float width(String words, float size) throws IOException {
        return font.getStringWidth(possible(words)) / 1000 * size;
    }

    void show(PDPageContentStream content, String words, float x, float y, float size) throws IOException {
        content.setNonStrokingColor(0.14f, 0.16f, 0.18f);
        put(content, words, x, y, size);
    }

    /** As {@link #show}, in the colour that is set. */
    void put(PDPageContentStream content, String words, float x, float y, float size) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(possible(words));
        content.endText();
    }

    /** Lines that fit, broken between words; at least one. */
    List<String> wrapped(String words, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private String possible(String words) {
        StringBuilder possible = new StringBuilder();
        words.codePoints()
                .forEach(letter -> possible.appendCodePoint(known.computeIfAbsent(letter, this::has) ? letter : '?'));
        return possible.toString();
    }

    private boolean has(int letter) {
        try {
            font.encode(Character.toString(letter));
            return letter >= ' ';
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
