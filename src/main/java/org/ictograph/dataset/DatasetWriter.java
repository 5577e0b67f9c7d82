package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import org.ictograph.dataset.ExportCourse.Kind;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a planned data set: it appears when all of it is there. What was cut before a cancel, a crash or a full disk is kept
 * beside it and gone on with by the next export to the same place.
 */
final class DatasetWriter {
    private static final Logger LOG = LoggerFactory.getLogger(DatasetWriter.class);

    /** A disk with less left is called full when writing fails. */
    private static final long FULL = 4_000_000;

    private final Videos videos;
    private final ManifestText manifests;
    private final List<Layout> layouts;
    private final String version;
    private final DiskSpace disk;
    private final int stretch;

    DatasetWriter(Videos videos, ManifestText manifests, List<Layout> layouts, String version, DiskSpace disk) {
        this(videos, manifests, layouts, version, disk, ClipCutter.STRETCH);
    }

    /**
     * @param stretch how many clips are cut between two entries of the journal, about
     */
    DatasetWriter(
            Videos videos, ManifestText manifests, List<Layout> layouts, String version, DiskSpace disk, int stretch) {
        this.videos = videos;
        this.manifests = manifests;
        this.layouts = List.copyOf(layouts);
        this.version = version;
        this.disk = disk;
        this.stretch = stretch;
    }

    ExportOutcome write(DatasetPlan plan, Path folder, Progress progress) throws DatasetException, FlawsFound {
        return write(plan, folder, Optional.empty(), progress);
    }

    ExportOutcome write(DatasetPlan plan, Path folder, Optional<FeatureEncoder> encoder, Progress progress)
            throws DatasetException, FlawsFound {
        Path target = folder.toAbsolutePath().normalize();
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                PartFolder.clearLeft(target);
            }
            new Preflight(videos, disk).check(plan, target, PartFolder.bytes(target));
            LOG.info("Exporting {} clips to {}", plan.clips().size(), target);
            try (PartFolder part = PartFolder.resumed(target)) {
                return write(plan, target, part, encoder, progress);
            }
        } catch (IOException e) {
            throw failure(target, 0, e);
        }
    }

    private ExportOutcome write(
            DatasetPlan plan, Path target, PartFolder part, Optional<FeatureEncoder> encoder, Progress progress)
            throws DatasetException, FlawsFound, IOException {
        CutJournal journal = new CutJournal(part.journal());
        if (!journal.isEmpty()) {
            LOG.info("Going on with {} clips that are cut already", journal.size());
            progress.kept(0, "looking at " + journal.size() + " clips that are cut already");
        }
        try {
            ExportCourse course = ExportCourse.of(plan, encoder.isPresent());
            double secured = course.from(Kind.SECURE);
            lookOver(plan, progress.part(0, course.cutting(0)));
            String hash = fill(plan, part.path(), journal, encoder, course, progress);
            prove(part.path(), progress.part(course.from(Kind.PROOF), secured));
            part.publish(progress.part(secured, 1));
            LOG.info("Exported {}", target);
            return new ExportOutcome(target, hash, plan);
        } catch (CancellationException | FlawsFound interrupted) {
            keep(part, journal);
            throw interrupted;
        } catch (FileAlreadyExistsException taken) {
            throw failure(target, 0, taken);
        } catch (VideoException | IOException e) {
            keep(part, journal);
            throw failure(target, journal.size(), e);
        }
    }

    private void lookOver(DatasetPlan plan, Progress progress) throws VideoException, FlawsFound {
        List<FilmLooks.Twin> twins = new ShortFilms(videos).copies(plan, progress);
        if (!twins.isEmpty()) {
            throw FlawsFound.copies(twins);
        }
    }

    private static void keep(PartFolder part, CutJournal journal) {
        if (!journal.isEmpty()) {
            part.keep();
        }
    }

    /** Called while what was written is still there: afterwards the disk is no longer full. */
    private DatasetException failure(Path target, int kept, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left") || full(target)) {
            return new DatasetException(
                    kept == 0
                            ? "The disk of " + target
                                    + " is full; nothing was left behind. Make room or choose another disk."
                            : "The disk of " + target + " is full; " + kept
                                    + " clips are kept beside it. Make room and repeat the export to go on with them.",
                    cause);
        }
        if (cause instanceof FileAlreadyExistsException) {
            return new DatasetException("The folder " + target + " exists already; choose a new name for it.", cause);
        }
        return new DatasetException(
                cause instanceof VideoException
                        ? message
                        : "The data set " + target + " could not be written: " + message + ".",
                cause);
    }

    /** Writes all files; the hash of the list of the payload's hashes. */
    private String fill(
            DatasetPlan plan,
            Path part,
            CutJournal journal,
            Optional<FeatureEncoder> encoder,
            ExportCourse course,
            Progress progress)
            throws IOException, VideoException, DatasetException, FlawsFound {
        Bag bag = new Bag(part);
        Path payload = bag.open();
        bag.unseal();
        double cut = course.cutting(1);
        double full = course.from(Kind.PROOF);
        ClipCutter cutter = new ClipCutter(videos, journal, version, stretch, ClipCutter.atOnce());
        Map<String, ClipReport> cuts = cutter.cut(plan, payload, progress.part(course.cutting(0), cut));
        if (!cutter.blanks().isEmpty()) {
            throw FlawsFound.blanks(cutter.blanks());
        }
        Map<String, FeatureFiles.Size> features = encoder.isPresent()
                ? new FeatureFiles(videos).write(plan, payload, encoder.get(), progress.part(cut, full))
                : Map.of();
        new PoseFilms(plan).writeArrays(payload);
        String flow =
                plan.profile().clip().modality().flow() ? ", " + videos.flow().library() : "";
        Manifest.Maker maker = new Manifest.Maker("Ictograph", version, videos.libraryVersion() + flow);
        Map<String, String> known = new HashMap<>();
        cuts.forEach((file, report) -> known.put(file, report.sha256()));
        SortedMap<String, String> hashes = HashList.of(payload, known, progress.part(full, full));
        Manifest manifest =
                new ManifestMaker(plan, cuts, hashes, features).manifest(maker, encoder.map(FeatureEncoder::told));
        List<TextFile> texts = new ArrayList<>();
        String told = manifests.write(manifest);
        texts.add(new TextFile(Manifest.FILE, told));
        texts.add(new TextFile(DatasetCard.FILE, DatasetCard.of(manifest)));
        texts.addAll(manifests.beside(manifest, told));
        for (Layout layout : layouts) {
            if (layout.profile().equals(plan.profile().layout())) {
                texts.addAll(layout.labelFiles(manifest));
            }
        }
        for (TextFile text : texts) {
            Path file = payload.resolve(text.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.text());
            hashes.put(text.path(), Sha256.of(text.text()));
        }
        return bag.seal("Ictograph " + version, hashes);
    }

    /** Reads and decodes everything again before anybody sees it. */
    private void prove(Path part, Progress progress) throws DatasetException, FlawsFound {
        DatasetVerifier.Verdict verdict = new DatasetVerifier(videos, manifests, layouts).judged(part, progress);
        List<Finding> findings = verdict.findings();
        if (!findings.isEmpty()) {
            throw new DatasetException("The data set was written but did not read back well and was thrown away: "
                    + findings.get(0) + " Check the disk and export again.");
        }
        if (!verdict.twins().isEmpty()) {
            throw FlawsFound.copies(verdict.twins());
        }
    }

    private boolean full(Path target) {
        try {
            Path parent = target.getParent();
            return parent != null && disk.usable(parent) < FULL;
        } catch (IOException unknown) {
            return false;
        }
    }
}
