package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ictograph.session.Joined;
import org.ictograph.video.FrameReport;
import org.ictograph.video.FrameReport.Finding;
import org.ictograph.video.FrameReport.Kind;
import org.ictograph.video.Seam;
import org.ictograph.video.VideoFacts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code info VIDEO…}: the truth about a video, and how several follow each other. */
@Command(
        name = "info",
        description = "Tell the truth about a video; of several files also how they follow each other.",
        mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "VIDEO", arity = "1..*")
    private List<Path> videos = List.of();

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    InfoCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (videos.size() == 1) {
            Path video = videos.get(0);
            one(video, desk.videos().probe(video, desk.progress("reading " + video.getFileName())));
        } else {
            several(Joined.of(videos, desk.videos(), desk.progress("reading " + videos.size() + " files")));
        }
        return Program.DONE;
    }

    private void one(Path video, VideoFacts facts) {
        if (json) {
            desk.console().json(reported(video, facts));
        } else {
            desk.console().noProgress();
            print(video, facts);
        }
    }

    private void several(Joined joined) {
        if (json) {
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            document.put(
                    "files",
                    joined.files().stream()
                            .map(file -> reported(file.path(), file.facts()))
                            .toList());
            document.put("joined", joined.axis().map(InfoCommand::document).orElse(null));
            document.put("obstacle", joined.axis().isPresent() ? null : joined.obstacle());
            desk.console().json(document);
            return;
        }
        desk.console().noProgress();
        for (Joined.Found file : joined.files()) {
            print(file.path(), file.facts());
            desk.console().print("");
        }
        joined.axis()
                .ifPresentOrElse(
                        axis -> {
                            desk.console()
                                    .print("as one recording: %d frames, %.3f s", axis.frames(), axis.duration() / 1e6);
                            axis.seams()
                                    .forEach(seam -> desk.console()
                                            .print("%-8s %s", seam.sound() ? "note" : "warning", seam.sentence()));
                        },
                        () -> desk.console().print("They do not make one recording: %s", joined.obstacle()));
    }

    private static Map<String, Object> document(Joined.Axis axis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("frames", axis.frames());
        fields.put("duration", axis.duration() / 1e6);
        fields.put("seams", axis.seams().stream().map(InfoCommand::document).toList());
        return fields;
    }

    private static Map<String, Object> document(Seam seam) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("before", seam.before().toString());
        fields.put("after", seam.after().toString());
        fields.put("gap", seam.hole() / 1e6);
        fields.put("missing_frames", seam.dropped());
        fields.put("doubled_frames", seam.doubled());
        fields.put("still", seam.still());
        fields.put("sentence", seam.sentence());
        return fields;
    }

    private static Map<String, Object> reported(Path video, VideoFacts facts) {
        Map<String, Object> document = document(video, facts);
        document.put(
                "report",
                facts.report().findings().stream().map(InfoCommand::document).toList());
        return document;
    }

    private void print(Path video, VideoFacts facts) {
        document(video, facts)
                .forEach((key, value) -> desk.console().print("%-28s %s", key.replace('_', ' '), text(value)));
        facts.report().findings().forEach(this::print);
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

    private static Map<String, Object> document(Path video, VideoFacts facts) {
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
