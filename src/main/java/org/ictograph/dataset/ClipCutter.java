package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Codec;
import org.ictograph.video.CutClip;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.ictograph.work.SideBySide;

/**
 * Cuts the planned clips: one decode pass for each recording serves all its cages. The pass goes in stretches, after each of
 * which the journal tells that its clips are whole; where there are many processors, a few stretches are cut at once.
 */
final class ClipCutter {
    /**
     * Clips of a stretch. Each stretch begins with a seek, which decodes half a group of pictures that nobody needs: with six
     * cages, 30 frames a second and key frames 250 apart about 125 frames for each 4,800.
     */
    static final int STRETCH = 96;

    /** Processors that one stretch keeps busy: a decoder and two encoders. */
    private static final int BUSY = 3;

    /** Below this likeness, in dB, a frame of a clip does not show its source. */
    private static final double LEAST_LIKENESS = 15;

    private final Videos videos;
    private final CutJournal journal;
    private final String version;
    private final int stretch;
    private final int atOnce;
    private final Set<PictureFlaws.Blank> blanks = new TreeSet<>();

    /**
     * @param version of the program
     * @param stretch how many clips are cut between two entries of the journal, about
     * @param atOnce how many stretches are cut at once
     */
    ClipCutter(Videos videos, CutJournal journal, String version, int stretch, int atOnce) {
        this.videos = videos;
        this.journal = journal;
        this.version = version;
        this.stretch = stretch;
        this.atOnce = atOnce;
    }

    /** How many stretches this machine cuts at once. */
    static int atOnce() {
        return Math.max(1, (Runtime.getRuntime().availableProcessors() + 1) / BUSY);
    }

    /**
     * A clip or a copy of it, how it is to be cut, and the hash of all that decides about its bytes.
     *
     * @param file path inside the data set
     */
    private record Task(PlannedClip clip, String file, ClipOrder order, String key) {}

    /**
     * A clip that is to be cut, with copies.
     *
     * @param files paths inside the data set of what is not there whole
     */
    private record Waiting(PlannedClip clip, Set<String> files) {
        long start() {
            return clip.source().startMicros();
        }
    }

    /**
     * Cuts into a folder, but for clips that are there whole; what else is there is deleted. Which frames clips show is known for the
     * stretches under way only, since of many clips it takes much room.
     *
     * @return the outcome of each clip and each copy by its path, but for those of which a frame shows nothing
     */
    Map<String, ClipReport> cut(DatasetPlan plan, Path folder, Progress progress)
            throws IOException, VideoException, DatasetException {
        Map<String, ClipReport> cuts = new HashMap<>();
        Map<String, List<PlannedClip>> clips = plan.clipsByRecording();
        List<List<List<Waiting>>> stretches = new ArrayList<>();
        double wanted =
                (double) plan.clips().size() * plan.profile().clip().codecs().size();
        for (ExportSource source : plan.request().sources()) {
            String name = source.recording().name();
            List<Waiting> left = new ArrayList<>();
            for (PlannedClip clip : clips.getOrDefault(name, List.of())) {
                progress.check();
                if (!journal.isEmpty()) {
                    progress.kept(
                            Math.min(1, cuts.size() / wanted), "looking at clips of " + name + " that are cut already");
                }
                Set<String> files = new HashSet<>();
                for (Task task : tasks(plan, source, List.of(clip), folder)) {
                    journal.whole(task.key(), task.order().file())
                            .ifPresentOrElse(whole -> cuts.put(task.file(), whole), () -> files.add(task.file()));
                }
                if (!files.isEmpty()) {
                    left.add(new Waiting(clip, files));
                }
            }
            left.sort(Comparator.comparing(Waiting::start));
            stretches.add(stretches(left));
        }
        clear(folder, cuts.keySet());
        double all =
                cuts.size() + stretches.stream().mapToInt(ClipCutter::files).sum();
        int before = cuts.size();
        for (int i = 0; i < stretches.size(); i++) {
            int after = before + files(stretches.get(i));
            ExportSource source = plan.request().sources().get(i);
            cut(plan, source, stretches.get(i), folder, progress.part(before / all, after / all), cuts);
            before = after;
        }
        return cuts;
    }

    private static int files(List<List<Waiting>> stretches) {
        return stretches.stream()
                .flatMap(List::stream)
                .mapToInt(waiting -> waiting.files().size())
                .sum();
    }

    private void cut(
            DatasetPlan plan,
            ExportSource source,
            List<List<Waiting>> stretches,
            Path folder,
            Progress progress,
            Map<String, ClipReport> cuts)
            throws IOException, VideoException, DatasetException {
        try {
            SideBySide.work(
                    "stretch",
                    stretches.size(),
                    atOnce,
                    (number, part) -> {
                        List<Task> tasks = left(plan, source, stretches.get(number), folder);
                        keep(tasks, cut(source, tasks, part), plan.profile().clip(), cuts);
                    },
                    progress);
        } catch (IOException | VideoException | DatasetException | RuntimeException told) {
            throw told;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }

    private List<Task> left(DatasetPlan plan, ExportSource source, List<Waiting> stretch, Path folder) {
        Set<String> files =
                stretch.stream().flatMap(waiting -> waiting.files().stream()).collect(Collectors.toSet());
        return tasks(plan, source, stretch.stream().map(Waiting::clip).toList(), folder).stream()
                .filter(task -> files.contains(task.file()))
                .toList();
    }

    private List<Task> tasks(DatasetPlan plan, ExportSource source, List<PlannedClip> clips, Path folder) {
        ClipForm form = plan.profile().clip();
        Map<Long, List<Integer>> framesAt = new HashMap<>();
        PoseFilms joints = new PoseFilms(plan);
        List<Task> tasks = new ArrayList<>();
        for (PlannedClip clip : clips) {
            List<Integer> frames =
                    framesAt.computeIfAbsent(clip.source().startMicros(), start -> form.frames(source.index(), start));
            for (Codec codec : form.codecs()) {
                String file = form.fileIn(codec, clip.file());
                ClipOrder order = new ClipOrder(
                        folder.resolve(file),
                        frames,
                        form.frameRate(),
                        clip.cage().box(),
                        clip.cage().tagMask(),
                        form.fit(),
                        form.side(),
                        codec,
                        form.modality());
                tasks.add(new Task(clip, file, order, key(file, order, source)));
            }
            for (PoseFilms.Film film : joints.films(source, clip, folder)) {
                String file = folder.relativize(film.order().file()).toString().replace('\\', '/');
                tasks.add(new Task(clip, file, film.order(), key(file, film.order(), source)));
            }
        }
        return tasks;
    }

    private String key(String file, ClipOrder order, ExportSource source) {
        String contents = source.recording().files().stream()
                .map(each -> each.fingerprint() + "@" + each.start())
                .collect(Collectors.joining(" "));
        return Sha256.of(String.join(
                "\n",
                version,
                videos.libraryVersion(),
                file,
                contents,
                order.frames().toString(),
                order.crop() + " " + order.mask() + (order.path().isEmpty() ? "" : " " + order.path()),
                order.rate() + " " + order.fit() + " " + order.side() + " " + order.codec(),
                order.modality() + " " + videos.flow().library()));
    }

    /** Clips of one time are cut together, since they share their frames. */
    private List<List<Waiting>> stretches(List<Waiting> left) {
        List<List<Waiting>> stretches = new ArrayList<>();
        List<Waiting> open = new ArrayList<>();
        int files = 0;
        for (Waiting waiting : left) {
            if (files >= stretch && open.get(open.size() - 1).start() != waiting.start()) {
                stretches.add(List.copyOf(open));
                open.clear();
                files = 0;
            }
            open.add(waiting);
            files += waiting.files().size();
        }
        if (!open.isEmpty()) {
            stretches.add(List.copyOf(open));
        }
        return stretches;
    }

    private List<CutClip> cut(ExportSource source, List<Task> tasks, Progress progress)
            throws IOException, VideoException {
        for (Task task : tasks) {
            Files.createDirectories(task.order().file().getParent());
        }
        return videos.cut(
                source.reel(),
                tasks.stream().map(Task::order).toList(),
                progress.saying("cutting clips of " + source.recording().name()));
    }

    /** Checks and remembers what was cut, for one stretch at a time. */
    private synchronized void keep(
            List<Task> tasks, List<CutClip> outcomes, ClipForm form, Map<String, ClipReport> cuts)
            throws IOException, DatasetException {
        Map<String, CutClip> whole = new LinkedHashMap<>();
        for (int i = 0; i < tasks.size(); i++) {
            Task task = tasks.get(i);
            CutClip outcome = outcomes.get(i);
            if (outcome.blank().isPresent()) {
                ClipPlace place = task.clip().place();
                blanks.add(new PictureFlaws.Blank(
                        place.recording(), place.cage(), outcome.blank().get()));
            } else {
                check(task.file(), outcome, form);
                whole.put(task.key(), outcome);
            }
        }
        Map<String, ClipReport> reports = journal.add(whole);
        for (Task task : tasks) {
            ClipReport report = reports.get(task.key());
            if (report != null) {
                cuts.put(task.file(), report);
            }
        }
    }

    /** Frames that show nothing, the first of each clip that was to show one; of these clips there are no files. */
    synchronized Set<PictureFlaws.Blank> blanks() {
        return Set.copyOf(blanks);
    }

    /** Deletes all but the files named, and folders that are empty then. */
    private static void clear(Path folder, Set<String> kept) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                String path = folder.relativize(each).toString().replace('\\', '/');
                if (Files.isDirectory(each, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
                    try (Stream<Path> inside = Files.list(each)) {
                        if (!each.equals(folder) && inside.findAny().isEmpty()) {
                            Files.delete(each);
                        }
                    }
                } else if (!kept.contains(path)) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void check(String file, CutClip outcome, ClipForm form) throws DatasetException {
        if (outcome.frames() != form.frames()) {
            throw new DatasetException("The clip " + file + " has " + outcome.frames() + " frames instead of "
                    + form.frames() + "; export again, with another codec if it stays so.");
        }
        if (Math.min(outcome.firstPsnr(), outcome.lastPsnr()) < LEAST_LIKENESS) {
            throw new DatasetException("The clip " + file
                    + " does not look like its source; export again, with another codec if it stays so.");
        }
    }
}
