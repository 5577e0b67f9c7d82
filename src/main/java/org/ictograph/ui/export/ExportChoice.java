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
 * @param seconds length of a clip; without meaning for profiles whose clips have one length only
 * @param fit how a cage's crop becomes a clip's picture
 */
public record ExportChoice(
        Profile base, SplitChoice split, int seconds, Fit fit, Codec codec, Publication publication) {
    /** The profile as its benchmark has it. */
    static ExportChoice of(Profile base) {
        return new ExportChoice(
                base,
                SplitChoice.of(base.split()),
                base.clip().seconds(),
                base.clip().fit(),
                base.clip().codec(),
                Publication.NONE);
    }

    ExportChoice withSplit(SplitChoice changed) {
        return new ExportChoice(base, changed, seconds, fit, codec, publication);
    }

    ExportChoice withFolds(int changed) {
        return withSplit(split.withFolds(changed));
    }

    ExportChoice withSeed(long changed) {
        return withSplit(split.withSeed(changed));
    }

    ExportChoice withSeconds(int changed) {
        return new ExportChoice(base, split, changed, fit, codec, publication);
    }

    ExportChoice withFit(Fit changed) {
        return new ExportChoice(base, split, seconds, changed, codec, publication);
    }

    ExportChoice withCodec(Codec changed) {
        return new ExportChoice(base, split, seconds, fit, changed, publication);
    }

    ExportChoice withPublication(Publication changed) {
        return new ExportChoice(base, split, seconds, fit, codec, changed);
    }

    /** The profile with everything that was chosen. */
    ExportOrder order() throws DatasetException {
        Profile timed = base.windowed() ? base.withSeconds(seconds) : base;
        return split.order(timed.withClip(timed.clip().withFit(fit).withCodec(codec)))
                .published(publication);
    }
}
