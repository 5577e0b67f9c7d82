package org.ictograph.localizer.torch;

import java.util.List;

/**
 * Which points of the pyramid learn which known segments (ActionFormer, "center sampling"). A point at step t of a level with
 * stride s learns a segment when it lies inside it and nearer than {@code radius} · s to its middle, and when the larger distance
 * to start and end is in the level's range; of several the shortest. All arithmetic is 32-bit, as in the reference.
 */
final class PointAssignment {
    private static final float RADIUS = 1.5f;
    private static final float NEARLY = 1e-3f;

    private final float[] classes;
    private final float[] offsets;
    private final int points;

    private PointAssignment(int points, int classes) {
        this.points = points;
        this.classes = new float[points * classes];
        this.offsets = new float[points * 2];
    }

    /**
     * @param lengths steps of each level, the finest first; level l has stride 2^l and the range 4 · 2^(l−1) to 4 · 2^l steps of the
     *     input, the first from 0 and the last to 10000
     * @param segments in steps of the input
     */
    static PointAssignment of(List<Integer> lengths, List<Segment> segments, int classes) {
        int points = lengths.stream().mapToInt(Integer::intValue).sum();
        PointAssignment assignment = new PointAssignment(points, classes);
        int point = 0;
        for (int level = 0; level < lengths.size(); level++) {
            float stride = 1 << level;
            float from = level == 0 ? 0 : 2 * stride;
            float to = level == lengths.size() - 1 ? 10_000 : 4 * stride;
            for (int i = 0; i < lengths.get(level); i++) {
                assignment.assign(point, i * stride, new float[] {stride, from, to}, segments);
                point++;
            }
        }
        return assignment;
    }

    private void assign(int point, float time, float[] level, List<Segment> segments) {
        float stride = level[0];
        float[] lengths = new float[segments.size()];
        int shortest = 0;
        for (int i = 0; i < lengths.length; i++) {
            Segment segment = segments.get(i);
            float left = time - segment.start();
            float right = segment.end() - time;
            float middle = 0.5f * (segment.start() + segment.end());
            boolean inside = time - Math.max(middle - stride * RADIUS, segment.start()) > 0
                    && Math.min(middle + stride * RADIUS, segment.end()) - time > 0;
            float reach = Math.max(left, right);
            boolean suits = inside && reach >= level[1] && reach <= level[2];
            lengths[i] = suits ? segment.length() : Float.POSITIVE_INFINITY;
            if (lengths[i] < lengths[shortest]) {
                shortest = i;
            }
        }
        int of = classes.length / points;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] < Float.POSITIVE_INFINITY && lengths[i] <= lengths[shortest] + NEARLY) {
                classes[point * of + segments.get(i).label()] = 1;
            }
        }
        if (lengths.length > 0) {
            offsets[2 * point] = (time - segments.get(shortest).start()) / stride;
            offsets[2 * point + 1] = (segments.get(shortest).end() - time) / stride;
        }
    }

    int points() {
        return points;
    }

    /** Whether a point learns a segment at all. */
    boolean learns(int point) {
        int of = classes.length / points;
        for (int i = 0; i < of; i++) {
            if (classes[point * of + i] > 0) {
                return true;
            }
        }
        return false;
    }

    /** [points, classes]: 1 where a class is to be found. Not a copy. */
    float[] classes() {
        return classes;
    }

    /** [points, 2]: distances to start and end, in steps of the level; they mean something where {@link #learns}. Not a copy. */
    float[] offsets() {
        return offsets;
    }
}
