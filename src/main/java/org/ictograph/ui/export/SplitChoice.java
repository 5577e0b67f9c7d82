package org.ictograph.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.FrozenSplit;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.SplitRule;
import org.ictograph.dataset.SplitShape;
import org.ictograph.dataset.Together;

/**
 * What a person chose about the split.
 *
 * @param folds number of folds; without meaning for shapes that have none
 * @param together what keeps animals in one part
 * @param kept a split that is carried on, which then says shape, folds and seed
 */
public record SplitChoice(SplitShape shape, int folds, List<Together> together, long seed, Optional<KeptSplit> kept) {
    /** A split and the data set or file that it was read from. */
    public record KeptSplit(Path from, FrozenSplit split) {}

    public SplitChoice {
        together = List.copyOf(together);
    }

    static SplitChoice of(SplitRule rule) {
        SplitShape shape = SplitShape.of(rule);
        int folds = shape == SplitShape.FOLDS ? rule.parts().size() : SplitShape.FOLDS_OF_RODEPIL;
        return new SplitChoice(shape, folds, rule.together(), rule.seed(), Optional.empty());
    }

    boolean hasFolds() {
        return shape == SplitShape.FOLDS && kept.isEmpty();
    }

    SplitChoice withShape(SplitShape changed) {
        return new SplitChoice(changed, folds, together, seed, kept);
    }

    SplitChoice withFolds(int changed) {
        return new SplitChoice(shape, changed, together, seed, kept);
    }

    SplitChoice withTogether(List<Together> changed) {
        return new SplitChoice(shape, folds, changed, seed, kept);
    }

    SplitChoice withSeed(long changed) {
        return new SplitChoice(shape, folds, together, changed, kept);
    }

    SplitChoice withKept(Optional<KeptSplit> changed) {
        return new SplitChoice(shape, folds, together, seed, changed);
    }

    ExportOrder order(Profile profile) throws DatasetException {
        Profile shaped = profile.withSplit(shape.rule(profile.split(), Math.max(2, folds)));
        Profile chosen = (shape == SplitShape.FOLDS ? shaped.withFolds(folds) : shaped).withSeed(seed);
        ExportOrder order = ExportOrder.of(chosen.withSplit(chosen.split().withTogether(together)));
        return kept.map(one -> order.keeping(one.split())).orElse(order);
    }
}
