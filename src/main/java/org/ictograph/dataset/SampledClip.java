package org.ictograph.dataset;

import java.nio.file.Path;
import java.util.List;

/**
 * A clip that was drawn from a data set by chance, with what the set says about it.
 *
 * @param file where it lies
 * @param classes one, or several where labels overlap
 */
public record SampledClip(
        Path file, List<String> classes, String subject, String part, String recording, long startMicros) {
    public SampledClip {
        classes = List.copyOf(classes);
    }
}
