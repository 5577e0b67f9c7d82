package org.ictograph.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.Picture;
import org.ictograph.video.Videos;

/** Processor time per frame of reading one frame after another for the screen, against ffmpeg with the same conversion. */
record PlaybackBench(Films films, Videos videos) implements Measure {
    private static final int FRAMES = 3000;
    private static final int TURNS = 5;
    private static final String MEASURE = "playback, processor time per frame";
    private static final Pattern USED = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");

    @Override
    public void into(Table table) throws Exception {
        for (Films.Kind kind : Films.Kind.values()) {
            Optional<Program> ffmpeg = Program.find("ffmpeg");
            if (ffmpeg.isEmpty()) {
                table.add(Row.absent(MEASURE, films.name(kind), "ffmpeg"));
                continue;
            }
            Samples ours = new Samples();
            Samples theirs = new Samples();
            for (int turn = 0; turn <= TURNS; turn++) {
                double used = ours(kind, turn * FRAMES);
                if (turn > 0) { // the first warms up
                    ours.add(used);
                    theirs.add(theirs(ffmpeg.get(), kind, turn * FRAMES));
                }
            }
            table.add(new Row(
                    MEASURE, films.name(kind), ours.median(), theirs.median(), "ms", 1.3, "ffmpeg -f null, BGRA"));
        }
    }

    private double ours(Films.Kind kind, int from) throws Exception {
        FrameIndex index = films.index(videos, kind);
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (FrameReader reader = videos.open(films.film(kind), index)) {
            Picture picture = new Picture(CagePainter.WIDTH, CagePainter.HEIGHT);
            reader.read(from, picture);
            long start = machine.getProcessCpuTime();
            for (int frame = from + 1; frame <= from + FRAMES; frame++) {
                reader.read(frame, picture);
            }
            return (machine.getProcessCpuTime() - start) / 1e6 / FRAMES;
        }
    }

    private double theirs(Program ffmpeg, Films.Kind kind, int from) throws Exception {
        String printed = ffmpeg.run(
                "-hide_banner",
                "-benchmark",
                "-nostdin",
                "-ss",
                Double.toString(from / (double) CagePainter.RATE),
                "-i",
                films.film(kind).toString(),
                "-frames:v",
                Integer.toString(FRAMES),
                "-pix_fmt",
                "bgra",
                "-f",
                "null",
                "-");
        Matcher used = USED.matcher(printed);
        if (!used.find()) {
            throw new IllegalStateException("ffmpeg did not tell its time: " + printed);
        }
        return (Double.parseDouble(used.group(1)) + Double.parseDouble(used.group(2))) * 1000 / FRAMES;
    }
}
