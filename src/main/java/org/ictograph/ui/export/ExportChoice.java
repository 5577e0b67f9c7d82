package org.ictograph.ui.export;

import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.SplitRule;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;

/**
 * What a person chose on the Export screen.
 *
 * @param base the profile as it is built in
 * @param folds number of folds; without meaning for profiles that have none
 * @param fit how a cage's crop becomes a clip's picture
 */
public record ExportChoice(Profile base, int folds, long seed, Fit fit, Codec codec) {
    /** The profile as its benchmark has it. */
    static ExportChoice of(Profile base) {
        return new ExportChoice(
                base,
                base.split().parts().size(),
                base.split().seed(),
                base.clip().fit(),
                base.clip().codec());
    }

    boolean hasFolds() {
        return base.split().kind() == SplitRule.Kind.FOLDS;
    }

    ExportChoice withFolds(int changed) {
        return new ExportChoice(base, changed, seed, fit, codec);
    }

    ExportChoice withSeed(long changed) {
        return new ExportChoice(base, folds, changed, fit, codec);
    }

    ExportChoice withFit(Fit changed) {
        return new ExportChoice(base, folds, seed, changed, codec);
    }

    ExportChoice withCodec(Codec changed) {
        return new ExportChoice(base, folds, seed, fit, changed);
    }

    /** The profile with everything that was chosen. */
    Profile profile() throws DatasetException {
        Profile chosen = base.withSeed(seed).withClip(base.clip().withFit(fit).withCodec(codec));
        return hasFolds() ? chosen.withFolds(folds) : chosen;
    }
}
