package org.ictograph.ui.export;

import java.util.List;
import java.util.Optional;
import org.ictograph.dataset.DatasetException;
import org.ictograph.dataset.ExportOrder;
import org.ictograph.dataset.JointForm;
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
 * @param copies further codecs that every clip is written in
 * @param joints what is told of joints; empty for profiles that tell nothing of them
 * @param features the model whose encoder measures each clip; empty for none
 */
public record ExportChoice(
        Profile base,
        SplitChoice split,
        int seconds,
        Fit fit,
        Codec codec,
        List<Codec> copies,
        Optional<JointForm> joints,
        String features,
        Publication publication) {
    public ExportChoice {
        copies = List.copyOf(copies);
    }

    /** The profile as its benchmark has it. */
    static ExportChoice of(Profile base) {
        return new ExportChoice(
                base,
                SplitChoice.of(base.split()),
                base.clip().seconds(),
                base.clip().fit(),
                base.clip().codec(),
                base.clip().copies(),
                Optional.ofNullable(base.joints()),
                "",
                Publication.NONE);
    }

    ExportChoice withSplit(SplitChoice changed) {
        return new ExportChoice(base, changed, seconds, fit, codec, copies, joints, features, publication);
    }

    ExportChoice withFolds(int changed) {
        return withSplit(split.withFolds(changed));
    }

    ExportChoice withSeed(long changed) {
        return withSplit(split.withSeed(changed));
    }

    ExportChoice withSeconds(int changed) {
        return new ExportChoice(base, split, changed, fit, codec, copies, joints, features, publication);
    }

    ExportChoice withFit(Fit changed) {
        return new ExportChoice(base, split, seconds, changed, codec, copies, joints, features, publication);
    }

    ExportChoice withCodec(Codec changed) {
        return new ExportChoice(base, split, seconds, fit, changed, copies, joints, features, publication);
    }

    ExportChoice withCopies(List<Codec> changed) {
        return new ExportChoice(base, split, seconds, fit, codec, changed, joints, features, publication);
    }

    ExportChoice withJoints(JointForm changed) {
        return new ExportChoice(base, split, seconds, fit, codec, copies, Optional.of(changed), features, publication);
    }

    ExportChoice withFeatures(String changed) {
        return new ExportChoice(base, split, seconds, fit, codec, copies, joints, changed, publication);
    }

    ExportChoice withPublication(Publication changed) {
        return new ExportChoice(base, split, seconds, fit, codec, copies, joints, features, changed);
    }

    /** The profile with everything that was chosen. */
    ExportOrder order() throws DatasetException {
        Profile told = joints.map(base::withJoints).orElse(base);
        Profile timed = told.windowed() ? told.withSeconds(seconds) : told;
        return split.order(timed.withClip(
                        timed.clip().withFit(fit).withCodec(codec).withCopies(copies)))
                .published(publication);
    }
}
