package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/** Cuts a few of the planned clips into a folder that is thrown away, and tells from them how it would go with all. */
final class CutTrial {
    /** Pieces that are cut, evenly spread over the plan. */
    private static final int PIECES = 3;

    /** Each piece is this many moments that follow each other, since neighbours share what is decoded. */
    private static final int MOMENTS = 2;

    /** What every data set has beside its clips. */
    private static final long TEXTS = 200_000;

    private final Videos videos;
    private final LongSupplier nanos;

    /**
     * @param nanos the clock
     */
    CutTrial(Videos videos, LongSupplier nanos) {
        this.videos = videos;
        this.nanos = nanos;
    }

    Optional<Estimate> of(DatasetPlan plan, Progress progress) throws DatasetException {
        List<List<PlannedClip>> pieces = pieces(plan.clips());
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("ictograph-trial-");
            try {
                return Optional.of(of(plan, pieces, folder, progress));
            } finally {
                delete(folder);
            }
        } catch (IOException | VideoException failure) {
            throw new DatasetException("No clip could be cut for trial: " + failure.getMessage(), failure);
        }
    }

    private Estimate of(DatasetPlan plan, List<List<PlannedClip>> pieces, Path folder, Progress progress)
            throws IOException, VideoException, DatasetException {
        int clips = 0;
        long bytes = 0;
        double spent = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int i = 0; i < pieces.size(); i++) {
            progress.check();
            List<PlannedClip> piece = pieces.get(i);
            Path place = Files.createDirectory(folder.resolve("piece-" + i));
            Path payload = Files.createDirectory(place.resolve("clips"));
            long start = nanos.getAsLong();
            new ClipCutter(videos, new CutJournal(place.resolve(CutJournal.FILE)), "trial", ClipCutter.STRETCH, 1)
                    .cut(only(plan, piece), payload, progress);
            double seconds = (nanos.getAsLong() - start) / 1e9 / ClipCutter.atOnce();
            clips += piece.size();
            spent += seconds;
            bytes += size(payload);
            least = Math.min(least, seconds / piece.size());
            most = Math.max(most, seconds / piece.size());
        }
        ExportCourse course = ExportCourse.of(plan, false);
        double all = plan.clips().size() / (course.cutting(1) - course.cutting(0));
        return new Estimate(
                clips,
                plan.clips().size(),
                TEXTS + bytes * plan.clips().size() / clips,
                spent / clips * all,
                least * all,
                most * all);
    }

    private static DatasetPlan only(DatasetPlan plan, List<PlannedClip> clips) {
        return new DatasetPlan(plan.request(), clips, plan.animals(), plan.seen(), List.of(), Optional.empty());
    }

    /** A few runs of clips that follow each other in one recording. */
    static List<List<PlannedClip>> pieces(List<PlannedClip> clips) {
        record Moment(String recording, long start) {}
        Map<Moment, List<PlannedClip>> moments = new LinkedHashMap<>();
        clips.stream()
                .sorted(Comparator.<PlannedClip, String>comparing(
                                clip -> clip.place().recording())
                        .thenComparingLong(clip -> clip.source().startMicros()))
                .forEach(clip -> moments.computeIfAbsent(
                                new Moment(
                                        clip.place().recording(), clip.source().startMicros()),
                                moment -> new ArrayList<>())
                        .add(clip));
        List<Moment> all = List.copyOf(moments.keySet());
        List<List<PlannedClip>> pieces = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < PIECES; i++) {
            int first = Math.max(free, Math.toIntExact((2L * i + 1) * all.size() / (2 * PIECES)));
            List<PlannedClip> piece = new ArrayList<>();
            for (int at = first;
                    at < Math.min(all.size(), first + MOMENTS)
                            && all.get(at).recording().equals(all.get(first).recording());
                    at++) {
                piece.addAll(moments.getOrDefault(all.get(at), List.of()));
                free = at + 1;
            }
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
        }
        return pieces;
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
