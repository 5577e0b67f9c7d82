package org.ictograph.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
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
            desk.console().json(document);
        } else {
            desk.console().progress("");
            document.forEach((key, value) -> desk.console().print("%-28s %s", key.replace('_', ' '), text(value)));
        }
        return Program.DONE;
    }

    private Map<String, Object> document(VideoFacts facts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", video.toString());
        fields.put("bytes", facts.bytes());
        fields.put("container", facts.container());
        fields.put("codec", facts.codec());
        fields.put("pixel_format", facts.pixelFormat());
        fields.put("width", facts.width());
        fields.put("height", facts.height());
        fields.put("time_base", facts.timeBaseNum() + "/" + facts.timeBaseDen());
        fields.put("frames", facts.frames());
        fields.put("duration", facts.durationMicros() / 1e6);
        fields.put("nominal_rate", facts.nominalRate());
        fields.put("measured_rate", facts.measuredRate());
        fields.put("variable_rate", facts.variableRate());
        fields.put("key_frames", facts.keyFrames());
        fields.put("longest_key_distance_frames", facts.longestKeyDistance());
        fields.put("first_pts", facts.firstPts());
        fields.put("gaps", facts.gaps());
        fields.put("duplicates", facts.duplicates());
        fields.put("broken_stamps", facts.brokenStamps());
        fields.put("interlaced", facts.interlaced());
        fields.put("truncated", facts.truncated());
        fields.put("audio", facts.audio());
        fields.put("random_access", facts.randomAccess());
        fields.put("fingerprint", facts.fingerprint());
        return fields;
    }

    private static String text(Object value) {
        return value instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(value);
    }
}
