package org.ictograph.session;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * Files in the order in which they seem to follow each other, with the times at which they seem to start: a suggestion for
 * people to confirm. Times are taken only when every file has one and no two are equal.
 *
 * @param source where the times come from
 */
public record Lineup(List<NewFile> files, Source source) {
    /** Where times of day come from. */
    public enum Source {
        /** Dates in the names of the files. */
        NAMES,
        /** What the headers of the files say. */
        HEADERS,
        /** Nowhere: the files carry none that could be believed, and follow each other directly. */
        NONE
    }

    /** Cameras with an empty battery begin again at a round date long ago. */
    private static final Instant OLDEST = Instant.parse("2001-01-02T00:00:00Z");

    public Lineup {
        files = List.copyOf(files);
    }

    /** Reads the names and, where those tell no times, the headers. Blocks. */
    static Lineup of(List<Path> files, Videos videos, ZoneId zone, Progress progress) {
        List<Path> byName = files.stream().sorted(FileNames.NATURAL).toList();
        return timed(
                        byName,
                        Source.NAMES,
                        file -> FileNames.time(file)
                                .map(local -> local.atZone(zone).toInstant()))
                .or(() -> timed(byName, Source.HEADERS, file -> madeAt(file, videos, progress)))
                .orElseGet(() -> new Lineup(byName.stream().map(NewFile::of).toList(), Source.NONE));
    }

    private static Optional<Lineup> timed(List<Path> files, Source source, Function<Path, Optional<Instant>> clock) {
        Map<Path, Instant> times = new LinkedHashMap<>();
        for (Path file : files) {
            Optional<Instant> time = clock.apply(file).filter(OLDEST::isBefore);
            if (time.isEmpty()) {
                return Optional.empty();
            }
            times.put(file, time.get());
        }
        if (new HashSet<>(times.values()).size() < files.size()) {
            return Optional.empty();
        }
        List<NewFile> lined = new ArrayList<>();
        times.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .forEach(entry -> lined.add(new NewFile(entry.getKey(), Optional.of(entry.getValue()))));
        return Optional.of(new Lineup(lined, source));
    }

    /** A file that cannot be read tells no time; that it cannot be read is said when it is added. */
    private static Optional<Instant> madeAt(Path file, Videos videos, Progress progress) {
        progress.check();
        try {
            return videos.madeAt(file);
        } catch (VideoException unreadable) {
            return Optional.empty();
        }
    }
}
