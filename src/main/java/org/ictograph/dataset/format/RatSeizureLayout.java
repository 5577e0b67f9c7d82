package org.ictograph.dataset.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.TextFile;
import org.ictograph.exchange.AnnotatedClip;
import org.ictograph.exchange.AnnotationDatabase;
import org.ictograph.exchange.BenchmarkFiles;
import org.ictograph.exchange.LabelledSegment;
import org.ictograph.model.Span;

/**
 * The layout of RatSeizure: clips under opaque names of sixteen letters and digits, {@code ratseizure.json} with exactly
 * the benchmark's fields, and {@code subjects.csv}, since the benchmark's file has no room for the animal.
 */
public final class RatSeizureLayout implements Layout {
    private static final String FOLDER = "clips/";
    private static final String FILE = "ratseizure.json";
    private static final int ID_LENGTH = 16;
    /** Thirteen action units and {@code others}. */
    private static final int CLASSES = 14;

    private final BenchmarkFiles files;

    public RatSeizureLayout(BenchmarkFiles files) {
        this.files = files;
    }

    @Override
    public String profile() {
        return "ratseizure";
    }

    @Override
    public String clipFile(ClipPlace place, ClipSource source, boolean positive, Profile profile) {
        return FOLDER + OpaqueName.of(place, source, ID_LENGTH) + "."
                + profile.clip().extension();
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<TextFile> texts = new ArrayList<>();
        for (Round round : Round.of(manifest)) {
            List<AnnotatedClip> annotated = byFile(manifest).stream()
                    .map(clip -> annotated(clip, round.subset(clip), manifest))
                    .toList();
            texts.add(new TextFile(round.folder() + FILE, files.annotationText(new AnnotationDatabase(annotated))));
            texts.addAll(FeatureLists.actionFormer(manifest, round, FILE, CLASSES));
        }
        StringBuilder subjects = new StringBuilder("clip,subject,subset,recording\n");
        for (Manifest.Clip clip : byFile(manifest)) {
            subjects.append(Csv.line(
                    id(clip), clip.place().subject(), clip.part(), clip.place().recording()));
        }
        texts.add(new TextFile("subjects.csv", subjects.toString()));
        return texts;
    }

    private AnnotatedClip annotated(Manifest.Clip clip, Round.Subset subset, Manifest manifest) {
        List<LabelledSegment> segments =
                clip.truth().labels().stream().map(RatSeizureLayout::segment).toList();
        return new AnnotatedClip(
                id(clip), subset.text(), manifest.profile().clip().seconds(), segments);
    }

    @Override
    public String clipId(String file) {
        return file.substring(FOLDER.length(), file.lastIndexOf('.'));
    }

    @Override
    public SortedMap<Integer, String> labelNumbers(Manifest manifest) {
        SortedMap<Integer, String> numbers = new TreeMap<>();
        manifest.clips().forEach(clip -> clip.truth().labels().forEach(one -> numbers.put(one.id(), one.label())));
        return numbers;
    }

    private String id(Manifest.Clip clip) {
        return clipId(clip.file());
    }

    private static LabelledSegment segment(ClipLabel label) {
        return new LabelledSegment(
                seconds(label.start()), seconds(label.end()), label.label(), OptionalInt.of(label.id()));
    }

    private static double seconds(long micros) {
        return micros / (double) Span.SECOND;
    }

    private static List<Manifest.Clip> byFile(Manifest manifest) {
        return manifest.clips().stream()
                .sorted(Comparator.comparing(Manifest.Clip::file))
                .toList();
    }
}
