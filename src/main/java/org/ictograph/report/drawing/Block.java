package org.ictograph.report.drawing;

import java.util.List;

/** A part of a report, from top to bottom. */
public sealed interface Block {
    record Heading(String words) implements Block {}

    record Paragraph(String words) implements Block {}

    /** A table; the first column is text, the others are numbers or notes. */
    record Table(List<String> head, List<List<String>> rows) implements Block {
        public Table {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    record Picture(Drawing drawing) implements Block {}
}
