package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Study;
import org.ictograph.model.VideoFile;
import org.ictograph.video.Codec;
import org.ictograph.video.Reel;
import org.jspecify.annotations.Nullable;

/** Puts a plan and what came of it together into a manifest. */
final class ManifestMaker {
    private final DatasetPlan plan;
    private final Map<String, List<ExportSource>> sources;
    private final Map<String, ClipReport> cuts;
    private final Map<String, String> hashes;
    private final Map<String, FeatureFiles.Size> features;

    /**
     * @param cuts by path of the clip
     * @param hashes SHA-256 of each file by its path
     * @param features sizes of arrays by path of the clip
     */
    ManifestMaker(
            DatasetPlan plan,
            Map<String, ClipReport> cuts,
            Map<String, String> hashes,
            Map<String, FeatureFiles.Size> features) {
        this.plan = plan;
        sources = plan.request().sources().stream()
                .collect(Collectors.groupingBy(source -> source.recording().name()));
        this.cuts = cuts;
        this.hashes = hashes;
        this.features = features;
    }

    Manifest manifest(Manifest.Maker maker, Optional<Manifest.Encoder> encoder) {
        SortedMap<String, Integer> refusals = new TreeMap<>();
        plan.refusalCounts().forEach((reason, count) -> refusals.put(reason.text(), count));
        return new Manifest(
                Manifest.FORMAT,
                maker,
                study(),
                plan.request().order().publication(),
                plan.profile(),
                parts(),
                plan.animals(),
                plan.seen(),
                encoder.orElse(null),
                sources(),
                refusals,
                plan.leftOutForPictures(),
                clips());
    }

    private Manifest.StudyFacts study() {
        Study study = plan.request().study();
        Protocol protocol = study.protocol();
        SortedMap<String, String> definitions = new TreeMap<>();
        protocol.labels().stream()
                .filter(label -> !label.definition().isEmpty())
                .forEach(label -> definitions.put(label.name(), label.definition()));
        return new Manifest.StudyFacts(
                study.id().toString(),
                study.name(),
                protocol.name(),
                protocol.version(),
                protocol.scale(),
                study.raters().stream().map(Rater::name).sorted().toList(),
                protocol.plan().inclusion().text(),
                plan.request().head(),
                definitions);
    }

    private List<Manifest.Part> parts() {
        List<Manifest.Part> parts = new ArrayList<>();
        for (SplitRule.Part part : plan.profile().split().parts()) {
            List<PlannedClip> clips = plan.clips().stream()
                    .filter(clip -> clip.part().equals(part.name()))
                    .toList();
            List<String> subjects = clips.stream()
                    .map(clip -> clip.place().subject())
                    .distinct()
                    .sorted()
                    .toList();
            parts.add(new Manifest.Part(part.name(), subjects, clips.size()));
        }
        return parts;
    }

    private List<Manifest.Source> sources() {
        Set<String> used = plan.clipsByRecording().keySet();
        return plan.request().sources().stream()
                .filter(source -> used.contains(source.recording().name()))
                .flatMap(source -> source.reel().pieces().stream().map(piece -> source(source, piece)))
                .toList();
    }

    private static Manifest.Source source(ExportSource source, Reel.Piece found) {
        VideoFile file = source.fileOf(found);
        return new Manifest.Source(
                source.recording().name(),
                String.valueOf(found.file().getFileName()),
                file.bytes(),
                file.fingerprint(),
                found.index().frames(),
                found.index().duration(),
                found.firstFrame(),
                found.start());
    }

    private List<Manifest.Clip> clips() {
        return plan.clips().stream()
                .map(clip -> new Manifest.Clip(
                        clip.file(),
                        Objects.requireNonNull(hashes.get(clip.file())),
                        clip.part(),
                        clip.place(),
                        clip.truth(),
                        clip.source(),
                        cut(clip, Objects.requireNonNull(cuts.get(clip.file()))),
                        copies(clip),
                        features(clip),
                        pose(clip)))
                .toList();
    }

    private Manifest.@Nullable Pose pose(PlannedClip clip) {
        PoseFilms films = new PoseFilms(plan);
        for (ExportSource source : sources.getOrDefault(clip.place().recording(), List.of())) {
            Optional<CagePose> pose = films.pose(source, clip);
            if (pose.isPresent()) {
                String array = Joints.array(clip.file());
                PoseTrack track = pose.get().track();
                return new Manifest.Pose(
                        track.path().substring(track.path().lastIndexOf('/') + 1),
                        track.fingerprint(),
                        track.track(),
                        array,
                        Objects.requireNonNull(hashes.get(array)),
                        joints(films, source, clip));
            }
        }
        return null;
    }

    private List<Manifest.Joint> joints(PoseFilms films, ExportSource source, PlannedClip clip) {
        List<String> points = Objects.requireNonNull(plan.profile().joints()).points();
        List<Manifest.Joint> joints = new ArrayList<>();
        for (PoseFilms.Film film : films.films(source, clip, Path.of(""))) {
            String file = Joints.film(points, film.point(), clip.file());
            ClipReport outcome = Objects.requireNonNull(cuts.get(file));
            joints.add(new Manifest.Joint(
                    points.get(film.point()),
                    file,
                    Objects.requireNonNull(hashes.get(file)),
                    Math.rint(film.known() * 1000) / 1000,
                    decibels(outcome.firstPsnr()),
                    decibels(outcome.lastPsnr())));
        }
        return joints;
    }

    private Manifest.@Nullable Features features(PlannedClip clip) {
        FeatureFiles.Size size = features.get(clip.file());
        String file = FeatureFiles.file(clip.file());
        return size == null
                ? null
                : new Manifest.Features(file, Objects.requireNonNull(hashes.get(file)), size.steps(), size.width());
    }

    private List<Manifest.Copy> copies(PlannedClip clip) {
        ClipForm form = plan.profile().clip();
        List<Manifest.Copy> copies = new ArrayList<>();
        for (Codec codec : form.copies()) {
            String file = form.fileIn(codec, clip.file());
            ClipReport outcome = Objects.requireNonNull(cuts.get(file));
            copies.add(new Manifest.Copy(
                    file,
                    Objects.requireNonNull(hashes.get(file)),
                    codec,
                    decibels(outcome.firstPsnr()),
                    decibels(outcome.lastPsnr())));
        }
        return copies;
    }

    private Manifest.Cut cut(PlannedClip clip, ClipReport outcome) {
        return new Manifest.Cut(
                clip.cage().box(),
                clip.cage().tagMask().orElse(null),
                outcome.width(),
                outcome.height(),
                outcome.frames(),
                plan.profile().clip().frameRate(),
                decibels(outcome.firstPsnr()),
                decibels(outcome.lastPsnr()));
    }

    private static double decibels(double psnr) {
        return Double.isInfinite(psnr) ? Manifest.Cut.EQUAL : Math.round(psnr * 100) / 100.0;
    }
}
