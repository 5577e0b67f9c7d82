package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ictograph.video.Videos;
import org.ictograph.work.Progress;

/** Checks a data set on disk: its hashes, its manifest, its labels and every frame of its clips. */
final class DatasetVerifier {
    /** Share of hashing; then all clips are decoded, and then compared. */
    private static final double HASHED = 0.05;

    private final ManifestText manifests;
    private final List<Layout> layouts;
    private final ClipProof proof;

    DatasetVerifier(Videos videos, ManifestText manifests, List<Layout> layouts) {
        this.manifests = manifests;
        this.layouts = List.copyOf(layouts);
        proof = new ClipProof(videos);
    }

    /**
     * What was found.
     *
     * @param twins recordings that show what recordings in other parts show
     */
    record Verdict(List<Finding> findings, List<FilmLooks.Twin> twins) {}

    List<Finding> verify(Path given, Progress progress) throws DatasetException {
        Verdict verdict = judged(given, progress);
        List<Finding> findings = new ArrayList<>(verdict.findings());
        verdict.twins()
                .forEach(twin ->
                        findings.add(new Finding(Manifest.FILE, "Recording " + twin.recording() + ": " + twin.why())));
        return findings;
    }

    Verdict judged(Path given, Progress progress) throws DatasetException {
        Path folder = whole(given);
        Path list = folder.resolve(HashList.FILE);
        if (!Files.isRegularFile(list)) {
            throw new DatasetException(
                    "There is no data set in " + folder + ": the file " + HashList.FILE + " is missing.");
        }
        try {
            Bag bag = new Bag(folder);
            Path payload = bag.payload();
            SortedMap<String, String> found = HashList.of(payload, progress.part(0, HASHED));
            List<Finding> findings = new ArrayList<>(bag.flaws());
            findings.addAll(compare(bag.listed(), found));
            if (!found.containsKey(Manifest.FILE)) {
                return new Verdict(findings, List.of());
            }
            Manifest manifest = manifests.read(Files.readString(payload.resolve(Manifest.FILE)));
            findings.addAll(clipsAgainst(manifest, found));
            findings.addAll(FeatureFiles.flaws(payload, manifest, found));
            findings.addAll(PoseFilms.flaws(payload, manifest, found));
            findings.addAll(parts(manifest));
            if (named(manifest)) {
                findings.addAll(labels(manifest, payload));
            }
            findings.addAll(LeakCheck.ofManifest(manifest));
            ClipLooks looks = new ClipLooks(manifest);
            double proved = Math.max(HASHED, effort(manifest).proved());
            findings.addAll(proof.prove(payload, manifest, found, looks, progress.part(HASHED, proved)));
            return new Verdict(findings, looks.twins(progress.part(proved, 1)));
        } catch (IOException e) {
            throw new DatasetException("The data set in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Effort effort(Manifest manifest) {
        double pixels = manifest.clips().stream()
                .mapToLong(clip -> (long) clip.cut().width() * clip.cut().height())
                .average()
                .orElse(0);
        return Effort.of(manifest.profile().clip(), manifest.clips().size(), pixels);
    }

    /** Also takes the folder of the payload for the data set that it belongs to. */
    private static Path whole(Path given) {
        Path absolute = given.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        return parent != null && absolute.equals(new Bag(parent).payload()) ? parent : given;
    }

    private static List<Finding> compare(SortedMap<String, String> listed, SortedMap<String, String> found) {
        List<Finding> findings = new ArrayList<>();
        listed.forEach((path, hash) -> {
            String now = found.get(path);
            if (now == null) {
                findings.add(new Finding(path, "The file is missing."));
            } else if (!now.equals(hash)) {
                findings.add(new Finding(path, "The file was changed: its SHA-256 is not the listed one."));
            }
        });
        for (String path : found.keySet()) {
            if (!listed.containsKey(path)) {
                findings.add(new Finding(path, "The file does not belong to the data set."));
            }
        }
        return findings;
    }

    private List<Finding> clipsAgainst(Manifest manifest, SortedMap<String, String> found) {
        List<Finding> findings = new ArrayList<>();
        Optional<Layout> layout = layoutOf(manifest);
        for (Manifest.Clip clip : manifest.clips()) {
            String now = found.get(clip.file());
            if (now == null) {
                findings.add(new Finding(clip.file(), "The manifest tells of this clip, but it is missing."));
            } else if (!now.equals(clip.sha256())) {
                findings.add(new Finding(clip.file(), "The clip is not the one that the manifest tells of."));
            }
            for (Manifest.Copy copy : clip.copies()) {
                if (!copy.sha256().equals(found.getOrDefault(copy.file(), ""))) {
                    findings.add(new Finding(
                            copy.file(), "The manifest tells of another copy of the clip " + clip.file() + "."));
                }
            }
            layout.map(each -> name(each, clip, manifest))
                    .filter(name -> !name.equals(clip.file()))
                    .ifPresent(name -> findings.add(
                            new Finding(clip.file(), "By what the manifest tells its name should be " + name + ".")));
        }
        return findings;
    }

    private static String name(Layout layout, Manifest.Clip clip, Manifest manifest) {
        return layout.clipFile(clip.place(), clip.source(), clip.truth().positive(), manifest.profile());
    }

    /** True when all clips have the names that the layout gives them, each its own; else no labels can be made again. */
    private boolean named(Manifest manifest) {
        long names =
                manifest.clips().stream().map(Manifest.Clip::file).distinct().count();
        return names == manifest.clips().size()
                && layoutOf(manifest).stream()
                        .allMatch(layout -> manifest.clips().stream()
                                .allMatch(clip -> name(layout, clip, manifest).equals(clip.file())));
    }

    /** The label files follow from the manifest, so they are made again and compared. */
    private List<Finding> labels(Manifest manifest, Path folder) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<Layout> layout = layoutOf(manifest);
        if (layout.isEmpty()) {
            findings.add(new Finding(
                    Manifest.FILE,
                    "This program does not know the profile "
                            + manifest.profile().layout() + "."));
            return findings;
        }
        List<TextFile> expectedFiles = new ArrayList<>(layout.get().labelFiles(manifest));
        expectedFiles.addAll(manifests.beside(manifest, Files.readString(folder.resolve(Manifest.FILE))));
        for (TextFile expected : expectedFiles) {
            Path file = folder.resolve(expected.path());
            if (!Files.isRegularFile(file)) {
                findings.add(new Finding(expected.path(), "The label file is missing."));
            } else if (!Files.readString(file).equals(expected.text())) {
                findings.add(new Finding(expected.path(), "The labels are not those that the manifest tells of."));
            }
        }
        return findings;
    }

    private static List<Finding> parts(Manifest manifest) {
        SortedMap<String, Integer> clips = new TreeMap<>();
        manifest.clips().forEach(clip -> clips.merge(clip.part(), 1, Integer::sum));
        SortedMap<String, Integer> told = new TreeMap<>();
        manifest.parts().stream()
                .filter(part -> part.clips() > 0)
                .forEach(part -> told.merge(part.name(), part.clips(), Integer::sum));
        return clips.equals(told)
                ? List.of()
                : List.of(
                        new Finding(Manifest.FILE, "The parts should hold " + told + " clips but hold " + clips + "."));
    }

    private Optional<Layout> layoutOf(Manifest manifest) {
        return layouts.stream()
                .filter(layout -> layout.profile().equals(manifest.profile().layout()))
                .findFirst();
    }
}
