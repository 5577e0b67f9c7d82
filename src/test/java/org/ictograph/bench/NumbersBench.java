package org.ictograph.bench;

import java.nio.file.Path;
import java.util.List;
import org.ictograph.video.Videos;
import org.ictograph.video.ffmpeg.FfmpegVideos;
import org.junit.jupiter.api.Test;

/**
 * Prints how fast things are, each against a rival in the same run: {@code mvn -Pbench verify}. Not part of the tests.
 * {@code -Dbench.folder=…} keeps the recordings elsewhere than in target/bench, {@code -Dbench.hours=1} makes them
 * shorter than ten hours, {@code -Dbench.only=Index,Seek} measures only what is named, {@code -Dbench.minutes=60} soaks for
 * an hour.
 */
class NumbersBench {
    @Test
    void table() throws Exception {
        Films films = new Films(Path.of(System.getProperty("bench.folder")), Integer.getInteger("bench.hours"));
        Videos videos = new FfmpegVideos();
        List<Measure> measures = List.of(
                new SeekBench(films, videos),
                new ReverseBench(films, videos),
                new PlaybackBench(films, videos),
                new IndexBench(films, videos),
                new ActivityBench(films, videos),
                new TimelineBench(films),
                new OpeningBench(films),
                new StoreBench(films),
                new IsolationBench(films.folder(), videos),
                new FlowBench(films, videos),
                new AgreementBench(films.folder()),
                new SightBench(films, videos),
                new ExportBench(films, videos, Integer.getInteger("bench.minutes", 10)),
                new TrainAgainBench(films.folder(), videos, System.out),
                new SoakBench(films.folder(), videos, System.out));
        List<String> only = List.of(System.getProperty("bench.only", "").split(","));
        Table table = new Table(System.out);
        for (Measure measure : measures) {
            String name = measure.getClass().getSimpleName();
            if (only.stream().anyMatch(name::startsWith)) {
                measure.into(table);
            }
        }
        table.print();
    }
}
