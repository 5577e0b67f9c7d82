package org.ictograph.exchange;

import java.util.List;

/**
 * The key points of one animal through a video: for each frame and each point its place in pixels and how sure the program
 * is, 0 to 1. A point that was not found in a frame has no place there: all three numbers are NaN. Immutable.
 */
public final class KeyPoints {
    /** Numbers of a point in a frame: x, y, likelihood. */
    public static final int NUMBERS = 3;

    /** A point counts as found when the program is at least so sure; DeepLabCut's own figures leave others away. */
    public static final float SURE = 0.6f;

    private final String track;
    private final List<String> points;
    private final float[] numbers;

    /**
     * @param track the animal's name in the file, empty in files of one animal
     * @param points names, each its own
     * @param numbers frame by frame, in it point by point x, y and likelihood; not to be changed afterwards
     */
    public KeyPoints(String track, List<String> points, float[] numbers) {
        this.track = track;
        this.points = List.copyOf(points);
        this.numbers = numbers;
        if (points.isEmpty() || points.stream().distinct().count() != points.size()) {
            throw new IllegalArgumentException("Key points need names, each its own: " + points);
        }
        if (numbers.length % (points.size() * NUMBERS) != 0) {
            throw new IllegalArgumentException("Each point of each frame has three numbers.");
        }
    }

    public String track() {
        return track;
    }

    /** Names of the points. */
    public List<String> points() {
        return points;
    }

    public int frames() {
        return numbers.length / (points.size() * NUMBERS);
    }

    /** True when the point was found in the frame; never beyond the last frame. */
    public boolean known(int frame, int point) {
        return frame >= 0 && frame < frames() && !Float.isNaN(x(frame, point));
    }

    /** True when the program is sure enough that the point is there in the frame. */
    public boolean sure(int frame, int point) {
        return known(frame, point) && likelihood(frame, point) >= SURE;
    }

    /** Pixels from the left. */
    public float x(int frame, int point) {
        return numbers[at(frame, point)];
    }

    /** Pixels from the top. */
    public float y(int frame, int point) {
        return numbers[at(frame, point) + 1];
    }

    public float likelihood(int frame, int point) {
        return numbers[at(frame, point) + 2];
    }

    private int at(int frame, int point) {
        return (frame * points.size() + point) * NUMBERS;
    }

    /** The same animal, measured from another corner. */
    public KeyPoints moved(int right, int down) {
        float[] shifted = numbers.clone();
        for (int i = 0; i < shifted.length; i += NUMBERS) {
            shifted[i] += right;
            shifted[i + 1] += down;
        }
        return new KeyPoints(track, points, shifted);
    }
}
