package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.FrameReader;
import org.ictograph.video.VideoException;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/**
 * Feature sequences of clips, one array (steps × numbers) for each in {@code features/}, under the name of the clip. They are
 * measured on the clips as they are in the set, so that whoever has the set and the encoder can measure them again.
 */
final class FeatureFiles {
    static final String FOLDER = "features/";

    /**
     * How large the array of a clip is.
     *
     * @param steps its rows
     * @param width numbers of a step
     */
    record Size(int steps, int width) {}

    private final Videos videos;

    FeatureFiles(Videos videos) {
        this.videos = videos;
    }

    /** @param clip path of the clip itself */
    static String file(String clip) {
        return FOLDER + clip.substring(clip.lastIndexOf('/') + 1, clip.lastIndexOf('.')) + ".npy";
    }

    /** Measures all clips; sizes by path of the clip. */
    Map<String, Size> write(DatasetPlan plan, Path payload, FeatureEncoder encoder, Progress progress)
            throws IOException, VideoException, DatasetException {
        Map<String, Size> sizes = new HashMap<>();
        Files.createDirectories(payload.resolve(FOLDER));
        int clips = plan.clips().size();
        for (PlannedClip clip : plan.clips()) {
            progress.check();
            progress.report(
                    (double) sizes.size() / clips, "measuring features of clip " + (sizes.size() + 1) + " of " + clips);
            Path film = payload.resolve(clip.file());
            FrameIndex index = videos.index(film, Optional.empty(), Progress.NONE);
            try (FrameReader reader = videos.open(film, index)) {
                List<float[]> rows = encoder.features(reader, silent(progress));
                if (rows.isEmpty()) {
                    throw new DatasetException("The clip " + clip.file() + " is too short for the encoder "
                            + encoder.told().model() + "; choose a model that takes fewer frames.");
                }
                NpyFile.write(payload.resolve(file(clip.file())), rows);
                sizes.put(clip.file(), new Size(rows.size(), rows.get(0).length));
            }
        }
        return sizes;
    }

    /** A clip takes no time that is worth telling, but can be stopped. */
    private static Progress silent(Progress progress) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {}

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /** What is wrong with the arrays that a manifest tells of. */
    static List<Finding> flaws(Path payload, Manifest manifest, Map<String, String> found) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Manifest.Clip clip : manifest.clips()) {
            Manifest.Features told = clip.features();
            if (told == null) {
                continue;
            }
            if (!told.sha256().equals(found.getOrDefault(told.file(), ""))) {
                findings.add(new Finding(
                        told.file(), "The manifest tells of other features of the clip " + clip.file() + "."));
            } else if (!NpyFile.holds(payload.resolve(told.file()), told.steps(), told.width())) {
                findings.add(new Finding(
                        told.file(), "It is no array of " + told.steps() + " × " + told.width() + " finite numbers."));
            }
        }
        return findings;
    }
}
