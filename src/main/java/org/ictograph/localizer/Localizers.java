package org.ictograph.localizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The localizers that can be chosen, the recommended one first, and how new ones are made. */
public final class Localizers {
    private final List<Localizer> all;
    private final Supplier<List<Localizer>> made;
    private final Optional<Trainers> trainers;
    private final Optional<Encoders> encoders;
    private final Optional<Computer> computer;
    private final Optional<Trust> trust;
    private final Optional<ClipTrainers> clipTrainers;

    public Localizers(List<Localizer> all) {
        this(all, List::of, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Localizers(
            List<Localizer> all,
            Supplier<List<Localizer>> made,
            Optional<Trainers> trainers,
            Optional<Encoders> encoders,
            Optional<Computer> computer,
            Optional<Trust> trust,
            Optional<ClipTrainers> clipTrainers) {
        this.all = List.copyOf(all);
        this.made = made;
        this.trainers = trainers;
        this.encoders = encoders;
        this.computer = computer;
        this.trust = trust;
        this.clipTrainers = clipTrainers;
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
        return new Localizers(both, made, trainers, encoders, computer, trust, clipTrainers);
    }

    /**
     * The same where new ones can be made, which then stand here as well.
     *
     * @param shelf looks at what was made so far
     */
    public Localizers growing(Supplier<List<Localizer>> shelf, Trainers by) {
        return new Localizers(all, shelf, Optional.of(by), encoders, computer, trust, clipTrainers);
    }

    /** The same where clip encoders can be made, too. */
    public Localizers seeing(Encoders by) {
        return new Localizers(all, made, trainers, Optional.of(by), computer, trust, clipTrainers);
    }

    /** The same where networks for clips can be made, too. */
    public Localizers tellingClips(ClipTrainers by) {
        return new Localizers(all, made, trainers, encoders, computer, trust, Optional.of(by));
    }

    /** How networks for clips are made, where they can be. */
    public Optional<ClipTrainers> clipTrainers() {
        return clipTrainers;
    }

    /** The same where somebody can choose on what networks compute. */
    public Localizers on(Computer chosen) {
        return new Localizers(all, made, trainers, encoders, Optional.of(chosen), trust, clipTrainers);
    }

    /** The same where somebody can say which TorchScript modules may run. */
    public Localizers trusting(Trust given) {
        return new Localizers(all, made, trainers, encoders, computer, Optional.of(given), clipTrainers);
    }

    /** Which TorchScript modules may run, where that can be said. */
    public Optional<Trust> trust() {
        return trust;
    }

    /** On what networks compute, where that can be chosen. */
    public Optional<Computer> computer() {
        return computer;
    }

    /** How clip encoders are made, where they can be. */
    public Optional<Encoders> encoders() {
        return encoders;
    }

    /** How new ones are made, where they can be. */
    public Optional<Trainers> trainers() {
        return trainers;
    }

    public List<Localizer> all() {
        List<Localizer> both = new ArrayList<>(all);
        made.get().stream()
                .filter(one -> all.stream().noneMatch(other -> other.model().equals(one.model())))
                .forEach(both::add);
        return List.copyOf(both);
    }

    /** @param model id with version, for example {@code rhythm-1} */
    public Optional<Localizer> byModel(String model) {
        return all().stream()
                .filter(localizer -> localizer.model().equals(model))
                .findFirst();
    }
}
