package org.ictograph.ui.export;

import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.Profile;
import org.ictograph.dataset.Publication;
import org.ictograph.video.Codec;
import org.ictograph.video.Fit;

/**
 * What a person chose on the Export screen.
 *
 * @param base the profile as it is built in
 * @param fit how a cage's crop becomes a clip's picture
 */
public record ExportChoice(Profile base, SplitChoice split, Fit fit, Codec codec, Publication publication) {
    /** The profile as its benchmark has it. */
    static ExportChoice of(Profile base) {
        return new ExportChoice(
                base,
                SplitChoice.of(base.split()),
                base.clip().fit(),
                base.clip().codec(), Publication.NONE);
    }

    ExportChoice withSplit(SplitChoice changed) {
        return new ExportChoice(base, changed, fit, codec, publication);
    }

    ExportChoice withFolds(int changed) {
        return withSplit(split.withFolds(changed));
    }

    ExportChoice withSeed(long changed) {
        return withSplit(split.withSeed(changed));
    }

    ExportChoice withFit(Fit changed) {
        return new ExportChoice(base, split, changed, codec, publication);
    }

    ExportChoice withCodec(Codec changed) {
        return new ExportChoice(base, split, fit, changed, publication);
    }

    ExportChoice withPublication(Publication changed) {
        return new ExportChoice(base, split, fit, codec, changed);
    }

    /** The profile with everything that was chosen. */
    ExportOrder order() throws DatasetException {
        return split.order(base.withClip(base.clip().withFit(fit).withCodec(codec)))
                .published(publication);
    }
}
