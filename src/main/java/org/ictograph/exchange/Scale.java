package org.ictograph.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the scores of a foreign model become scores from 0 to 1: as they are when all of them lie there, else stretched, so that
 * their order stays.
 */
record Scale(double lowest, double highest, int scored, int all) {
    static Scale of(List<ForeignMark> marks) {
        DoubleSummaryStatistics scores = marks.stream()
                .map(ForeignMark::score)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .summaryStatistics();
        return new Scale(scores.getMin(), scores.getMax(), (int) scores.getCount(), marks.size());
    }

    private boolean stretched() {
        return scored > 0 && (lowest < 0 || highest > 1);
    }

    double of(ForeignMark mark) {
        double score = mark.score().orElse(1);
        if (mark.score().isEmpty() || !stretched()) {
            return score;
        }
        return highest > lowest ? (score - lowest) / (highest - lowest) : 1;
    }

    /** What had to be done to the scores, empty when nothing. */
    Optional<String> sentence() {
        if (scored < all) {
            return Optional.of(
                    scored == 0
                            ? "The file tells no scores; all proposals have the score 1."
                            : (all - scored) + " of them have no score and get 1.");
        }
        return stretched()
                ? Optional.of("Scores run from " + told(lowest) + " to " + told(highest)
                        + "; they were stretched to 0 to 1, in the same order.")
                : Optional.empty();
    }

    private static String told(double score) {
        return new BigDecimal(score, new MathContext(4)).stripTrailingZeros().toPlainString();
    }
}
