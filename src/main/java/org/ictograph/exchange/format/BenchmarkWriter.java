package org.ictograph.exchange.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Comparator;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.LabelledSegment;

/**
 * Writes annotations in the shape of {@code ratseizure.json}: {@code database} alone at the top, then for every clip
 * {@code subset}, {@code duration} and {@code annotations} with {@code segment}, {@code label} and {@code label_id}.
 */
final class BenchmarkWriter {
    private static final Comparator<LabelledSegment> BY_TIME = Comparator.comparingDouble(LabelledSegment::start)
            .thenComparingDouble(LabelledSegment::end)
            .thenComparingInt(segment -> segment.labelId().orElse(-1))
            .thenComparing(LabelledSegment::label);

    private final JsonGenerator json;

    private BenchmarkWriter(JsonGenerator json) {
        this.json = json;
    }

    static String text(AnnotationDatabase database) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(JsonPlace.layout());
            new BenchmarkWriter(json).database(database);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Text in memory can always be written.", impossible);
        }
        return text.append('\n').toString();
    }

    private void database(AnnotationDatabase database) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("database");
        for (AnnotatedClip clip : database.clips()) {
            clip(clip);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void clip(AnnotatedClip clip) throws IOException {
        json.writeObjectFieldStart(clip.id());
        json.writeStringField("subset", clip.subset());
        json.writeFieldName("duration");
        number(clip.duration());
        json.writeArrayFieldStart("annotations");
        for (LabelledSegment segment : clip.segments().stream().sorted(BY_TIME).toList()) {
            segment(segment);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void segment(LabelledSegment segment) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("segment");
        number(segment.start());
        number(segment.end());
        json.writeEndArray();
        json.writeStringField("label", segment.label());
        if (segment.labelId().isPresent()) {
            json.writeNumberField("label_id", segment.labelId().getAsInt());
        }
        json.writeEndObject();
    }

    /** The shortest decimal that reads back as the same double, always with a point and never with an exponent. */
    private void number(double seconds) throws IOException {
        json.writeNumber(new BigDecimal(Double.toString(seconds)).toPlainString());
    }
}
