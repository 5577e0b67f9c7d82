package org.ictograph.exchange.format;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ictograph.exchange.Losses;
import org.ictograph.model.Label;
import org.ictograph.model.Study;

/**
 * Writes an annotation file of ELAN (EAF 3.0): a tier for each cage, label and rater, since the annotations of one tier
 * must not overlap, and tiers for stage and note that depend on it.
 */
final class ElanWriter {
    static final String STAGE = " (stage)";
    static final String NOTE = " (note)";

    private final Study study;
    private final Losses losses;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final Map<String, List<MarkRow>> tiers = new LinkedHashMap<>();
    private final Map<MarkRow, Integer> numbers = new LinkedHashMap<>();
    private int depth;
    private int remarks;

    ElanWriter(Study study, Losses losses) {
        this.study = study;
        this.losses = losses;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Text in memory can always be written.", impossible);
        }
    }

    String document(List<MarkRow> rows) {
        rows.forEach(this::sort);
        if (rows.stream()
                .anyMatch(row -> row.mark().span().start() % 1000 != 0
                        || row.mark().span().end() % 1000 != 0)) {
            losses.note("Times are rounded to whole milliseconds, so by up to 0.5 ms.");
        }
        try {
            write(rows);
            xml.flush();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("Text in memory can always be written.", impossible);
        }
        return text.append('\n').toString();
    }

    /** Puts a mark on the first tier of its kind on which it overlaps nothing. */
    private void sort(MarkRow row) {
        numbers.put(row, numbers.size() + 1);
        String name = "cage " + row.cage().position() + " / " + row.mark().label() + " / " + row.rater();
        for (int copy = 1; ; copy++) {
            List<MarkRow> tier =
                    tiers.computeIfAbsent(copy == 1 ? name : name + " " + copy, unknown -> new ArrayList<>());
            if (tier.isEmpty() || end(tier.get(tier.size() - 1)) <= start(row)) {
                tier.add(row);
                if (copy > 1) {
                    losses.note("“" + row.mark().label() + "” of cage "
                            + row.cage().position() + " overlaps another; it stands on a tier of its own.");
                }
                return;
            }
        }
    }

    private static long start(MarkRow row) {
        return Math.round(row.mark().span().start() / 1000.0);
    }

    private static long end(MarkRow row) {
        return Math.max(start(row) + 1, Math.round(row.mark().span().end() / 1000.0));
    }

    private void write(List<MarkRow> rows) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open(
                "ANNOTATION_DOCUMENT",
                "AUTHOR",
                "",
                "DATE",
                "1970-01-01T00:00:00+00:00",
                "FORMAT",
                "3.0",
                "VERSION",
                "3.0");
        open("HEADER", "MEDIA_FILE", "", "TIME_UNITS", "milliseconds");
        if (!rows.isEmpty()) {
            String path = rows.get(0).recording().files().get(0).path();
            String name = String.valueOf(Path.of(path).getFileName());
            empty("MEDIA_DESCRIPTOR", "MEDIA_URL", path, "MIME_TYPE", "video/*", "RELATIVE_MEDIA_URL", "./" + name);
        }
        close();
        open("TIME_ORDER");
        for (Map.Entry<MarkRow, Integer> row : numbers.entrySet()) {
            slot(row.getValue() * 2 - 1, start(row.getKey()));
            slot(row.getValue() * 2, end(row.getKey()));
        }
        close();
        for (Map.Entry<String, List<MarkRow>> tier : tiers.entrySet()) {
            tier(tier.getKey(), tier.getValue());
        }
        empty(
                "LINGUISTIC_TYPE",
                "GRAPHIC_REFERENCES",
                "false",
                "LINGUISTIC_TYPE_ID",
                "label",
                "TIME_ALIGNABLE",
                "true",
                "CONTROLLED_VOCABULARY_REF",
                "labels");
        empty(
                "LINGUISTIC_TYPE",
                "CONSTRAINTS",
                "Symbolic_Association",
                "GRAPHIC_REFERENCES",
                "false",
                "LINGUISTIC_TYPE_ID",
                "remark",
                "TIME_ALIGNABLE",
                "false");
        empty(
                "LANGUAGE",
                "LANG_DEF",
                "http://cdb.iso.org/lg/CDB-00130975-001",
                "LANG_ID",
                "und",
                "LANG_LABEL",
                "undetermined (und)");
        empty(
                "CONSTRAINT",
                "DESCRIPTION",
                "1-1 association with a parent annotation",
                "STEREOTYPE",
                "Symbolic_Association");
        vocabulary();
        close();
        xml.writeEndDocument();
    }

    private void slot(int number, long millis) throws XMLStreamException {
        empty("TIME_SLOT", "TIME_SLOT_ID", "ts" + number, "TIME_VALUE", Long.toString(millis));
    }

    private void tier(String name, List<MarkRow> rows) throws XMLStreamException {
        MarkRow first = rows.get(0);
        open(
                "TIER",
                "ANNOTATOR",
                first.rater(),
                "LINGUISTIC_TYPE_REF",
                "label",
                "PARTICIPANT",
                first.animal(),
                "TIER_ID",
                name);
        for (MarkRow row : rows) {
            int number = number(row);
            open("ANNOTATION");
            open(
                    "ALIGNABLE_ANNOTATION",
                    "ANNOTATION_ID",
                    "a" + number,
                    "TIME_SLOT_REF1",
                    "ts" + (number * 2 - 1),
                    "TIME_SLOT_REF2",
                    "ts" + number * 2);
            value(row.mark().label());
            close();
            close();
        }
        close();
        remarks(name, STAGE, rows, row -> row.mark().stage());
        remarks(name, NOTE, rows, row -> row.mark().note());
    }

    private int number(MarkRow row) {
        return numbers.getOrDefault(row, 0);
    }

    private void remarks(String tier, String kind, List<MarkRow> rows, Function<MarkRow, String> remark)
            throws XMLStreamException {
        if (rows.stream().allMatch(row -> remark.apply(row).isEmpty())) {
            return;
        }
        open("TIER", "LINGUISTIC_TYPE_REF", "remark", "PARENT_REF", tier, "TIER_ID", tier + kind);
        for (MarkRow row : rows) {
            if (!remark.apply(row).isEmpty()) {
                open("ANNOTATION");
                open("REF_ANNOTATION", "ANNOTATION_ID", "r" + ++remarks, "ANNOTATION_REF", "a" + number(row));
                value(remark.apply(row));
                close();
                close();
            }
        }
        close();
    }

    private void vocabulary() throws XMLStreamException {
        open("CONTROLLED_VOCABULARY", "CV_ID", "labels");
        empty("DESCRIPTION", "LANG_REF", "und");
        int number = 0;
        for (Label label : study.protocol().labels()) {
            open("CV_ENTRY_ML", "CVE_ID", "cve" + ++number);
            line();
            xml.writeStartElement("CVE_VALUE");
            if (!label.definition().isEmpty()) {
                attributes("DESCRIPTION", label.definition());
            }
            attributes("LANG_REF", "und");
            xml.writeCharacters(label.name());
            xml.writeEndElement();
            close();
        }
        close();
    }

    private void value(String value) throws XMLStreamException {
        line();
        xml.writeStartElement("ANNOTATION_VALUE");
        xml.writeCharacters(legal(value));
        xml.writeEndElement();
    }

    /** Without the control characters that XML cannot hold. */
    private static String legal(String value) {
        return value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "    ".repeat(depth));
    }

    private void open(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    private void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }
}
