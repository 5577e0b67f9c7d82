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
        Map<String, Double> lot = new HashMap<>();
        events.keySet().forEach(animal -> lot.put(animal, random.nextDouble()));
        List<String> order = new ArrayList<>(events.keySet());
        order.sort(Comparator.<String>comparingInt(animal -> -events.getOrDefault(animal, 0))
                .thenComparingDouble(animal -> lot.getOrDefault(animal, 0.0)));
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
        int parts = Math.min(PARTS, having.size());
        int held = random.nextInt(parts);
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
