package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;

/**
 * The temporal IoU thresholds of a benchmark.
 *
 * <p>Benchmarks write them as {@code linspace(0.3, 0.7, 5)} of numpy, which holds 0.39999999999999997 instead of 0.4.
 * Segments on whole seconds meet such thresholds exactly, so the same doubles are made here.
 */
public final class Thresholds {
    private static final int MOST = 1000;

    private Thresholds() {}

    /** The RatSeizure benchmark's: 0.3 to 0.7 in steps of 0.1. */
    public static List<Double> ratSeizure() {
        return evenly(0.3, 0.7, 5);
    }

    /** As numpy: {@code start + i · ((stop − start) / (count − 1))}, the last one exactly {@code stop}. */
    public static List<Double> evenly(double start, double stop, int count) {
        List<Double> values = new ArrayList<>(count);
        double step = count > 1 ? (stop - start) / (count - 1) : 0;
        for (int i = 0; i < count; i++) {
            values.add(i > 0 && i == count - 1 ? stop : i * step + start);
        }
        return List.copyOf(values);
    }

    /**
     * Reads {@code 0.3:0.1:0.7} (start, step, stop) or {@code 0.3,0.5}.
     *
     * @throws IllegalArgumentException with a sentence for the user when the text is something else
     */
    public static List<Double> parse(String text) {
        List<Double> values;
        try {
            String[] parts = text.strip().split(":", -1);
            values = switch (parts.length) {
                case 1 ->
                    List.of(text.split(",", -1)).stream()
                            .map(part -> Double.valueOf(part.strip()))
                            .toList();
                case 3 ->
                    stepped(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
                default -> List.of();
            };
        } catch (NumberFormatException e) {
            values = List.of();
        }
        if (values.isEmpty() || values.stream().anyMatch(value -> !(value > 0 && value <= 1))) {
            throw new IllegalArgumentException("“" + text + "” is not a list of thresholds above 0 and up to 1. "
                    + "Write start:step:stop, for example 0.3:0.1:0.7, or values with commas, for example 0.3,0.5.");
        }
        return values;
    }

    private static List<Double> stepped(double start, double step, double stop) {
        double count = Math.floor((stop - start) / step + 1e-6) + 1;
        if (!(step > 0 && count >= 1 && count <= MOST)) {
            return List.of();
        }
        double last = start + (count - 1) * step;
        return evenly(start, Math.abs(last - stop) < 1e-6 ? stop : last, (int) count);
    }
}
