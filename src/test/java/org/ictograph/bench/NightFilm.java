package org.ictograph.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ictograph.model.Span;
import org.ictograph.session.demo.LongNight;
import org.ictograph.video.Videos;

/** A night of many hours with sound and one seizure at a known place, made once and kept; see {@link LongNight}. */
record NightFilm(Path folder, int hours) {
    private static final double PLACE = 0.675;

    /** The film, made now if it is not there. */
    Path film(Videos videos) throws Exception {
        Path film = folder.resolve(hours + "h-night.mov");
        if (Files.exists(film)) {
            return film;
        }
        Files.createDirectories(folder);
        List<Path> quiet = new ArrayList<>();
        for (Path stretch : LongNight.quiet(videos, folder)) {
            quiet.add(withSound(stretch));
        }
        Path seizure = withSound(LongNight.seizure(videos, folder));
        List<String> list = new ArrayList<>();
        for (int place = 0; place < stretches(); place++) {
            Path stretch = place == seized() ? seizure : quiet.get(LongNight.kind(place, quiet.size()));
            list.add("file '" + folder.relativize(stretch) + "'");
        }
        Path order = Files.write(folder.resolve("night.txt"), list);
        Path part = folder.resolve("part-" + film.getFileName());
        Program.need("ffmpeg")
                .run("-v", "error", "-y", "-f", "concat", "-i", order.toString(), "-c", "copy", "" + part);
        return Files.move(part, film);
    }

    /** When the seizure is. */
    Span seizure() {
        Span inside = LongNight.seizureSpan();
        long start = (long) seized() * LongNight.SECONDS * Span.SECOND;
        return new Span(start + inside.start(), start + inside.end());
    }

    private int stretches() {
        return hours * 3600 / LongNight.SECONDS;
    }

    private int seized() {
        return (int) (PLACE * stretches());
    }

    /** With the hiss of a microphone, exactly as long as the picture, so that strung together nothing shifts. */
    private static Path withSound(Path picture) throws Exception {
        Path with = picture.resolveSibling("stretch.mov");
        String hiss = "anoisesrc=color=pink:sample_rate=8000:amplitude=0.02:duration=" + LongNight.SECONDS;
        Program.need("ffmpeg")
                .run(("-v error -y -i " + picture + " -f lavfi -i " + hiss + " -c:v copy -c:a pcm_s16le " + with)
                        .split(" "));
        return with;
    }
}
