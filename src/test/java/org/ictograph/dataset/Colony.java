package org.ictograph.dataset;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.ictograph.dataset.format.ForecastLayout;
import org.ictograph.dataset.format.JointsLayout;
import org.ictograph.dataset.format.RatSeizureLayout;
import org.ictograph.dataset.format.RodEpilLayout;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.exchange.format.JsonBenchmarkFiles;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Coverage;
import org.ictograph.model.Doubt;
import org.ictograph.model.Layer;
import org.ictograph.model.Mark;
import org.ictograph.model.PoseTrack;
import org.ictograph.model.Protocol;
import org.ictograph.model.Rater;
import org.ictograph.model.Recording;
import org.ictograph.model.Settlement;
import org.ictograph.model.Span;
import org.ictograph.model.Study;
import org.ictograph.model.Subject;
import org.ictograph.model.VideoFile;
import org.ictograph.video.FrameIndex;
import org.ictograph.video.Reel;

/** A small study, put together in a test: recordings of a few cages in a row, two raters, identities that never change. */
final class Colony {
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Recording> recordings = new ArrayList<>();
    private final List<Cage> cages = new ArrayList<>();
    private final List<ExportSource> sources = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<Settlement> settlements = new ArrayList<>();
    private final List<CageSpan> disputed = new ArrayList<>();
    private final List<CageSpan> rejected = new ArrayList<>();
    private final Rater rater = new Rater(id("rater"), "Ada");
    private final Rater other = new Rater(id("other"), "Bo");
    private final Map<UUID, CagePose> poses = new HashMap<>();
    private double motion = 0.5;

    static Span seconds(double start, double end) {
        return new Span(Math.round(start * Span.SECOND), Math.round(end * Span.SECOND));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Thirty frames a second, as long as asked for. */
    static FrameIndex steady(double seconds) {
        int frames = (int) Math.round(seconds * 30);
        long[] micros = new long[frames];
        for (int i = 0; i < frames; i++) {
            micros[i] = Math.round(i * 1_000_000.0 / 30);
        }
        return new FrameIndex(micros, new boolean[frames], Math.round(frames * 1_000_000.0 / 30));
    }

    /** Two pieces of thirty frames a second with a gap between them. */
    static FrameIndex broken(double first, double gap, double second) {
        return Reel.of(List.of(
                        new Reel.Part(Path.of("1.avi"), steady(first), 0),
                        new Reel.Part(Path.of("2.avi"), steady(second), Math.round((first + gap) * Span.SECOND))))
                .index();
    }

    /** A recording from 1 February 2019 with one cage of 64 × 48 pixels for each animal. */
    Colony recording(String name, FrameIndex index, String... animals) {
        return recording(name, Path.of("/videos", name + ".avi"), "print of " + name, index, animals);
    }

    Colony recording(String name, Path file, String fingerprint, FrameIndex index, String... animals) {
        Recording recording = new Recording(
                id(name),
                name,
                List.of(VideoFile.only(name + ".avi", 1, fingerprint)),
                64 * Math.max(1, animals.length),
                48,
                index.frames(),
                index.duration(),
                index.gaps(),
                Optional.of(Instant.parse("2019-02-01T23:30:00Z")),
                "Atlantic/Reykjavik");
        recordings.add(recording);
        for (int i = 0; i < animals.length; i++) {
            Subject subject = new Subject(id("animal " + animals[i]), animals[i], "", "", "");
            if (subjects.stream().noneMatch(known -> known.id().equals(subject.id()))) {
                subjects.add(subject);
            }
            cages.add(new Cage(
                    id(name + " " + (i + 1)),
                    recording.id(),
                    i + 1,
                    new Box(64 * i, 0, 64, 48),
                    Optional.empty(),
                    Optional.of(subject.id())));
        }
        sources.add(new ExportSource(
                recording,
                Reel.of(file, index),
                new Evidence(List.of(), List.of(), List.of(), List.of()),
                (cage, span) -> OptionalDouble.of(motion)));
        return this;
    }

    /** Says that a recording of one cage is of another size; the cage fills it. */
    Colony sized(String name, int width, int height) {
        recordings.replaceAll(recording -> recording.name().equals(name) ? sized(recording, width, height) : recording);
        cages.replaceAll(
                cage -> cage.recordingId().equals(id(name)) ? cage.withBox(new Box(0, 0, width, height)) : cage);
        sources.replaceAll(source -> source.recording().name().equals(name)
                ? new ExportSource(
                        sized(source.recording(), width, height), source.reel(), source.evidence(), source.motion())
                : source);
        return this;
    }

    private static Recording sized(Recording of, int width, int height) {
        return new Recording(
                of.id(),
                of.name(),
                of.files(),
                width,
                height,
                of.frames(),
                of.duration(),
                of.gaps(),
                of.startedAt(),
                of.zone());
    }

    /** Says in which litter an animal was born. */
    Colony litter(String animal, String litter) {
        subjects.replaceAll(subject -> subject.name().equals(animal)
                ? new Subject(subject.id(), animal, litter, subject.group(), subject.treatment())
                : subject);
        return this;
    }

    Colony emptyCage(String recording, int position) {
        cages.add(new Cage(
                id(recording + " " + position),
                id(recording),
                position,
                new Box(0, 0, 20, 20),
                Optional.empty(),
                Optional.empty()));
        return this;
    }

    Colony consensus(String recording, int cage, String label, double start, double end) {
        return mark(Layer.CONSENSUS, recording, cage, label, start, end);
    }

    Colony rating(String recording, int cage, String label, double start, double end) {
        return mark(Layer.RATING, recording, cage, label, start, end);
    }

    /** By the second rater. */
    Colony ratingByOther(String recording, int cage, String label, double start, double end) {
        return mark(other, Layer.RATING, recording, cage, label, start, end);
    }

    private Colony mark(Layer layer, String recording, int cage, String label, double start, double end) {
        return mark(rater, layer, recording, cage, label, start, end);
    }

    private Colony mark(Rater who, Layer layer, String recording, int cage, String label, double start, double end) {
        Mark hand = Mark.byHand(id(recording), id(recording + " " + cage), who.id(), label, seconds(start, end));
        marks.add(new Mark(
                id("mark " + marks.size()),
                hand.recordingId(),
                hand.cageId(),
                hand.raterId(),
                layer,
                label,
                hand.span(),
                "",
                hand.certainty(),
                hand.visibility(),
                "",
                hand.origin()));
        return this;
    }

    Colony seen(String recording, int cage, Coverage.Seen how, double start, double end) {
        return seenBy(rater, recording, cage, how, start, end);
    }

    /** Looked at by the second rater. */
    Colony seenByOther(String recording, int cage, Coverage.Seen how, double start, double end) {
        return seenBy(other, recording, cage, how, start, end);
    }

    private Colony seenBy(Rater who, String recording, int cage, Coverage.Seen how, double start, double end) {
        coverage.add(new Coverage(
                id("seen " + coverage.size()),
                who.id(),
                id(recording),
                id(recording + " " + cage),
                seconds(start, end),
                how,
                1));
        return this;
    }

    Colony reviewed(String recording, int cage, double start, double end) {
        return seen(recording, cage, Coverage.Seen.REVIEWED, start, end);
    }

    /** Nobody can tell about the latest rating. */
    Colony settledAsUnclear() {
        Mark unclear = marks.get(marks.size() - 1);
        settlements.add(new Settlement(
                id("settlement " + unclear.id()),
                unclear.recordingId(),
                unclear.cageId(),
                rater.id(),
                List.of(unclear.id()),
                Settlement.Outcome.UNCLEAR,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.of(new Doubt(unclear.label(), unclear.span()))));
        return this;
    }

    /** The latest rating was settled as wrong. */
    Colony settledAsNothing() {
        Mark wrong = marks.get(marks.size() - 1);
        settlements.add(new Settlement(
                id("settlement " + wrong.id()),
                wrong.recordingId(),
                wrong.cageId(),
                rater.id(),
                List.of(wrong.id()),
                Settlement.Outcome.NEITHER,
                Optional.empty()));
        return this;
    }

    Colony dispute(String recording, int cage, double start, double end) {
        disputed.add(new CageSpan(id(recording + " " + cage), seconds(start, end)));
        return this;
    }

    /** A piece that a model proposed and a rater rejected. */
    Colony rejected(String recording, int cage, double start, double end) {
        rejected.add(new CageSpan(id(recording + " " + cage), seconds(start, end)));
        return this;
    }

    /** Key points of the animal in a cage, in a file of their own. */
    Colony pose(String recording, int cage, KeyPoints points) {
        UUID cageId = id(recording + " " + cage);
        PoseTrack track = new PoseTrack(
                id("pose " + cageId),
                id(recording),
                cageId,
                "poses/" + recording + ".h5",
                9,
                "5e".repeat(32),
                points.track(),
                0,
                0,
                points.points());
        poses.put(cageId, new CagePose(track, points));
        return this;
    }

    private Map<UUID, CagePose> posesOf(Recording recording) {
        Map<UUID, CagePose> own = new HashMap<>(poses);
        own.values().removeIf(pose -> !pose.track().recordingId().equals(recording.id()));
        return own;
    }

    Evidence evidence() {
        return new Evidence(marks, coverage, settlements, disputed, rejected);
    }

    Colony motion(double value) {
        motion = value;
        return this;
    }

    ExportRequest request(Profile profile) {
        return request(ExportOrder.of(profile));
    }

    ExportRequest request(ExportOrder order) {
        Study study = new Study(
                id("study"), "Colony", Protocol.standard(), List.of(rater, other), subjects, recordings, cages);
        Evidence evidence = evidence();
        List<ExportSource> known = sources.stream()
                .map(s -> new ExportSource(s.recording(), s.reel(), evidence, s.motion(), posesOf(s.recording())))
                .toList();
        return new ExportRequest(study, known, order, "");
    }

    DatasetPlan plan(Profile profile) {
        return plan(ExportOrder.of(profile));
    }

    DatasetPlan plan(ExportOrder order) {
        return new DatasetPlanner(List.of(
                        new RodEpilLayout(),
                        new RatSeizureLayout(new JsonBenchmarkFiles()),
                        new ForecastLayout(),
                        new JointsLayout()))
                .plan(request(order));
    }
}
