package org.ictograph.dataset.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.TextFile;

/**
 * Where features lie, for people and for programs: {@code features.csv} in every set that has them, and the part of their
 * configuration that names them for ActionFormer (and RaSeformer, its descendant) and OpenTAD.
 */
final class FeatureLists {
    private static final int PYRAMID = 32;

    private FeatureLists() {}

    /** A line for each clip; no file where the set has no features. */
    static List<TextFile> table(Manifest manifest) {
        if (manifest.encoder() == null) {
            return List.of();
        }
        StringBuilder text = new StringBuilder("clip,features,steps,width\n");
        for (Manifest.Clip clip : byFile(manifest)) {
            Manifest.Features features = clip.features();
            if (features != null) {
                text.append(Csv.line(
                        clip.file(),
                        features.file(),
                        Integer.toString(features.steps()),
                        Integer.toString(features.width())));
            }
        }
        return List.of(new TextFile("features.csv", text.toString()));
    }

    /** The {@code dataset} block of ActionFormer; paths are relative to {@code data/} of the set. */
    static List<TextFile> actionFormer(Manifest manifest, Round round, String annotations, int classes) {
        Manifest.Encoder encoder = manifest.encoder();
        if (encoder == null) {
            return List.of();
        }
        return List.of(new TextFile(
                round.folder() + "features.yaml",
                String.format(
                        Locale.ROOT,
                        """
                        dataset: {
                          json_file: %s,
                          feat_folder: features,
                          file_prefix: null,
                          file_ext: .npy,
                          num_classes: %d,
                          input_dim: %d,
                          feat_stride: %d,
                          num_frames: %d,
                          default_fps: %s,
                          downsample_rate: 1,
                          max_seq_len: %d
                        }
                        """,
                        round.folder() + annotations,
                        classes,
                        width(manifest),
                        encoder.stride(),
                        encoder.frames(),
                        encoder.rate(),
                        longest(manifest))));
    }

    /** The settings of OpenTAD's data sets that have to do with features. */
    static List<TextFile> openTad(Manifest manifest, Round round, String annotations, String classes) {
        Manifest.Encoder encoder = manifest.encoder();
        if (encoder == null) {
            return List.of();
        }
        return List.of(new TextFile(
                round.folder() + "features.py",
                String.format(
                        Locale.ROOT,
                        """
                        annotation_path = "%s"
                        class_map = "%s"
                        data_path = "features/"
                        feature_stride = %d
                        sample_stride = 1
                        offset_frames = %d
                        fps = %s
                        in_channels = %d
                        """,
                        round.folder() + annotations,
                        classes,
                        encoder.stride(),
                        encoder.frames() / 2,
                        encoder.rate(),
                        width(manifest))));
    }

    private static int width(Manifest manifest) {
        return sizes(manifest).stream().mapToInt(Manifest.Features::width).max().orElse(0);
    }

    /** Steps of the longest clip, rounded up so that a pyramid of six levels can halve them five times. */
    private static int longest(Manifest manifest) {
        int most = sizes(manifest).stream()
                .mapToInt(Manifest.Features::steps)
                .max()
                .orElse(0);
        return (most + PYRAMID - 1) / PYRAMID * PYRAMID;
    }

    private static List<Manifest.Features> sizes(Manifest manifest) {
        List<Manifest.Features> sizes = new ArrayList<>();
        for (Manifest.Clip clip : manifest.clips()) {
            Manifest.Features features = clip.features();
            if (features != null) {
                sizes.add(features);
            }
        }
        return sizes;
    }

    private static List<Manifest.Clip> byFile(Manifest manifest) {
        return manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .toList();
    }
}
