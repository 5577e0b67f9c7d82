package org.ictograph.measure;

import java.util.List;
import java.util.Optional;
import org.ictograph.model.LightSchedule;

/**
 * What a diary is to tell.
 *
 * @param label of the events that are counted
 * @param animal only this one; all together when empty
 * @param dose label that stands for the giving of a drug, from which latencies count; none when empty
 * @param lights when it is light
 * @param stages of the scale, in rising order
 * @param labels that share the time budget
 */
public record DiaryQuestion(
        String label,
        Optional<String> animal,
        Optional<String> dose,
        LightSchedule lights,
        List<String> stages,
        List<String> labels) {
    public DiaryQuestion {
        stages = List.copyOf(stages);
        labels = List.copyOf(labels);
    }

    /** The same about another animal or dose. */
    public DiaryQuestion about(Optional<String> one, Optional<String> given) {
        return new DiaryQuestion(label, one, given, lights, stages, labels);
    }
}
