package org.ictograph.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an export would write and what it leaves out: the dry run.
 *
 * @param clips by recording in the request's order, then by cage, then by time
 * @param animals where the split has each animal, also frozen ones without clips
 * @param seen how much of each animal was filmed and looked at, by name
 * @param obstacle a sentence why this plan cannot be written as a whole, empty when it can
 */
public record DatasetPlan(
        ExportRequest request,
        List<PlannedClip> clips,
        List<FrozenSplit.Animal> animals,
        List<Manifest.Seen> seen,
        List<Refusal> refusals,
        Optional<String> obstacle) {
    public DatasetPlan {
        animals = List.copyOf(animals);
        seen = List.copyOf(seen);
        clips = List.copyOf(clips);
        refusals = List.copyOf(refusals);
    }

    public Profile profile() {
        return request.profile();
    }

    /** Clips of each recording by its name, in the order of the clips. */
    Map<String, List<PlannedClip>> clipsByRecording() {
        return clips.stream().collect(Collectors.groupingBy(clip -> clip.place().recording()));
    }

    /** Clips per class, part and animal, in the order of the parts, by animal and class. A clip of two classes counts in both. */
    public List<PlanCount> counts() {
        record Key(String label, String part, String subject) {}
        Map<Key, Integer> clipsOf = new java.util.HashMap<>();
        for (PlannedClip clip : clips) {
            for (String label : clip.truth().classes()) {
                clipsOf.merge(new Key(label, clip.part(), clip.place().subject()), 1, Integer::sum);
            }
        }
        List<PlanCount> counts = new ArrayList<>();
        clipsOf.forEach((key, n) -> counts.add(new PlanCount(key.label(), key.part(), key.subject(), n)));
        List<String> parts = profile().split().partNames();
        counts.sort(Comparator.<PlanCount>comparingInt(count -> parts.indexOf(count.part()))
                .thenComparing(PlanCount::subject)
                .thenComparing(PlanCount::label));
        return counts;
    }

    /** How much room on the disk the data set may need: a generous guess, which an export asks for before it begins. */
    public long bytes() {
        return Preflight.room(this);
    }

    /** What is left out because of its pictures, which come to light only when a data set is made. */
    public List<Refusal> leftOutForPictures() {
        return refusals.stream()
                .filter(refusal ->
                        refusal.reason() == Refusal.Reason.BLANK || refusal.reason() == Refusal.Reason.SAME_PICTURES)
                .toList();
    }

    /** How often each reason occurs among the refusals. */
    public Map<Refusal.Reason, Integer> refusalCounts() {
        Map<Refusal.Reason, Integer> counts = new EnumMap<>(Refusal.Reason.class);
        refusals.forEach(refusal -> counts.merge(refusal.reason(), 1, Integer::sum));
        return counts;
    }
}
