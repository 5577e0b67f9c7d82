package org.ictograph.localizer.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.ictograph.localizer.LocalizerException;

/**
 * Which animals are held out in turn. The first fold is that of {@link AnimalSplit}, so that a model of events that is trained on
 * the first network with the same seed is tested on animals that neither has seen; the other animals are dealt to the rest.
 */
record ClipFolds(List<AnimalSplit> folds) {
    ClipFolds {
        folds = List.copyOf(folds);
    }

    /**
     * @param events number of events of each animal
     * @param most folds
     * @throws LocalizerException when fewer than two animals have events
     */
    static ClipFolds of(SortedMap<String, Integer> events, long seed, int most) throws LocalizerException {
        AnimalSplit first = AnimalSplit.of(events, seed);
        List<AnimalSplit> folds = new ArrayList<>(List.of(first));
        int others = Math.min(most - 1, first.learned().size());
        List<String> order = new ArrayList<>(first.learned());
        order.sort(Comparator.<String>comparingInt(animal -> -events.getOrDefault(animal, 0))
                .thenComparing(Comparator.naturalOrder()));
        for (int fold = 0; fold < others; fold++) {
            List<String> heldOut = new ArrayList<>();
            List<String> learned = new ArrayList<>(first.heldOut());
            for (int i = 0; i < order.size(); i++) {
                (i % others == fold ? heldOut : learned).add(order.get(i));
            }
            heldOut.sort(Comparator.naturalOrder());
            learned.sort(Comparator.naturalOrder());
            folds.add(new AnimalSplit(learned, heldOut));
        }
        return new ClipFolds(folds);
    }
}
