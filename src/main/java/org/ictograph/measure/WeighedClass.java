package org.ictograph.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What is right of one label, once for all, so that its scores can be computed with animals drawn any number of times. */
final class WeighedClass {
    private final int[] ofTruth;
    private final int[] ofPrediction;
    private final boolean[][] hits;
    private final boolean[][] found1;
    private final boolean[][] found5;

    /** @param number of the animal of a segment */
    WeighedClass(ClassDetection detection, Function<Segment, Integer> number) {
        ofTruth = detection.truth().stream().mapToInt(number::apply).toArray();
        ofPrediction = detection.predictions().stream()
                .map(ScoredSegment::segment)
                .mapToInt(number::apply)
                .toArray();
        hits = detection.hits();
        found1 = detection.recalled(1);
        found5 = detection.recalled(5);
    }

    /** Scores at every threshold, not a number where there is no true segment. */
    record Values(List<Double> precisions, List<Double> recalls1, List<Double> recalls5) {
        double precision(int k) {
            return precisions.get(k);
        }

        double precision() {
            return precisions.stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(Double.NaN);
        }

        double recall1(int k) {
            return recalls1.get(k);
        }

        double recall5(int k) {
            return recalls5.get(k);
        }
    }

    Values values(int[] times) {
        double truths = Arrays.stream(ofTruth).map(animal -> times[animal]).sum();
        double[] said =
                Arrays.stream(ofPrediction).mapToDouble(animal -> times[animal]).toArray();
        return new Values(
                Arrays.stream(hits)
                        .map(hit -> truths == 0 ? Double.NaN : ClassDetection.area(hit, said, truths))
                        .toList(),
                recall(found1, times, truths),
                recall(found5, times, truths));
    }

    private List<Double> recall(boolean[][] found, int[] times, double truths) {
        return Arrays.stream(found)
                .map(one -> {
                    double sum = 0;
                    for (int t = 0; t < one.length; t++) {
                        sum += one[t] ? times[ofTruth[t]] : 0;
                    }
                    return truths == 0 ? Double.NaN : sum / truths;
                })
                .toList();
    }
}
