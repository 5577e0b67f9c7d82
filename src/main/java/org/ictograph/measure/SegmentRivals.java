package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What every model for segments in clips has to beat, none of which knows when anything happens: each label over the whole
 * clip, scored by how common it is among the animals that may be learned from, or by how much moves in the clip.
 */
public final class SegmentRivals {
    private SegmentRivals() {}

    /**
     * A clip with what rivals may know of it.
     *
     * @param part the fold that it is tested in
     * @param labels that occur in it
     */
    public record Known(String id, double seconds, String part, Set<String> labels, OptionalDouble motion) {
        public Known {
            labels = Set.copyOf(labels);
        }
    }

    /** @param learned the clips that may be learned from when that part is tested */
    public static List<ScoredSegment> prior(List<Known> tested, Function<String, List<Known>> learned) {
        List<ScoredSegment> segments = new ArrayList<>();
        for (Known clip : tested) {
            List<Known> seen = learned.apply(clip.part());
            for (String label : labels(seen)) {
                double share = seen.stream()
                        .mapToDouble(one -> one.labels().contains(label) ? 1 : 0)
                        .average()
                        .orElse(0);
                segments.add(whole(clip, label, share));
            }
        }
        return segments;
    }

    /** @param tested all with motion */
    public static List<ScoredSegment> motion(List<Known> tested, Function<String, List<Known>> learned) {
        List<ScoredSegment> segments = new ArrayList<>();
        for (Known clip : tested) {
            labels(learned.apply(clip.part()))
                    .forEach(label ->
                            segments.add(whole(clip, label, clip.motion().orElseThrow())));
        }
        return segments;
    }

    private static Set<String> labels(List<Known> clips) {
        Set<String> labels = new TreeSet<>();
        clips.forEach(clip -> labels.addAll(clip.labels()));
        return labels;
    }

    private static ScoredSegment whole(Known clip, String label, double score) {
        return new ScoredSegment(new Segment(clip.id(), 0, clip.seconds(), label), score);
    }
}
