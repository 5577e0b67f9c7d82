package org.ictograph.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a person wants as a data set.
 *
 * @param frozen a split to carry on, in which no animal changes its part
 * @param publication what its makers say about it
 */
public record ExportOrder(Profile profile, Optional<FrozenSplit> frozen, Publication publication) {
    /** The profile with a split of its own. */
    public static ExportOrder of(Profile profile) {
        return new ExportOrder(profile, Optional.empty(), Publication.NONE);
    }

    public ExportOrder withProfile(Profile changed) {
        return new ExportOrder(changed, frozen, publication);
    }

    /** Carries a split on, with its parts; what the profile keeps together is kept together as well. */
    public ExportOrder keeping(FrozenSplit kept) {
        List<Together> ties = Stream.concat(kept.rule().together().stream(), profile.split().together().stream())
                .toList();
        return new ExportOrder(profile.withSplit(kept.rule().withTogether(ties)), Optional.of(kept), publication);
    }

    public ExportOrder published(Publication changed) {
        return new ExportOrder(profile, frozen, changed);
    }
}
