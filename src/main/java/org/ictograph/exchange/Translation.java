package org.ictograph.exchange;

import java.util.Map;
import java.util.Optional;

/**
 * What a foreign file's names are called in a study, where they differ.
 *
 * @param labels label of the protocol by foreign label; an empty one leaves the marks out
 * @param subjects animal or number of a cage by foreign subject
 * @param recordings recording by foreign name of a video
 */
public record Translation(Map<String, String> labels, Map<String, String> subjects, Map<String, String> recordings) {
    /** Every name is the same. */
    public static final Translation NONE = new Translation(Map.of(), Map.of(), Map.of());

    public Translation {
        labels = Map.copyOf(labels);
        subjects = Map.copyOf(subjects);
        recordings = Map.copyOf(recordings);
    }

    Optional<String> label(String foreign) {
        return Optional.ofNullable(labels.get(foreign));
    }

    String subject(String foreign) {
        return subjects.getOrDefault(foreign, foreign);
    }

    /** By the whole path of a video or by its name alone. */
    String recording(String foreign) {
        return recordings.getOrDefault(foreign, recordings.getOrDefault(Alike.last(foreign), foreign));
    }
}
