package org.ictograph.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The animals of a report, in the order of their keys: which cage belongs to which, and the draws among them. */
final class Animals {
    private final List<String> keys;
    private final int[] ofCage;
    private final Bootstrap bootstrap;

    /** @param subjects the animal of each cage */
    Animals(List<String> subjects, AgreementParameters parameters) {
        this(subjects, count -> new Bootstrap(count, parameters.resamples(), parameters.seed()));
    }

    /** @param draws the draws among so many animals */
    Animals(List<String> subjects, IntFunction<Bootstrap> draws) {
        this.keys = List.copyOf(new TreeSet<>(subjects));
        this.ofCage = subjects.stream()
                .mapToInt(subject -> Collections.binarySearch(keys, subject))
                .toArray();
        this.bootstrap = draws.apply(keys.size());
    }

    int size() {
        return keys.size();
    }

    String key(int animal) {
        return keys.get(animal);
    }

    /** The animal in a cage, by its place among the animals. */
    int in(int cage) {
        return ofCage[cage];
    }

    Bootstrap bootstrap() {
        return bootstrap;
    }

    /** Adds up the numbers of the cages of each animal. */
    <X> List<double[]> each(List<X> cages, int width, Function<X, double[]> numbers) {
        List<double[]> sums = new ArrayList<>();
        for (int animal = 0; animal < keys.size(); animal++) {
            sums.add(new double[width]);
        }
        for (int cage = 0; cage < cages.size(); cage++) {
            double[] sum = sums.get(ofCage[cage]);
            double[] more = numbers.apply(cages.get(cage));
            for (int i = 0; i < width; i++) {
                sum[i] += more[i];
            }
        }
        return sums;
    }

    /** The numbers of the cages added up over all animals and over every resample of them. */
    <X, C> Resampled<C> sum(List<X> cages, int width, Function<X, double[]> numbers, Function<double[], C> read) {
        return bootstrap.resampled(each(cages, width, numbers), width, read);
    }
}
