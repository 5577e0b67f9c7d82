package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ictograph.exchange.KeyPoints;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;

/** What a data set shows of the joints of its animals: which ones, and where a square around each lies. Pure. */
final class Joints {
    /** A joint gets a film of a segment when it was found in at least this share of its frames. */
    static final double MOST = 0.5;

    private Joints() {}

    /**
     * Names of the joints of a request.
     *
     * @param obstacle a sentence why they cannot be shown
     */
    record Named(List<String> points, Optional<String> obstacle) {}

    static Named named(ExportRequest request, JointForm form) {
        List<CagePose> poses = request.sources().stream()
                .flatMap(source -> cages(request, source).stream()
                        .flatMap(cage -> Optional.ofNullable(source.poses().get(cage.id())).stream()))
                .toList();
        if (poses.isEmpty()) {
            return new Named(
                    List.of(),
                    form.points().isEmpty()
                            ? Optional.empty()
                            : Optional.of("No key points are attached to any cage; attach them, or name no joints."));
        }
        List<String> points = form.points().isEmpty() ? poses.get(0).points().points() : form.points();
        List<String> common = new ArrayList<>(points);
        for (CagePose pose : poses) {
            Optional<String> lacking = form.points().stream()
                    .filter(point -> !pose.points().points().contains(point))
                    .findFirst();
            if (lacking.isPresent()) {
                return new Named(
                        points,
                        Optional.of("The key points in " + pose.track().path() + " have no “" + lacking.get()
                                + "”, only " + String.join(", ", pose.points().points()) + "."));
            }
            common.retainAll(pose.points().points());
        }
        return new Named(
                common,
                common.isEmpty()
                        ? Optional.of("The animals have no key point in common; name those that matter.")
                        : tooLarge(request, form));
    }

    private static Optional<String> tooLarge(ExportRequest request, JointForm form) {
        for (ExportSource source : request.sources()) {
            Optional<Cage> small = cages(request, source).stream()
                    .filter(cage -> source.poses().containsKey(cage.id()))
                    .filter(cage -> Math.min(cage.box().width(), cage.box().height()) < form.side())
                    .findFirst();
            if (small.isPresent()) {
                return Optional.of("A square of " + form.side() + " pixels around a joint is larger than cage "
                        + small.get().position() + " of recording "
                        + source.recording().name() + "; make the squares smaller.");
            }
        }
        return Optional.empty();
    }

    /** By position, so that the order of joints is always the same. */
    private static List<Cage> cages(ExportRequest request, ExportSource source) {
        return request.study().cagesOf(source.recording().id());
    }

    /** In which share of frames a point was found. */
    static double known(KeyPoints points, int point, List<Integer> frames) {
        return (double) frames.stream()
                        .filter(frame -> points.sure(frame, point))
                        .count()
                / frames.size();
    }

    /**
     * Where the square lies in each frame, inside the cage and on even pixels. Between frames in which the point was found it
     * moves evenly; before the first and after the last of them it stands still.
     *
     * @param frames frames of the recording, of which at least one knows the point
     */
    static List<Box> path(KeyPoints points, int point, List<Integer> frames, Box cage, int side) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            if (points.sure(frames.get(i), point)) {
                found.add(i);
            }
        }
        List<Box> path = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < frames.size(); i++) {
            while (next < found.size() - 1 && found.get(next) < i) {
                next++;
            }
            int after = found.get(next);
            int before = after > i && next > 0 ? found.get(next - 1) : after;
            double share = after == before ? 0 : (double) (i - before) / (after - before);
            int a = frames.get(before);
            int b = frames.get(after);
            path.add(square(
                    points.x(a, point) + share * (points.x(b, point) - points.x(a, point)),
                    points.y(a, point) + share * (points.y(b, point) - points.y(a, point)),
                    cage,
                    side));
        }
        return path;
    }

    private static Box square(double x, double y, Box cage, int side) {
        return new Box(corner(x, cage.x(), cage.right(), side), corner(y, cage.y(), cage.bottom(), side), side, side);
    }

    private static int corner(double middle, int low, int high, int side) {
        int even = (int) (2 * Math.round((middle - side / 2.0) / 2));
        return Math.max(low, Math.min(high - side, even));
    }

    /** Folder of the films of a joint: its place in the order of all, and its name without signs that disks dislike. */
    static String folder(List<String> points, int point) {
        return "joints/" + (point + 1) + "-" + points.get(point).replaceAll("[^A-Za-z0-9_]+", "-") + "/";
    }

    /** Path of the film of a joint. */
    static String film(List<String> points, int point, String clip) {
        return folder(points, point) + clip.substring(clip.lastIndexOf('/') + 1);
    }

    /** Path of the array of key points of a clip. */
    static String array(String clip) {
        return "keypoints/" + clip.substring(clip.lastIndexOf('/') + 1, clip.lastIndexOf('.')) + ".npy";
    }
}
