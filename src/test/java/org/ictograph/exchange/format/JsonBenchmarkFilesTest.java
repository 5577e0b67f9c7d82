package org.ictograph.exchange.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.BenchmarkFiles;
import org.ictograph.exchange.ClipPrediction;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.LabelledSegment;
import org.ictograph.exchange.PredictedSegment;
import org.ictograph.exchange.PredictionDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonBenchmarkFilesTest {
    /** The shape of the published file, with invented content. */
    private static final String GOLDEN = """
            {
              "database": {
                "AAAAbbbbCCCC0001": {
                  "subset": "training",
                  "duration": 10.0,
                  "annotations": [ {
                    "segment": [ 0.0, 4.0 ],
                    "label": "others",
                    "label_id": 0
                  }, {
                    "segment": [ 4.0, 10.0 ],
                    "label": "bilateral forelimb clonus",
                    "label_id": 7
                  }, {
                    "segment": [ 4.0, 10.0 ],
                    "label": "rearing",
                    "label_id": 9
                  } ]
                },
                "AAAAbbbbCCCC0002": {
                  "subset": "testing",
                  "duration": 10.0,
                  "annotations": [ ]
                }
              }
            }
            """;

    private static final AnnotationDatabase DATABASE = new AnnotationDatabase(List.of(
            new AnnotatedClip("AAAAbbbbCCCC0002", "testing", 10, List.of()),
            new AnnotatedClip(
                    "AAAAbbbbCCCC0001",
                    "training",
                    10,
                    List.of(
                            segment(0, 4, "others", 0),
                            segment(4, 10, "bilateral forelimb clonus", 7),
                            segment(4, 10, "rearing", 9)))));

    private final BenchmarkFiles files = new JsonBenchmarkFiles();

    @TempDir
    private Path folder;

    @Test
    void writesTheShapeOfRatSeizure() throws Exception {
        Path file = folder.resolve("ratseizure.json");
        files.writeAnnotations(DATABASE, file);
        assertEquals(GOLDEN, Files.readString(file));
    }

    @Test
    void readsTheShapeOfRatSeizure() throws Exception {
        assertEquals(DATABASE, files.readAnnotations(file(GOLDEN)));
        assertEquals(1, DATABASE.subset("Testing").clips().size());
    }

    @Test
    void numbersComeBackAsTheyWere() throws Exception {
        AnnotationDatabase odd = new AnnotationDatabase(List.of(
                new AnnotatedClip("ö \"1\"", "testing", 12345678.9, List.of(segment(0.0001, 0.1 + 0.2, "x", 0)))));
        Path file = folder.resolve("odd.json");
        files.writeAnnotations(odd, file);
        String text = Files.readString(file);
        assertTrue(text.contains("[ 0.00010, 0.30000000000000004 ]"), text);
        assertTrue(text.contains("\"duration\": 12345678.9"), text);
        assertEquals(odd, files.readAnnotations(file));
    }

    @Test
    void readsActivityNet() throws Exception {
        AnnotationDatabase database = files.readAnnotations(file("""
                {"version": "VERSION 1.3", "taxonomy": [{"nodeId": 1}], "database": {"v1": {"subset": "validation",
                 "duration": 82, "url": "x", "annotations": [{"segment": [6, 77.5], "label": "Rearing"}]}}}
                """));
        LabelledSegment segment = database.clips().get(0).segments().get(0);
        assertEquals(new LabelledSegment(6, 77.5, "Rearing", OptionalInt.empty()), segment);
    }

    @Test
    void readsPredictionsOfActivityNetInTheirOrder() throws Exception {
        PredictionDatabase predictions = files.readPredictions(file("""
                {"version": "VERSION 1.3", "external_data": {"used": false}, "results": {
                 "b": [{"score": 0.5, "segment": [0, 10], "label": "rearing"}],
                 "a": [{"score": 0.5, "segment": [1, 2], "label": "rearing"}]}}
                """));
        assertEquals(
                List.of(
                        new PredictedSegment("b", new LabelledSegment(0, 10, "rearing", OptionalInt.empty()), 0.5),
                        new PredictedSegment("a", new LabelledSegment(1, 2, "rearing", OptionalInt.empty()), 0.5)),
                predictions.segments());
    }

    @Test
    void namesTheNumberedLabelsOfActionFormer() throws Exception {
        PredictionDatabase predictions = files.readPredictions(file("""
                        {"database": {"a": [{"segment": [0.5, 9.5], "label_id": 9, "scores": 0.75},
                                            {"segment": [0, 1], "label_id": 12, "scores": 0.25}]}}
                        """)).named(DATABASE);
        assertEquals(
                List.of("rearing", "#12"),
                predictions.segments().stream().map(p -> p.segment().label()).toList());
        assertEquals(0.75, predictions.segments().get(0).score());
    }

    @Test
    void wrongEntriesAreNamed() throws Exception {
        refused("{\"database\": {}", "line 1, column");
        refused("{\"database\": {}} x", "is not readable JSON");
        refused("[]", "must hold one JSON object");
        refused("", "must hold one JSON object");
        refused("{\"version\": 1}", "has no “database”");
        refused("{\"database\": []}", "“database” must be an object");
        refused("{\"database\": {\"a\": {}, \"a\": {}}}", "Duplicate");
        refused(clip("\"subset\": \"testing\""), "entry “a” has no “duration”");
        refused(clip("\"subset\": 3, \"duration\": 10"), "entry “a”, “subset” must be a text");
        refused(clip("\"subset\": \"testing\", \"duration\": -1"), "“duration” must be above 0");
        refused(clip("\"subset\": \"testing\", \"duration\": 1e999"), "“duration” must be a number");
        refused(annotation("\"label\": \"x\""), "annotation 2 has no “segment”");
        refused(annotation("\"segment\": [1], \"label\": \"x\""), "“segment” must be a start and an end");
        refused(annotation("\"segment\": [5, 3], \"label\": \"x\""), "ends at 3.0 before it starts at 5.0");
        refused(annotation("\"segment\": [-1, 3], \"label\": \"x\""), "starts before 0");
        refused(annotation("\"segment\": [\"1\", 3], \"label\": \"x\""), "edge 1 must be a number");
        refused(annotation("\"segment\": [1, 3], \"label\": \" \""), "“label” must be a text");
        refused(annotation("\"segment\": [1, 3], \"label\": \"x\", \"label_id\": 1.5"), "must be a whole number");
        refused("{\"database\":".repeat(3000), "is not readable JSON");
    }

    @Test
    void wrongPredictionsAreNamed() throws Exception {
        Path neither = file("{\"predictions\": {}}");
        assertTrue(assertThrows(ExchangeException.class, () -> files.readPredictions(neither))
                .toString()
                .contains("neither “results” nor “database”"));
        Path nameless = file("{\"results\": {\"a\": [{\"segment\": [0, 1], \"score\": 1}]}}");
        assertTrue(assertThrows(ExchangeException.class, () -> files.readPredictions(nameless))
                .toString()
                .contains("entry “a”, prediction 1 has neither “label” nor “label_id”"));
    }

    @Test
    void readsClipScores() throws Exception {
        assertEquals(
                List.of(new ClipPrediction("c1.avi", true, 0.9), new ClipPrediction("c2.avi", false, 0.25)),
                files.readClips(file("clip,truth,score\nc1.avi,1,0.9\nc2.avi,0,.25\n")));
        for (String line : List.of("c1,yes,0.5", "c1,1,high", "c1,1,NaN", "c1,1")) {
            Path wrong = file("clip,truth,score\n" + line + "\n");
            assertTrue(
                    assertThrows(ExchangeException.class, () -> files.readClips(wrong))
                            .toString()
                            .contains("line 2 has"),
                    line);
        }
    }

    private static String clip(String fields) {
        return "{\"database\": {\"a\": {" + fields + "}}}";
    }

    private static String annotation(String fields) {
        return clip(
                "\"subset\": \"testing\", \"duration\": 10, \"annotations\": [{\"segment\": [0, 1], \"label\": \"x\"}, {"
                        + fields + "}]");
    }

    private void refused(String text, String reason) throws IOException {
        Path file = file(text);
        String message = assertThrows(ExchangeException.class, () -> files.readAnnotations(file))
                .toString();
        assertTrue(message.contains(reason), message);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file.json"), text);
    }

    private static LabelledSegment segment(double start, double end, String label, int id) {
        return new LabelledSegment(start, end, label, OptionalInt.of(id));
    }
}
