package org.ictograph.dataset;

/**
 * One labelled piece of a clip.
 *
 * @param label exact string of the benchmark
 * @param id label id of the benchmark
 * @param start microseconds since the start of the clip
 * @param end microseconds since the start of the clip
 */
public record ClipLabel(String label, int id, long start, long end) {
    public ClipLabel {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("A label runs from 0 or later to its end: " + start + " to " + end);
        }
    }
}
