package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * The front door to data sets: plan, write, verify. Stateless; everything but planning blocks, so it is called on a job's
 * thread.
 */
public final class Datasets {
    private final ManifestText manifests;
    private final List<Layout> layouts;
    private final DatasetPlanner planner;
    private final DatasetWriter writer;
    private final DatasetVerifier verifier;
    private final CutTrial trial;
    private final Optional<Path> profiles;

    /**
     * @param version of this program, for the manifest
     */
    public Datasets(Videos videos, ManifestText manifests, List<Layout> layouts, String version) {
        this(videos, manifests, layouts, version, Optional.empty());
    }

    /**
     * @param version of this program, for the manifest
     * @param profiles the folder of the lab's profiles; it need not be there
     */
    public Datasets(
            Videos videos, ManifestText manifests, List<Layout> layouts, String version, Optional<Path> profiles) {
        this(videos, manifests, layouts, version, profiles, ClipCutter.STRETCH);
    }

    /** One of only the profiles that are built in, which keeps what is whole after so many clips, about. */
    Datasets(Videos videos, ManifestText manifests, List<Layout> layouts, String version, int stretch) {
        this(videos, manifests, layouts, version, Optional.empty(), stretch);
    }

    private Datasets(
            Videos videos,
            ManifestText manifests,
            List<Layout> layouts,
            String version,
            Optional<Path> profiles,
            int stretch) {
        this.profiles = profiles;
        this.manifests = manifests;
        this.layouts = List.copyOf(layouts);
        planner = new DatasetPlanner(layouts);
        trial = new CutTrial(videos, System::nanoTime);
        verifier = new DatasetVerifier(videos, manifests, layouts);
        writer = new DatasetWriter(videos, manifests, layouts, version, DiskSpace.REAL, stretch);
    }

    /** The profiles at hand, as they are on the disk now. */
    public ProfileShelf profiles() {
        return profiles.map(ProfileShelf::of).orElse(ProfileShelf.BUILT_IN);
    }

    /**
     * The profile of a name, or in a file of rules.
     *
     * @param name of a profile, or a path that ends like a file of rules
     * @throws DatasetException when there is none, or the file holds a rule that no profile has
     */
    public Profile profile(String name) throws DatasetException {
        return name.endsWith(ProfileFile.ENDING)
                ? ProfileFile.read(Path.of(name))
                : profiles().named(name);
    }

    /** The dry run: what would be written, and what is left out and why. */
    public DatasetPlan plan(ExportRequest request) {
        return planner.plan(request);
    }

    /**
     * The dry runs of the same recordings under several rules about what counts, in their order; whether one recording is a
     * copy of another is found out once.
     *
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public List<DatasetPlan> plans(List<ExportRequest> requests, Progress progress) {
        List<DatasetPlan> plans = new ArrayList<>();
        Optional<CopiedFilms> copies = requests.stream().findFirst().map(CopiedFilms::new);
        for (ExportRequest request : requests) {
            progress.check();
            progress.report((double) plans.size() / requests.size(), "counting clips");
            plans.add(planner.plan(request, copies.orElseThrow()));
        }
        return plans;
    }

    /**
     * How large a planned data set becomes and how long writing it takes here, told from a few of its clips, which are cut into
     * a folder that is thrown away.
     *
     * @return empty for a plan without clips
     * @throws DatasetException when they cannot be cut
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public Optional<Estimate> estimate(DatasetPlan plan, Progress progress) throws DatasetException {
        return trial.of(plan, progress);
    }

    /**
     * Draws clips of a data set by chance, from each class in turn; the same seed draws the same.
     *
     * @throws DatasetException when the folder holds no data set of this program
     */
    public List<SampledClip> sample(Path folder, int count, long seed) throws DatasetException {
        Path payload = new Bag(folder).payload();
        try {
            return ClipSample.of(
                    manifests.read(Files.readString(payload.resolve(Manifest.FILE))), payload, count, seed);
        } catch (IOException unreadable) {
            throw new DatasetException(
                    "There is no data set in " + folder + ": the file " + Manifest.FILE + " is missing.", unreadable);
        }
    }

    /**
     * Writes a data set into a folder that does not exist yet. It appears under its name only when it is complete and
     * verified. When it is cancelled or cut off, the clips that are whole by then stay in a hidden folder beside it, and the
     * next call with the same folder goes on with them; the outcome is the same, byte for byte. Recordings whose clips show what
     * clips in another part show, and clips of which a frame shows nothing, are left out, and the outcome tells of them.
     *
     * @throws DatasetException when the plan has an obstacle, the folder exists, the disk is full or a video cannot be cut
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public ExportOutcome write(DatasetPlan plan, Path folder, Progress progress) throws DatasetException {
        return write(plan, folder, Optional.empty(), progress);
    }

    /** The same, with the feature sequence of each clip. */
    public ExportOutcome write(DatasetPlan plan, Path folder, FeatureEncoder encoder, Progress progress)
            throws DatasetException {
        return write(plan, folder, Optional.of(encoder), progress);
    }

    /** Goes on without what the pictures tell against; each try leaves some out. */
    private ExportOutcome write(DatasetPlan plan, Path folder, Optional<FeatureEncoder> encoder, Progress progress)
            throws DatasetException {
        try {
            return writer.write(plan, folder, encoder, progress);
        } catch (FlawsFound found) {
            DatasetPlan without = planner.plan(plan.request().without(found.flaws()));
            Set<Refusal> known = Set.copyOf(plan.leftOutForPictures());
            without.leftOutForPictures().stream()
                    .filter(refusal -> !known.contains(refusal))
                    .forEach(refusal -> progress.kept(0, refusal.what() + ": " + refusal.why()));
            if (without.obstacle().isPresent()) {
                throw new DatasetException(
                        "Without what the pictures tell against there is no data set: "
                                + without.obstacle().get(),
                        found);
            }
            return write(without, folder, encoder, progress);
        }
    }

    /**
     * What an export to this folder that was cut off has left to be gone on with.
     *
     * @throws DatasetException when the place cannot be looked at
     */
    public Optional<Unfinished> unfinished(Path folder) throws DatasetException {
        try {
            return PartFolder.unfinished(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new DatasetException("The place of " + folder + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Deletes what an export to this folder that was cut off has left.
     *
     * @throws DatasetException when the place cannot be looked at
     */
    public void discard(Path folder) throws DatasetException {
        try {
            PartFolder.clearLeft(folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw new DatasetException("The place of " + folder + " cannot be looked at: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Checks a data set: hashes, missing and extra files, names, splits, labels and every frame.
     *
     * @return what is wrong, empty when it is sound
     * @throws DatasetException when the folder holds no data set of this program, or an unfinished one
     */
    public List<Finding> verify(Path folder, Progress progress) throws DatasetException {
        if (PartFolder.holds(folder) || begun(folder)) {
            throw new DatasetException("The data set " + folder
                    + " is unfinished: its export still runs or was cut off; repeat that export to go on with it.");
        }
        return verifier.verify(folder, progress);
    }

    /** True when there is no such folder yet and an export to it has begun. */
    private static boolean begun(Path folder) {
        try {
            return !Files.exists(folder)
                    && PartFolder.begun(folder.toAbsolutePath().normalize());
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Reads the split of an earlier data set, to be carried on.
     *
     * @param kept a data set, or its {@code split.json}
     * @throws DatasetException when there is none
     */
    public FrozenSplit split(Path kept) throws DatasetException {
        Path file = Files.isDirectory(kept) ? new Bag(kept).payload().resolve(FrozenSplit.FILE) : kept;
        try {
            return manifests.readSplit(Files.readString(file));
        } catch (IOException unreadable) {
            throw new DatasetException(
                    "There is no split to keep in " + kept + ": name a data set of this program, or its "
                            + FrozenSplit.FILE + ".",
                    unreadable);
        }
    }

    /**
     * What predictions for a data set are scored against. Reads its manifest only.
     *
     * @throws DatasetException when there is no data set, or this program does not know its profile
     */
    public TestSheet testSheet(Path folder) throws DatasetException {
        Path file = new Bag(folder).payload().resolve(Manifest.FILE);
        Manifest manifest;
        try {
            manifest = manifests.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new DatasetException(
                    "There is no data set in " + folder + ": the file " + Manifest.FILE + " cannot be read.",
                    unreadable);
        }
        Layout layout = layouts.stream()
                .filter(each -> each.profile().equals(manifest.profile().layout()))
                .findFirst()
                .orElseThrow(() -> new DatasetException("This program does not know the profile "
                        + manifest.profile().layout() + " of the data set " + folder + "."));
        TestSheet sheet = TestSheet.of(manifest, layout);
        if (sheet.tested().isEmpty()) {
            throw new DatasetException("The data set " + folder + " has no clip to test on.");
        }
        return sheet;
    }
}
