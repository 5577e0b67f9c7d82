package org.ictograph.dataset.format;

import java.util.Comparator;
import java.util.List;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Profiles;
import org.ictograph.dataset.SplitRule;
import org.ictograph.dataset.TextFile;

/**
 * The clips of RodEpil with the lists that a public training program reads: one file for each part, one line {@code path
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
        return manifest.profile().split().parts().stream()
                .map(part -> list(part, manifest))
                .toList();
    }

    private TextFile list(SplitRule.Part part, Manifest manifest) {
        StringBuilder lines = new StringBuilder();
        manifest.clips().stream()
                .filter(clip -> clip.part().equals(part.name()))
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .forEach(clip -> lines.append(clip.file()).append(clip.truth().positive() ? " 1\n" : " 0\n"));
        return new TextFile(part.name() + ending, lines.toString());
    }
}
