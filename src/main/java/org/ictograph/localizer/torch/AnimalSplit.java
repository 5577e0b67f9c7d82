package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import org.ictograph.localizer.LocalizerException;

/**
 * Which animals a model learns from and on which it is tested: never the same. One of four is held out, of those with many
 * events as of those with few, and at least one on each side has an event.
 */
record AnimalSplit(List<String> learned, List<String> heldOut) {
    private static final int PARTS = 4;

    AnimalSplit {
        learned = List.copyOf(learned);
        heldOut = List.copyOf(heldOut);
    }

    /**
     * @param events number of events of each animal
     * @throws LocalizerException when fewer than two animals have events
     */
    static AnimalSplit of(SortedMap<String, Integer> events, long seed) throws LocalizerException {
        Random random = new Random(seed);
        List<String> order = order(events, random);
        int parts = Math.min(PARTS, having(events, order));
        return part(order, parts, random.nextInt(parts));
    }

    /**
     * With the animals held out that somebody chose.
     *
     * @throws LocalizerException when one of them is not there, or one side has no event
     */
    static AnimalSplit of(SortedMap<String, Integer> events, List<String> heldOut) throws LocalizerException {
        for (String animal : heldOut) {
            if (!events.containsKey(animal)) {
                throw new LocalizerException("There is no animal " + animal + " to hold out, only "
                        + String.join(", ", events.keySet()) + ".");
            }
        }
        List<String> learned = events.keySet().stream()
                .filter(animal -> !heldOut.contains(animal))
                .toList();
        if (learned.stream().noneMatch(animal -> events.getOrDefault(animal, 0) > 0)) {
            throw new LocalizerException("No event is left to learn from when " + String.join(", ", heldOut)
                    + " are held out; hold out fewer animals.");
        }
        if (heldOut.stream().noneMatch(animal -> events.getOrDefault(animal, 0) > 0)) {
            throw new LocalizerException("None of " + String.join(", ", heldOut)
                    + " has an event, so that nothing could be tested; hold out another animal.");
        }
        return new AnimalSplit(learned, heldOut.stream().sorted().toList());
    }

    /**
     * All animals dealt into parts, each of which is held out once.
     *
     * @throws LocalizerException when fewer animals have events than there are parts
     */
    static List<AnimalSplit> folds(SortedMap<String, Integer> events, int folds, long seed) throws LocalizerException {
        List<String> order = order(events, new Random(seed));
        int having = having(events, order);
        if (having < folds) {
            throw new LocalizerException("Only " + having + " animals have events, too few for " + folds
                    + " folds; choose " + having + " or fewer.");
        }
        List<AnimalSplit> splits = new ArrayList<>();
        for (int held = 0; held < folds; held++) {
            splits.add(part(order, folds, held));
        }
        return splits;
    }

    /** Those with most events first; chance decides between equals. */
    private static List<String> order(SortedMap<String, Integer> events, Random random) {
        Map<String, Double> lot = new HashMap<>();
        events.keySet().forEach(animal -> lot.put(animal, random.nextDouble()));
        List<String> order = new ArrayList<>(events.keySet());
        order.sort(Comparator.<String>comparingInt(animal -> -events.getOrDefault(animal, 0))
                .thenComparingDouble(animal -> lot.getOrDefault(animal, 0.0)));
        return order;
    }

    /** How many have events: at least two. */
    private static int having(SortedMap<String, Integer> events, List<String> order) throws LocalizerException {
        List<String> having = order.stream()
                .filter(animal -> events.getOrDefault(animal, 0) > 0)
                .toList();
        if (having.size() == 1) {
            throw new LocalizerException("All events are those of one animal, " + having.get(0)
                    + "; a model is tested on animals that it has not seen, so mark events of a second one.");
        }
        if (having.isEmpty()) {
            throw new LocalizerException("None of the animals has an event, so there is nothing to learn.");
        }
        return having.size();
    }

    private static AnimalSplit part(List<String> order, int parts, int held) {
        List<String> learned = new ArrayList<>();
        List<String> heldOut = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            (i % parts == held ? heldOut : learned).add(order.get(i));
        }
        learned.sort(Comparator.naturalOrder());
        heldOut.sort(Comparator.naturalOrder());
        return new AnimalSplit(learned, heldOut);
    }
}
