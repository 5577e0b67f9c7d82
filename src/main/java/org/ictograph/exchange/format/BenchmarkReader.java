package org.ictograph.exchange.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.LabelledSegment;
import org.ictograph.exchange.PredictedSegment;
import org.ictograph.exchange.PredictionDatabase;

/**
 * Reads the JSON of the ActivityNet family. Keys that are not needed ({@code version}, {@code taxonomy}, {@code url},
 * {@code fps} …) are passed over.
 */
final class BenchmarkReader {
    private BenchmarkReader() {}

    static AnnotationDatabase annotations(Path file) throws ExchangeException {
        List<AnnotatedClip> clips = new ArrayList<>();
        for (Map.Entry<String, JsonPlace> entry :
                JsonPlace.read(file).get("database").entries()) {
            clips.add(clip(entry.getKey(), entry.getValue()));
        }
        return new AnnotationDatabase(clips);
    }

    private static AnnotatedClip clip(String id, JsonPlace entry) throws ExchangeException {
        if (id.isBlank()) {
            throw entry.wrong("needs an id that is not empty");
        }
        double duration = entry.get("duration").number();
        if (duration <= 0) {
            throw entry.get("duration").wrong("must be above 0");
        }
        List<LabelledSegment> segments = new ArrayList<>();
        if (entry.has("annotations")) {
            for (JsonPlace item : entry.get("annotations").items("annotation")) {
                segments.add(segment(item, item.get("label").text()));
            }
        }
        return new AnnotatedClip(id, entry.get("subset").text(), duration, segments);
    }

    private static LabelledSegment segment(JsonPlace item, String label) throws ExchangeException {
        JsonPlace place = item.get("segment");
        List<JsonPlace> edges = place.items("edge");
        if (edges.size() != 2) {
            throw place.wrong("must be a start and an end in seconds");
        }
        double start = edges.get(0).number();
        double end = edges.get(1).number();
        if (start < 0) {
            throw place.wrong("starts before 0: " + start);
        }
        if (end < start) {
            throw place.wrong("ends at " + end + " before it starts at " + start);
        }
        OptionalInt labelId =
                item.has("label_id") ? OptionalInt.of(item.get("label_id").wholeNumber()) : OptionalInt.empty();
        return new LabelledSegment(start, end, label, labelId);
    }

    /** ActivityNet calls the outer key {@code results} and gives label names; ActionFormer {@code database}, numbers. */
    static PredictionDatabase predictions(Path file) throws ExchangeException {
        JsonPlace root = JsonPlace.read(file);
        if (!root.has("results") && !root.has("database")) {
            throw root.wrong("holds no predictions: it has neither “results” nor “database”");
        }
        List<PredictedSegment> segments = new ArrayList<>();
        for (Map.Entry<String, JsonPlace> entry :
                root.get(root.has("results") ? "results" : "database").entries()) {
            for (JsonPlace item : entry.getValue().items("prediction")) {
                segments.add(prediction(entry.getKey(), item));
            }
        }
        return new PredictionDatabase(segments);
    }

    private static PredictedSegment prediction(String clip, JsonPlace item) throws ExchangeException {
        if (!item.has("label") && !item.has("label_id")) {
            throw item.wrong("has neither “label” nor “label_id”");
        }
        String label = item.has("label") ? item.get("label").text() : "";
        double score = item.get(item.has("scores") ? "scores" : "score").number();
        return new PredictedSegment(clip, segment(item, label), score);
    }
}
