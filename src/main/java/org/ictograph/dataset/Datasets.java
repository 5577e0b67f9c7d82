package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * The front door to data sets: plan, write, verify. Stateless; everything but planning blocks, so it is called on a job's
 * thread.
 */
public final class Datasets {
    private final ManifestText manifests;
    private final DatasetPlanner planner;
    private final DatasetWriter writer;
    private final DatasetVerifier verifier;

    /**
     * @param version of this program, for the manifest
     */
    public Datasets(Videos videos, ManifestText manifests, List<Layout> layouts, String version) {
        this.manifests = manifests;
        planner = new DatasetPlanner(layouts);
        verifier = new DatasetVerifier(videos, manifests, layouts);
        writer = new DatasetWriter(videos, manifests, layouts, version, DiskSpace.REAL);
    }

    /** The dry run: what would be written, and what is left out and why. */
    public DatasetPlan plan(ExportRequest request) {
        return planner.plan(request);
    }

    /**
     * Writes a data set into a folder that does not exist yet. It appears under its name only when it is complete and
     * verified; when anything fails nothing is left behind.
     *
     * @throws DatasetException when the plan has an obstacle, the folder exists, the disk is full or a video cannot be cut
     * @throws java.util.concurrent.CancellationException when the progress says so
     */
    public ExportOutcome write(DatasetPlan plan, Path folder, Progress progress) throws DatasetException {
        return writer.write(plan, folder, progress);
    }

    /**
     * Checks a data set: hashes, missing and extra files, names, splits, labels and every frame.
     *
     * @return what is wrong, empty when it is sound
     * @throws DatasetException when the folder holds no data set of this program
     */
    public List<Finding> verify(Path folder, Progress progress) throws DatasetException {
        return verifier.verify(folder, progress);
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
}
