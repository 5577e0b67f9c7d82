package org.ictograph.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.Box;
import org.ictograph.video.ClipOrder;
import org.ictograph.video.Fit;

/** Key points of the clips of a plan: the films around joints that are to be cut, and the arrays that lie beside them. */
final class PoseFilms {
    private static final float[] NOWHERE = {Float.NaN, Float.NaN, Float.NaN};

    private final DatasetPlan plan;

    PoseFilms(DatasetPlan plan) {
        this.plan = plan;
    }

    /** The film of one joint. */
    record Film(int point, double known, ClipOrder order) {}

    private Optional<JointForm> form() {
        return Optional.ofNullable(plan.profile().joints())
                .filter(joints -> !joints.points().isEmpty());
    }

    /** The key points of a clip, where they are attached and wanted. */
    Optional<CagePose> pose(ExportSource source, PlannedClip clip) {
        return form().flatMap(joints ->
                Optional.ofNullable(source.poses().get(clip.cage().id())));
    }

    /** The films of a clip: one for each joint that was found in enough of it. */
    List<Film> films(ExportSource source, PlannedClip clip, Path folder) {
        List<Film> films = new ArrayList<>();
        Optional<CagePose> pose = pose(source, clip);
        Optional<JointForm> joints = form().filter(form -> form.side() > 0);
        if (pose.isEmpty() || joints.isEmpty()) {
            return films;
        }
        ClipForm form = plan.profile().clip();
        List<Integer> frames = form.frames(source.index(), clip.source().startMicros());
        KeyPoints points = pose.get().points();
        List<String> names = joints.get().points();
        for (int i = 0; i < names.size(); i++) {
            int point = points.points().indexOf(names.get(i));
            double known = Joints.known(points, point, frames);
            if (known >= Joints.MOST) {
                List<Box> path = Joints.path(
                        points, point, frames, clip.cage().box(), joints.get().side());
                films.add(new Film(
                        i,
                        known,
                        new ClipOrder(
                                        folder.resolve(Joints.film(names, i, clip.file())),
                                        frames,
                                        form.frameRate(),
                                        path.get(0),
                                        clip.cage().tagMask(),
                                        Fit.NATIVE,
                                        joints.get().side(),
                                        form.codec())
                                .along(path)));
            }
        }
        return films;
    }

    /** Writes the arrays of all clips. */
    void writeArrays(Path payload) throws IOException {
        Map<String, List<PlannedClip>> clips = plan.clipsByRecording();
        for (ExportSource source : plan.request().sources()) {
            for (PlannedClip clip : clips.getOrDefault(source.recording().name(), List.of())) {
                Optional<CagePose> pose = pose(source, clip);
                if (pose.isPresent()) {
                    Path file = payload.resolve(Joints.array(clip.file()));
                    Files.createDirectories(file.getParent());
                    NpyFile.write(file, rows(source, clip, pose.get().points()));
                }
            }
        }
    }

    /** For each frame x and y from the corner of the cage, in pixels of the source, and likelihood of each joint. */
    private List<float[]> rows(ExportSource source, PlannedClip clip, KeyPoints points) {
        List<String> names = form().orElseThrow().points();
        Box cage = clip.cage().box();
        List<float[]> rows = new ArrayList<>();
        for (int frame :
                plan.profile().clip().frames(source.index(), clip.source().startMicros())) {
            float[] row = new float[KeyPoints.NUMBERS * names.size()];
            for (int i = 0; i < names.size(); i++) {
                int point = points.points().indexOf(names.get(i));
                float[] numbers = points.known(frame, point)
                        ? new float[] {
                            points.x(frame, point) - cage.x(),
                            points.y(frame, point) - cage.y(),
                            points.likelihood(frame, point)
                        }
                        : NOWHERE;
                System.arraycopy(numbers, 0, row, KeyPoints.NUMBERS * i, numbers.length);
            }
            rows.add(row);
        }
        return rows;
    }

    /** What is wrong with the arrays that a manifest tells of. */
    static List<Finding> flaws(Path payload, Manifest manifest, Map<String, String> found) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Manifest.Clip clip : manifest.clips()) {
            Manifest.Pose pose = clip.pose();
            JointForm joints = manifest.profile().joints();
            if (pose == null) {
                continue;
            }
            if (joints == null || !pose.sha256().equals(found.getOrDefault(pose.file(), ""))) {
                findings.add(new Finding(
                        pose.file(), "The manifest tells of other key points of the clip " + clip.file() + "."));
            } else if (!NpyFile.holdsPlaces(
                    payload.resolve(pose.file()),
                    clip.cut().frames(),
                    KeyPoints.NUMBERS * joints.points().size())) {
                findings.add(new Finding(
                        pose.file(),
                        "It is no array of key points of " + joints.points().size() + " joints in "
                                + clip.cut().frames() + " frames."));
            }
            for (Manifest.Joint joint : pose.joints()) {
                if (!joint.sha256().equals(found.getOrDefault(joint.file(), ""))) {
                    findings.add(new Finding(
                            joint.file(), "The manifest tells of another film of the joint " + joint.point() + "."));
                }
            }
        }
        return findings;
    }
}
