package org.ictograph.model;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One pass of a localizer over one recording.
 *
 * @param model id of the model, for example {@code rhythm-1}
 * @param weights SHA-256 of the model's weights, empty for a model without weights
 * @param parameters every number that the outcome depends on, by name
 * @param tracksHash SHA-256 over the score tracks that the run left in the study file
 */
public record Run(
        UUID id,
        UUID recordingId,
        String model,
        String weights,
        SortedMap<String, Double> parameters,
        String tracksHash)
        implements Entity {
    public Run {
        parameters = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }
}
