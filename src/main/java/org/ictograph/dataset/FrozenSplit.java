package org.ictograph.dataset;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A split that was made once and is kept: which animal is in which part. It is a file of every data set; a later export
 * that is given it leaves each animal where it is and deals only new ones.
 *
 * @param format version of the file's layout
 * @param animals by name; also such that have no clip at present
 */
public record FrozenSplit(int format, SplitRule rule, List<Animal> animals) {
    /** The version that this program writes, and the newest that it reads. */
    public static final int FORMAT = 1;

    /** Name of the file that holds it. */
    public static final String FILE = "split.json";

    /**
     * Where an animal is.
     *
     * @param litter empty when not known
     * @param part name of one of the rule's parts
     */
    public record Animal(String name, String litter, String part) {}

    public FrozenSplit {
        animals = animals.stream().sorted(Comparator.comparing(Animal::name)).toList();
        List<String> parts = rule.partNames();
        if (!animals.stream().allMatch(animal -> parts.contains(animal.part()))
                || animals.stream().map(Animal::name).distinct().count() != animals.size()) {
            throw new IllegalArgumentException("Every animal is in exactly one of the parts.");
        }
    }

    /** Part by animal. */
    Map<String, String> parts() {
        return new TreeMap<>(animals.stream().collect(Collectors.toMap(Animal::name, Animal::part)));
    }

    /** Litter by animal. */
    Map<String, String> litters() {
        return new TreeMap<>(animals.stream().collect(Collectors.toMap(Animal::name, Animal::litter)));
    }
}
