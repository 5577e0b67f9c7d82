package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ictograph.dataset.SplitRule.Kind;
import org.ictograph.dataset.SplitRule.Part;

/**
 * Deals animals to parts so that each part gets its share of every class. Animals that belong together are dealt as one.
 *
 * <p>Greedy: first the groups whose part a frozen split fixes, then those with the most positive clips, then those with the
 * most clips, ties by a seeded hash of the first name. Each goes to the part that most lacks what the group brings: for
 * every class, how full the part already is (clips it has / clips it should have), weighted by how much of that class the
 * group holds. Ties go to the part with the fewest clips for its share, then to the first. A group is never divided.
 */
final class SubjectSplit {
    private final SplitRule wanted;
    private final Map<String, String> litters;
    private final Map<String, String> fixed;
    private Optional<String> obstacle = Optional.empty();

    /**
     * What came of it.
     *
     * @param rule with all its parts
     * @param partOf part of each animal, also of frozen ones without clips
     * @param litters litter of each animal, where it is known
     * @param obstacle why it cannot be used, empty when it can
     */
    record Dealt(SplitRule rule, Map<String, String> partOf, Map<String, String> litters, Optional<String> obstacle) {}

    /**
     * @param wanted the rule of the frozen split where there is one
     * @param litters of the study's animals
     */
    SubjectSplit(SplitRule wanted, Map<String, String> litters, Optional<FrozenSplit> frozen) {
        this.wanted = wanted;
        this.litters = new TreeMap<>(frozen.map(FrozenSplit::litters).orElse(Map.of()));
        this.litters.putAll(litters);
        fixed = frozen.map(FrozenSplit::parts).orElse(Map.of());
    }

    Dealt deal(List<PlannedClip> clips) {
        Map<String, NavigableSet<String>> groups = groups(clips);
        Map<String, String> partOf = new TreeMap<>();
        groups.forEach((first, animals) -> fixedPart(animals).ifPresent(part -> partOf.put(first, part)));
        SplitRule rule = rule(groups, partOf);
        Map<String, Holding> held = holdings(groups, clips);
        if (obstacle.isEmpty()) {
            obstacle = tooFew(rule, clips, held.size());
        }
        if (obstacle.isEmpty()) {
            fill(rule, held, partOf);
            obstacle = empty(rule, held, partOf);
        }
        Map<String, String> ofAnimal = new TreeMap<>(fixed);
        partOf.forEach((first, part) ->
                Objects.requireNonNull(groups.get(first)).forEach(animal -> ofAnimal.put(animal, part)));
        return new Dealt(rule, ofAnimal, litters, obstacle);
    }

    /** The groups that have clips, and those of frozen animals, by their first animal. */
    private Map<String, NavigableSet<String>> groups(List<PlannedClip> clips) {
        Map<String, NavigableSet<String>> groups = new TreeMap<>();
        List<ClipPlace> places = clips.stream().map(PlannedClip::place).toList();
        NavigableSet<String> present =
                places.stream().map(ClipPlace::subject).collect(Collectors.toCollection(TreeSet::new));
        Companions.of(places, litters, wanted.together()).groups().values().forEach(animals -> {
            NavigableSet<String> kept = new TreeSet<>(animals);
            kept.removeIf(animal -> !present.contains(animal) && !fixed.containsKey(animal));
            if (kept.stream().anyMatch(present::contains)) {
                groups.put(kept.first(), kept);
            }
        });
        return groups;
    }

    private Optional<String> fixedPart(NavigableSet<String> animals) {
        List<String> parts = animals.stream()
                .filter(fixed::containsKey)
                .map(fixed::get)
                .distinct()
                .toList();
        if (parts.size() > 1) {
            obstacle = Optional.of("The animals "
                    + String.join(
                            ", ", animals.stream().filter(fixed::containsKey).toList())
                    + " belong together (same "
                    + ties() + ") but lie in the parts " + String.join(", ", parts)
                    + " of the split that is to be kept; keep fewer things together or start a new split.");
        }
        return parts.stream().findFirst();
    }

    private String ties() {
        return wanted.together().isEmpty()
                ? "name"
                : String.join(
                        " or ", wanted.together().stream().map(Together::text).toList());
    }

    /** The parts that there are; where each group is a fold of its own, new ones get the next numbers. */
    private SplitRule rule(Map<String, NavigableSet<String>> groups, Map<String, String> partOf) {
        if (wanted.kind() != Kind.EACH_ANIMAL) {
            return wanted;
        }
        int folds = wanted.parts().size();
        for (String first : groups.keySet()) {
            if (!partOf.containsKey(first)) {
                folds++;
                partOf.put(first, Integer.toString(folds));
            }
        }
        return wanted.withFolds(folds);
    }

    private Optional<String> tooFew(SplitRule rule, List<PlannedClip> clips, int groups) {
        int parts = wanted.kind() == Kind.EACH_ANIMAL ? 2 : rule.parts().size();
        boolean kept = !fixed.isEmpty() && wanted.kind() != Kind.EACH_ANIMAL;
        if (groups >= parts || kept) {
            return Optional.empty();
        }
        long animals =
                clips.stream().map(clip -> clip.place().subject()).distinct().count();
        String from = groups < animals
                ? animals + " animals, " + (groups == 1 ? "all" : "in " + groups + " groups") + " of the same " + ties()
                : animals + (animals == 1 ? " animal" : " animals");
        String help =
                groups < animals ? "; keep fewer things together or review more animals" : "; review more animals";
        return Optional.of("The clips come from " + from + ", too few for " + parts
                + " parts without an animal in two of them" + help
                + (groups > 1 ? ", or take " + groups + " folds." : "."));
    }

    private Map<String, Holding> holdings(Map<String, NavigableSet<String>> groups, List<PlannedClip> clips) {
        Map<String, String> firstOf = new HashMap<>();
        groups.forEach((first, animals) -> animals.forEach(animal -> firstOf.put(animal, first)));
        Map<String, Holding> held = new TreeMap<>();
        for (PlannedClip clip : clips) {
            held.computeIfAbsent(Objects.requireNonNull(firstOf.get(clip.place().subject())), name -> new Holding())
                    .add(clip);
        }
        return held;
    }

    private static void fill(SplitRule rule, Map<String, Holding> held, Map<String, String> partOf) {
        Holding all = new Holding();
        held.values().forEach(all::add);
        Map<String, Holding> filled = new HashMap<>();
        rule.parts().forEach(part -> filled.put(part.name(), new Holding()));
        partOf.forEach((first, part) -> holding(filled, part).add(holding(held, first)));
        List<String> order = new ArrayList<>(held.keySet());
        order.removeAll(partOf.keySet());
        order.sort(Comparator.<String>comparingInt(name -> -holding(held, name).positives)
                .thenComparingInt(name -> -holding(held, name).clips)
                .thenComparingLong(name -> SplitMix.rank(rule.seed(), name)));
        for (String name : order) {
            Holding brought = holding(held, name);
            Part part = rule.parts().stream()
                    .min(Comparator.<Part>comparingDouble(
                                    p -> brought.meets(holding(filled, p.name()), all) / p.share())
                            .thenComparingDouble(p -> holding(filled, p.name()).clips / p.share()))
                    .orElseThrow();
            holding(filled, part.name()).add(brought);
            partOf.put(name, part.name());
        }
    }

    /** A frozen split may leave a part without a clip, which training programs cannot read. */
    private static Optional<String> empty(SplitRule rule, Map<String, Holding> held, Map<String, String> partOf) {
        return rule.parts().stream()
                .map(Part::name)
                .filter(part -> rule.kind() != Kind.EACH_ANIMAL
                        && held.keySet().stream().noneMatch(first -> part.equals(partOf.get(first))))
                .findFirst()
                .map(part -> "No animal with clips is in the part " + part
                        + " of the split that is to be kept; review more animals or start a new split.");
    }

    private static Holding holding(Map<String, Holding> held, String name) {
        return Objects.requireNonNull(held.get(name));
    }

    /** Clips that a group or a part has. */
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
