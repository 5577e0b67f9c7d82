package org.ictograph.dataset.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.TextFile;

/**
 * The clips of RodEpil with the lists that a public training program reads: one file for training, validation and testing
 * each, for every {@link Round}; one line {@code path
 * label} for each clip, a single space between, no header, the path relative to the data set. Names of clips hold no
 * space, comma or quotation mark whatever animals and recordings are called, so a line always splits in two.
 */
public final class LoaderLayout implements Layout {
    private final RodEpilLayout clips = new RodEpilLayout();
    private final String profile;
    private final String ending;

    private LoaderLayout(Profile profile, String ending) {
        this.profile = profile.id();
        this.ending = ending;
    }

    /** One for each program: TimeSformer, SlowFast and VideoMAE call their lists .csv, MMAction2 .txt. */
    public static List<Layout> all() {
        return List.of(
                new LoaderLayout(Profiles.TIMESFORMER, ".csv"),
                new LoaderLayout(Profiles.SLOWFAST, ".csv"),
                new LoaderLayout(Profiles.VIDEOMAE, ".csv"),
                new LoaderLayout(Profiles.MMACTION2, ".txt"));
    }

    @Override
    public String profile() {
        return profile;
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile made) {
        return clips.clipFile(place, source, positive, made);
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<TextFile> lists = new ArrayList<>();
        for (Round round : Round.of(manifest)) {
            round.subsets(manifest).forEach(subset -> lists.add(list(round, subset, manifest)));
            if (profile.equals(Profiles.VIDEOMAE.id())) {
                lists.add(pretraining(round, manifest));
            }
        }
        return lists;
    }

    /**
     * The list that VideoMAE is pre-trained with (datasets.py, VideoMAE): lines {@code path frames label} without a label,
     * of the animals for training only, lest the ones for testing are seen.
     */
    private static TextFile pretraining(Round round, Manifest manifest) {
        StringBuilder lines = new StringBuilder();
        manifest.clips().stream()
                .filter(clip -> round.subset(clip) == Round.Subset.TRAIN)
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> lines.append(clip.file() + " " + clip.cut().frames() + " -1\n"));
        return new TextFile(round.folder() + "pretrain.csv", lines.toString());
    }

    private TextFile list(Round round, Round.Subset subset, Manifest manifest) {
        StringBuilder lines = new StringBuilder();
        manifest.clips().stream()
                .filter(clip -> round.subset(clip) == subset)
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> lines.append(clip.file()).append(clip.truth().positive() ? " 1\n" : " 0\n"));
        return new TextFile(round.folder() + subset.name().toLowerCase(Locale.ROOT) + ending, lines.toString());
    }
}
