package org.ictograph.bench;

import java.nio.file.Path;
import java.util.Optional;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/** The frame index of a long file, made without decoding, against listing its packets. */
record IndexBench(Films films, Videos videos) implements Measure {
    private static final int TURNS = 3;
    private static final String MEASURE = "index";

    @Override
    public void into(Table table) throws Exception {
        for (Films.Kind kind : new Films.Kind[] {Films.Kind.H264_250, Films.Kind.MPEG4_250}) {
            Path film = films.film(kind);
            Optional<Program> rival = Program.find("ffprobe");
            if (rival.isEmpty()) {
                table.add(Row.absent(MEASURE, films.name(kind), "ffprobe"));
                continue;
            }
            Samples ours = new Samples();
            Samples theirs = new Samples();
            for (int turn = 0; turn < TURNS; turn++) {
                theirs.time(() -> rival.get()
                        .runSilently("-v", "error", "-select_streams", "v", "-show_packets", film.toString()));
                ours.time(() -> videos.index(film, Optional.empty(), Progress.NONE));
            }
            table.add(new Row(
                    MEASURE, films.name(kind), ours.median(), theirs.median(), "ms", 0.5, "ffprobe -show_packets"));
        }
    }
}
