package org.ictograph.exchange;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The annotations of a benchmark.
 *
 * @param clips sorted by id; ids are unique
 */
public record AnnotationDatabase(List<AnnotatedClip> clips) {
    public AnnotationDatabase {
        clips = clips.stream().sorted(Comparator.comparing(AnnotatedClip::id)).toList();
        if (clips.stream().map(AnnotatedClip::id).distinct().count() != clips.size()) {
            throw new IllegalArgumentException("Each clip needs an id of its own.");
        }
    }

    /** The clips of one subset; capital letters do not matter. */
    public AnnotationDatabase subset(String name) {
        return new AnnotationDatabase(clips.stream()
                .filter(clip -> clip.subset().equalsIgnoreCase(name))
                .toList());
    }

    /** The names of the label numbers that occur. */
    public SortedMap<Integer, String> labelNames() {
        SortedMap<Integer, String> names = new TreeMap<>();
        for (AnnotatedClip clip : clips) {
            for (LabelledSegment segment : clip.segments()) {
                segment.labelId().ifPresent(id -> names.putIfAbsent(id, segment.label()));
            }
        }
        return names;
    }
}
