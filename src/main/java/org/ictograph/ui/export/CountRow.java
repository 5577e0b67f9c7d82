package org.ictograph.ui.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.dataset.PlannedClip;

/**
 * How many clips of each class a part brings, or one animal in it.
 *
 * @param part fold or subset
 * @param animal empty for the sum over the part
 * @param clips by class; a clip of two classes counts in both
 * @param total number of clips, each counted once
 * @param animals the rows of the part's animals; empty for an animal
 */
public record CountRow(String part, String animal, Map<String, Integer> clips, int total, List<CountRow> animals) {
    public CountRow {
        clips = Map.copyOf(clips);
        animals = List.copyOf(animals);
    }

    public int clips(String label) {
        return clips.getOrDefault(label, 0);
    }

    /** One row for each part, in the order of the split, with a row for each animal below it. */
    static List<CountRow> of(DatasetPlan plan) {
        Map<String, Map<String, List<PlannedClip>>> byPart = new LinkedHashMap<>();
        plan.profile().split().parts().forEach(part -> byPart.put(part.name(), new TreeMap<>()));
        for (PlannedClip clip : plan.clips()) {
            byPart.computeIfAbsent(clip.part(), name -> new TreeMap<>())
                    .computeIfAbsent(clip.place().subject(), name -> new ArrayList<>())
                    .add(clip);
        }
        List<CountRow> rows = new ArrayList<>();
        byPart.forEach((part, byAnimal) -> {
            List<CountRow> animals = new ArrayList<>();
            byAnimal.forEach((animal, clips) -> animals.add(row(part, animal, clips, List.of())));
            List<PlannedClip> all =
                    byAnimal.values().stream().flatMap(List::stream).toList();
            rows.add(row(part, "", all, animals));
        });
        return rows;
    }

    private static CountRow row(String part, String animal, List<PlannedClip> clips, List<CountRow> animals) {
        Map<String, Integer> counts = new TreeMap<>();
        clips.forEach(clip -> clip.truth().classes().forEach(label -> counts.merge(label, 1, Integer::sum)));
        return new CountRow(part, animal, counts, clips.size(), animals);
    }

    /** The classes that occur in a plan, the most frequent first. */
    static List<String> classes(DatasetPlan plan) {
        Map<String, Integer> counts = new TreeMap<>();
        plan.clips().forEach(clip -> clip.truth().classes().forEach(label -> counts.merge(label, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
