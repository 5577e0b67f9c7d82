package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The localizers that can be chosen, the recommended one first. Immutable. */
public final class Localizers {
    private final List<Localizer> all;

    public Localizers(List<Localizer> all) {
        this.all = List.copyOf(all);
        if (all.stream().map(Localizer::model).distinct().count() != all.size()) {
            throw new IllegalArgumentException("Each localizer needs an id of its own.");
        }
    }

    /** Those that need no weights and run at once. */
    public static Localizers withoutWeights() {
        return new Localizers(List.of(new RhythmLocalizer(), new MotionLocalizer(), new ActivityLocalizer()));
    }

    /** These and more; of those with an id that is taken, none. */
    public Localizers and(List<Localizer> more) {
        List<Localizer> both = new ArrayList<>(all);
        more.stream().filter(one -> byModel(one.model()).isEmpty()).forEach(both::add);
        return new Localizers(both);
    }

    public List<Localizer> all() {
        return all;
    }

    /** @param model id with version, for example {@code rhythm-1} */
    public Optional<Localizer> byModel(String model) {
        return all.stream().filter(localizer -> localizer.model().equals(model)).findFirst();
    }
}
