package org.ictograph.localizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A clip encoder that was made from films alone.
 *
 * @param folder where it lies
 * @param clips that it has seen
 * @param animals names of the animals in them
 * @param losses mean squared difference between hidden and guessed places, of each round
 * @param remarks sentences about what to beware of
 */
public record Pretrained(
        String model, Path folder, int clips, List<String> animals, List<Double> losses, List<String> remarks) {
    public Pretrained {
        animals = List.copyOf(animals);
        losses = List.copyOf(losses);
        remarks = List.copyOf(remarks);
    }

    /** The same with more to beware of. */
    public Pretrained and(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Pretrained(model, folder, clips, animals, losses, all);
    }
}
