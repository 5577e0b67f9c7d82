package org.ictograph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ictograph.localizer.ActivityLocalizer;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.model.ScoreTrack;
import org.ictograph.model.SpanSet;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.PassingReader;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * The activity curves of six cages against decoding the film to nowhere with ffmpeg, and their correlation with those of a
 * full decode, over all cages. Both take time in proportion to the film, so an hour of the material tells as much as ten.
 */
record ActivityBench(Films films, Videos videos) implements Measure {
    private static final double CORRELATION = 0.98;

    @Override
    public void into(Table table) throws Exception {
        Films hour = new Films(films.folder(), 1);
        for (Films.Kind kind : Films.Kind.values()) {
            Optional<Program> ffmpeg = Program.find("ffmpeg");
            if (ffmpeg.isEmpty()) {
                table.add(Row.absent("activity of 6 cages", hour.name(kind), "ffmpeg"));
                continue;
            }
            String film = hour.film(kind).toString();
            Samples theirs = new Samples();
            theirs.time(() -> ffmpeg.get().runSilently("-v", "error", "-nostdin", "-i", film, "-f", "null", "-"));
            Samples ours = new Samples();
            List<Float> curves = new ArrayList<>();
            ours.time(() -> curves.addAll(curves(hour, kind, false)));
            table.add(new Row(
                    "activity of 6 cages",
                    hour.name(kind),
                    ours.median() / 1000,
                    theirs.median() / 1000,
                    "s",
                    0.7,
                    "ffmpeg -f null"));
            double likeness = correlation(curves, curves(hour, kind, true));
            table.add(Row.limit(
                    "activity, 1 less the correlation with a full decode",
                    hour.name(kind),
                    1 - likeness,
                    1 - CORRELATION,
                    ""));
        }
    }

    private List<Float> curves(Films from, Films.Kind kind, boolean everyFrame) throws Exception {
        FrameIndex index = from.index(videos, kind);
        Recording recording = new Recording(
                UUID.randomUUID(),
                "bench",
                List.of(VideoFile.only("bench", 1, "bench")),
                CagePainter.WIDTH,
                CagePainter.HEIGHT,
                index.frames(),
                index.duration(),
                SpanSet.EMPTY,
                Optional.empty(),
                "");
        try (FrameReader reader = videos.open(from.film(kind), index)) {
            FrameReader shown = everyFrame ? new PassingReader(reader) : reader;
            List<Float> curves = new ArrayList<>();
            for (ScoreTrack track : new ActivityLocalizer()
                    .localize(recording, cages(recording.id()), shown, Progress.NONE)
                    .tracks()) {
                curves.addAll(track.values());
            }
            return curves;
        }
    }

    private static List<Cage> cages(UUID recording) {
        int width = CagePainter.WIDTH / CagePainter.COLUMNS / 2 * 2;
        int height = CagePainter.HEIGHT / CagePainter.ROWS / 2 * 2;
        List<Cage> cages = new ArrayList<>();
        for (int i = 0; i < CagePainter.COLUMNS * CagePainter.ROWS; i++) {
            Box box = new Box(i % CagePainter.COLUMNS * width, i / CagePainter.COLUMNS * height, width, height - 16);
            cages.add(new Cage(UUID.randomUUID(), recording, i + 1, box, Optional.empty(), Optional.empty()));
        }
        return cages;
    }

    private static double correlation(List<Float> one, List<Float> other) {
        double meanOne = one.stream().mapToDouble(Float::doubleValue).average().orElse(0);
        double meanOther =
                other.stream().mapToDouble(Float::doubleValue).average().orElse(0);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.size(); i++) {
            double a = one.get(i) - meanOne;
            double b = other.get(i) - meanOther;
            both += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }
}
