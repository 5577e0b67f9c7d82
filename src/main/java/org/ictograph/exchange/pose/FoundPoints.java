package org.ictograph.exchange.pose;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ictograph.exchange.ExchangeException;
import org.ictograph.exchange.KeyPoints;

/** Key points of one animal while they are read: says where a number cannot be. */
final class FoundPoints {
    private final String file;
    private final String track;
    private final List<String> points;
    private final float[] numbers;

    /**
     * @param file as sentences call it
     * @throws ExchangeException when two points have one name, or one has none
     */
    FoundPoints(String file, String track, List<String> points, int frames) throws ExchangeException {
        this.file = file;
        this.track = track;
        this.points = List.copyOf(points);
        Set<String> names = new HashSet<>();
        for (String point : points) {
            if (point.isBlank() || !names.add(point)) {
                throw new ExchangeException("“" + file + "” names the key point “" + point
                        + "” twice or not at all; give each a name of its own.");
            }
        }
        if ((long) frames * points.size() * KeyPoints.NUMBERS > Integer.MAX_VALUE - 8) {
            throw new ExchangeException("“" + file + "” holds more key points than fit into memory; split the video.");
        }
        this.numbers = new float[frames * points.size() * KeyPoints.NUMBERS];
        Arrays.fill(numbers, Float.NaN);
    }

    /**
     * A point of a frame; not found where a coordinate is NaN.
     *
     * @throws ExchangeException when the numbers are none that a program finds
     */
    void put(int frame, int point, double x, double y, double likelihood) throws ExchangeException {
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        if (Double.isInfinite(x) || Double.isInfinite(y)) {
            throw wrong(frame, point, "lies nowhere: its coordinates are not finite");
        }
        if (!(likelihood >= 0 && likelihood <= 1)) {
            throw wrong(
                    frame, point, "has the likelihood " + (float) likelihood + ", which should lie between 0 and 1");
        }
        int at = (frame * points.size() + point) * KeyPoints.NUMBERS;
        numbers[at] = (float) x;
        numbers[at + 1] = (float) y;
        numbers[at + 2] = (float) likelihood;
    }

    private ExchangeException wrong(int frame, int point, String what) {
        String animal = track.isEmpty() ? "" : " of “" + track + "”";
        return new ExchangeException("“" + file + "”, frame " + frame + ": the key point “" + points.get(point) + "”"
                + animal + " " + what + ". Let the pose program write the file anew.");
    }

    KeyPoints keyPoints() {
        return new KeyPoints(track, points, numbers);
    }
}
