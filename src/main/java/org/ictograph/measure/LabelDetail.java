package org.ictograph.measure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * More about how two raters agree on one label.
 *
 * @param figures every further number with its definition
 * @param animals the counts of each animal, by its key
 * @param drift the counts of each quarter of the cages in the order in which they were compared
 */
public record LabelDetail(String label, List<Figure> figures, List<OneAnimal> animals, List<Quarter> drift) {
    public LabelDetail {
        figures = List.copyOf(figures);
        animals = List.copyOf(animals);
        drift = List.copyOf(drift);
    }

    /**
     * One animal.
     *
     * @param reviewedMicros time that both reviewed
     * @param events at the loosest threshold
     */
    public record OneAnimal(String subject, long reviewedMicros, BinTable bins, EventCounts events) {}

    /**
     * A quarter of the cages.
     *
     * @param cages how many
     * @param events at the loosest threshold
     * @param onset median of second minus first, in microseconds
     */
    public record Quarter(int cages, BinTable bins, EventCounts events, OptionalLong onset) {}

    /** The figure with this name. */
    public Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
