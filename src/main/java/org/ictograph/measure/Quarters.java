package org.ictograph.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Cuts the cages of a comparison, in their order, into four parts, to see whether the raters drift apart. */
final class Quarters {
    static final int COUNT = 4;

    private Quarters() {}

    static <C> List<C> of(List<C> cages, int quarter) {
        return cages.subList(cages.size() * quarter / COUNT, cages.size() * (quarter + 1) / COUNT);
    }

    static List<LabelDetail.Quarter> counted(List<CageComparison> cages, AgreementParameters parameters) {
        List<LabelDetail.Quarter> quarters = new ArrayList<>();
        for (int quarter = 0; quarter < COUNT; quarter++) {
            List<CageComparison> part = of(cages, quarter);
            OptionalLong onset = EdgeDifferences.of(part.stream()
                            .flatMap(cage -> cage.onsetDifferences().stream())
                            .toList())
                    .median();
            quarters.add(new LabelDetail.Quarter(
                    part.size(),
                    part.stream().map(CageComparison::bins).reduce(BinTable.EMPTY, BinTable::plus),
                    part.stream()
                            .map(cage -> cage.events(parameters.loosest()))
                            .reduce(EventCounts.NONE, EventCounts::plus),
                    onset));
        }
        return quarters;
    }
}
