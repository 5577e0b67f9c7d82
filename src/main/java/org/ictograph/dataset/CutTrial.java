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

    /** Each piece has at least as many moments that follow each other, since neighbours share what is decoded. */
    private static final int MOMENTS = 2;

    /**
     * Pixels of all frames of a piece, unless it is a whole stretch: of fewer, opening the source and the first clip would take
     * most of the time.
     */
    private static final long PIXELS = 100_000_000;

    /** Larger pieces are no more than this part of all moments together. */
    private static final int PART = 4;

    /** What every data set has beside its clips. */
    private static final long TEXTS = 25_000;

    /** What manifest and lists say about a clip (50,688 clips, 28 November 2026). */
    private static final long TEXT = 1_640;

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
        List<List<PlannedClip>> pieces = pieces(plan);
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
        cut(plan, pieces.get(0).subList(0, 1), folder.resolve("first"), progress);
        for (int i = 0; i < pieces.size(); i++) {
            List<PlannedClip> piece = pieces.get(i);
            long start = nanos.getAsLong();
            Path payload = cut(plan, piece, folder.resolve("piece-" + i), progress);
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
                TEXTS + TEXT * plan.clips().size() + bytes * plan.clips().size() / clips,
                spent / clips * all,
                least * all,
                most * all);
    }

    /** Cuts into a new folder; the place of the clips. */
    private Path cut(DatasetPlan plan, List<PlannedClip> piece, Path place, Progress progress)
            throws IOException, VideoException, DatasetException {
        progress.check();
        Files.createDirectory(place);
        Path payload = Files.createDirectory(place.resolve("clips"));
        new ClipCutter(videos, new CutJournal(place.resolve(CutJournal.FILE)), "trial", ClipCutter.STRETCH, 1)
                .cut(only(plan, piece), payload, progress);
        return payload;
    }

    private static DatasetPlan only(DatasetPlan plan, List<PlannedClip> clips) {
        return new DatasetPlan(plan.request(), clips, plan.animals(), plan.seen(), List.of(), Optional.empty());
    }

    /** A few runs of clips that follow each other in one recording. */
    static List<List<PlannedClip>> pieces(DatasetPlan plan) {
        record Moment(String recording, long start) {}
        Map<Moment, List<PlannedClip>> moments = new LinkedHashMap<>();
        plan.clips().stream()
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
        int together = together(plan, all.size());
        int free = 0;
        for (int i = 0; i < PIECES; i++) {
            int first = Math.max(free, Math.toIntExact((2L * i + 1) * all.size() / (2 * PIECES)));
            List<PlannedClip> piece = new ArrayList<>();
            for (int at = first;
                    at < Math.min(all.size(), first + together)
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

    /** How many moments a piece has. */
    private static int together(DatasetPlan plan, int moments) {
        if (moments == 0) {
            return 0;
        }
        double clips = (double) plan.clips().size() / moments;
        double pixels = ExportCourse.pixels(plan) * plan.profile().clip().frames();
        double files = Math.min(ClipCutter.STRETCH, PIXELS / pixels);
        return (int) Math.max(MOMENTS, Math.min(Math.ceil(files / clips), (double) moments / (PART * PIECES)));
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
