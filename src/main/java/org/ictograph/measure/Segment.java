package org.ictograph.measure;

/**
 * A piece of a clip or video as benchmark files write it.
 *
 * @param video id of the clip or video
 * @param start in seconds
 * @param end in seconds, not before the start
 */
public record Segment(String video, double start, double end, String label) {
    /** Segments of one label that differ by no more than this at both ends are one segment written twice, in seconds. */
    static final double SAME = 1e-3;

    public Segment {
        if (!(start <= end) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("A segment must not end before it starts: " + start + " to " + end);
        }
    }

    /** Intersection over union in seconds, 0 for two empty segments. */
    double iou(Segment other) {
        double common = Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        double union = (end - start) + (other.end - other.start) - common;
        return union > 0 ? common / union : 0;
    }

    boolean repeats(Segment earlier) {
        return video.equals(earlier.video)
                && label.equals(earlier.label)
                && Math.abs(start - earlier.start) <= SAME
                && Math.abs(end - earlier.end) <= SAME;
    }
}
