package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ictograph.video.FrameReport;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.VideoFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code info VIDEO}: the truth about a video. */
@Command(name = "info", description = "Tell the truth about a video.", mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "VIDEO")
    private Path video = Path.of("");

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    InfoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        VideoFacts facts = desk.videos().probe(video, desk.progress("reading " + video.getFileName()));
        Map<String, Object> document = document(facts);
        if (json) {
            document.put(
                    "report",
                    facts.report().findings().stream()
                            .map(InfoCommand::document)
                            .toList());
            desk.console().json(document);
        } else {
            desk.console().noProgress();
            document.forEach((key, value) -> desk.console().print("%-28s %s", key.replace('_', ' '), text(value)));
            facts.report().findings().forEach(this::print);
        }
        return Program.DONE;
    }

    private void print(Finding finding) {
        desk.console().print("%-8s %s", word(finding.severity()), finding.sentence());
    }

    private static Map<String, Object> document(Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", word(finding.kind()));
        fields.put("severity", word(finding.severity()));
        fields.put("sentence", finding.sentence());
        fields.put("count", finding.count());
        fields.put("at", finding.at().stream().map(micros -> micros / 1e6).toList());
        return fields;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> document(VideoFacts facts) {
        VideoFacts.Coding coding = facts.coding();
        VideoFacts.Timing timing = facts.timing();
        FrameReport report = facts.report();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", video.toString());
        fields.put("bytes", facts.bytes());
        fields.put("container", coding.container());
        fields.put("codec", coding.codec());
        fields.put("pixel_format", coding.pixelFormat());
        fields.put("width", coding.width());
        fields.put("height", coding.height());
        fields.put("time_base", timing.timeBaseNum() + "/" + timing.timeBaseDen());
        fields.put("frames", timing.frames());
        fields.put("duration", timing.durationMicros() / 1e6);
        fields.put("nominal_rate", timing.nominalRate());
        fields.put("measured_rate", timing.measuredRate());
        fields.put("variable_rate", report.has(Kind.VARIABLE_RATE));
        fields.put("key_frames", timing.keyFrames());
        fields.put("longest_key_distance_frames", timing.longestKeyDistance());
        fields.put("first_pts", timing.firstPts());
        fields.put("gaps", report.count(Kind.GAP));
        fields.put("duplicates", report.count(Kind.DUPLICATE_STAMP));
        fields.put("broken_stamps", report.count(Kind.MISSING_STAMP) + report.count(Kind.BACKWARD_STAMP));
        fields.put("interlaced", report.has(Kind.INTERLACED));
        fields.put("truncated", report.has(Kind.TRUNCATED));
        fields.put("audio", facts.audio());
        fields.put("random_access", timing.randomAccess());
        fields.put("fingerprint", facts.fingerprint());
        return fields;
    }

    private static String text(Object value) {
        return value instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(value);
    }
}
