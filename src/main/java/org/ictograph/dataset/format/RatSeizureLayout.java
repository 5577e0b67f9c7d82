package org.ictograph.dataset.format;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.ictograph.dataset.ClipLabel;
import org.ictograph.dataset.ClipPlace;
import org.ictograph.dataset.ClipSource;
import org.ictograph.dataset.Layout;
import org.ictograph.dataset.Manifest;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Sha256;
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
    private static final int ID_LENGTH = 16;
    private static final int LETTERS_AND_DIGITS = 36;

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
        return FOLDER + id(place, source) + "." + profile.clip().extension();
    }

    /** Tells nothing about the animal, yet is the same whenever the same piece is exported. */
    private static String id(ClipPlace place, ClipSource source) {
        String piece =
                source.fingerprint() + " " + place.cage() + " " + source.startMicros() + " " + source.endMicros();
        byte[] hash = Sha256.digest(piece.getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, hash).toString(LETTERS_AND_DIGITS);
        return digits.substring(digits.length() - ID_LENGTH);
    }

    @Override
    public List<TextFile> labelFiles(Manifest manifest) {
        List<AnnotatedClip> annotated = new ArrayList<>();
        StringBuilder subjects = new StringBuilder("clip,subject,subset,recording\n");
        for (Manifest.Clip clip : byFile(manifest)) {
            String id = clip.file().substring(FOLDER.length(), clip.file().lastIndexOf('.'));
            List<LabelledSegment> segments = clip.truth().labels().stream()
                    .map(RatSeizureLayout::segment)
                    .toList();
            annotated.add(
                    new AnnotatedClip(id, clip.part(), manifest.profile().clip().seconds(), segments));
            subjects.append(Csv.line(
                    id, clip.place().subject(), clip.part(), clip.place().recording()));
        }
        String json = files.annotationText(new AnnotationDatabase(annotated));
        return List.of(new TextFile("ratseizure.json", json), new TextFile("subjects.csv", subjects.toString()));
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
