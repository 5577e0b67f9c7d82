package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ictograph.dataset.SplitRule.Part;

/**
 * Deals animals to parts so that each part gets its share of every class.
 *
 * <p>Greedy: the animals with the most positive clips first, then those with the most clips, ties by a seeded hash of the
 * name. Each goes to the part that most lacks what the animal brings: for every class, how full the part already is (clips
 * it has / clips it should have), weighted by how much of that class the animal holds. Ties go to the part with the fewest
 * clips for its share, then to the first. An animal is never divided.
 */
final class SubjectSplit {
    private final SplitRule rule;

    SubjectSplit(SplitRule rule) {
        this.rule = rule;
    }

    /** Name of the part for each animal that has a clip. */
    Map<String, String> deal(List<PlannedClip> clips) {
        Map<String, Holding> subjects = new TreeMap<>();
        Holding all = new Holding();
        for (PlannedClip clip : clips) {
            subjects.computeIfAbsent(clip.place().subject(), name -> new Holding())
                    .add(clip);
            all.add(clip);
        }
        List<String> order = new ArrayList<>(subjects.keySet());
        order.sort(Comparator.<String>comparingInt(name -> -holding(subjects, name).positives)
                .thenComparingInt(name -> -holding(subjects, name).clips)
                .thenComparingLong(name -> SplitMix.rank(rule.seed(), name)));
        Map<Part, Holding> filled = new HashMap<>();
        rule.parts().forEach(part -> filled.put(part, new Holding()));
        Map<String, String> partOf = new TreeMap<>();
        for (String name : order) {
            Holding brought = holding(subjects, name);
            Part part = rule.parts().stream()
                    .min(Comparator.<Part>comparingDouble(p -> brought.meets(held(filled, p), all) / p.share())
                            .thenComparingDouble(p -> held(filled, p).clips / p.share()))
                    .orElseThrow();
            held(filled, part).add(brought);
            partOf.put(name, part.name());
        }
        return partOf;
    }

    /** Why these animals cannot be dealt. */
    Optional<String> obstacle(Collection<String> subjects) {
        int parts = rule.parts().size();
        return subjects.size() >= parts
                ? Optional.empty()
                : Optional.of("The clips come from " + subjects.size() + " animal(s), too few for " + parts
                        + " parts without an animal in two of them; review more animals or ask for fewer folds.");
    }

    private static Holding holding(Map<String, Holding> subjects, String name) {
        return java.util.Objects.requireNonNull(subjects.get(name));
    }

    private static Holding held(Map<Part, Holding> filled, Part part) {
        return java.util.Objects.requireNonNull(filled.get(part));
    }

    /** Clips that an animal or a part has. */
    private static final class Holding {
        private int positives;
        private int clips;
        private final Map<String, Integer> classes = new TreeMap<>();

        void add(PlannedClip clip) {
            clips++;
            positives += clip.truth().positive() ? 1 : 0;
            clip.truth().classes().forEach(name -> classes.merge(name, 1, Integer::sum));
        }

        void add(Holding other) {
            clips += other.clips;
            positives += other.positives;
            other.classes.forEach((name, n) -> classes.merge(name, n, Integer::sum));
        }

        /** How much of what this one brings the part already has, before dividing by the part's share. */
        double meets(Holding part, Holding all) {
            double sum = 0;
            for (Map.Entry<String, Integer> mine : classes.entrySet()) {
                double whole = all.classes.getOrDefault(mine.getKey(), 1);
                sum += mine.getValue() / whole * (part.classes.getOrDefault(mine.getKey(), 0) / whole);
            }
            return sum;
        }
    }
}
