package org.ictograph.measure;

import java.util.OptionalDouble;

/** The agreement figures of more than two raters, also with ratings missing, from a {@link RatingTally}. */
public enum GroupCoefficient {
    /** Mean part of the rater pairs that say the same about a unit. */
    RAW_AGREEMENT("Mean part of the rater pairs that say the same about a bin.") {
        @Override
        double formula(RatingTally t) {
            return t.agreement();
        }
    },
    /** Of two raters of one unit: given that one chose the last category, the chance that the other did too. */
    POSITIVE_AGREEMENT("The chance that another rater marked a bin that one rater marked.") {
        @Override
        double formula(RatingTally t) {
            int last = t.categories() - 1;
            return t.coincidences(last, last) / t.total(last);
        }

        @Override
        String obstacle(RatingTally t) {
            return t.total(t.categories() - 1) > 0 ? "" : "Undefined: no rater marked it.";
        }
    },
    /** Mean part of the ratings that are the last category. */
    PREVALENCE("Mean part of the raters who marked a bin.") {
        @Override
        double formula(RatingTally t) {
            return t.share(t.categories() - 1);
        }
    },
    /** Fleiss (1971), with missing ratings as irrCAC: chance is Σ π². */
    FLEISS_KAPPA("Fleiss’ κ (1971): (agreement − chance) / (1 − chance), chance Σ π² of the mean shares π.") {
        @Override
        double formula(RatingTally t) {
            double chance = 0;
            for (int c = 0; c < t.categories(); c++) {
                chance += t.share(c) * t.share(c);
            }
            return beyondChance(t, chance);
        }

        @Override
        String obstacle(RatingTally t) {
            return withoutVariation(t);
        }
    },
    /** Krippendorff's nominal α from coincidences. */
    KRIPPENDORFF_ALPHA("Krippendorff’s nominal α: 1 − observed / expected disagreement of coincidences.") {
        @Override
        double formula(RatingTally t) {
            double n = 0;
            double alike = 0;
            double alikeByChance = 0;
            for (int c = 0; c < t.categories(); c++) {
                n += t.total(c);
                alike += t.coincidences(c, c);
                alikeByChance += t.total(c) * t.total(c);
            }
            return 1 - (n - alike) * (n - 1) / (n * n - alikeByChance);
        }

        @Override
        String obstacle(RatingTally t) {
            return withoutVariation(t);
        }
    },
    /** Gwet (2008): chance is Σ π(1 − π) / (q − 1). */
    GWET_AC1("Gwet’s AC1 (2008): (agreement − chance) / (1 − chance), chance Σ π(1 − π) / (q − 1), q categories.") {
        @Override
        double formula(RatingTally t) {
            double chance = 0;
            for (int c = 0; c < t.categories(); c++) {
                chance += t.share(c) * (1 - t.share(c)) / (t.categories() - 1);
            }
            return beyondChance(t, chance);
        }

        @Override
        String obstacle(RatingTally t) {
            return withoutVariation(t);
        }
    },
    /** Brennan and Prediger (1981): chance is 1 / q. */
    BRENNAN_PREDIGER("Brennan and Prediger (1981): (agreement − chance) / (1 − chance), chance 1 / q.") {
        @Override
        double formula(RatingTally t) {
            return beyondChance(t, 1.0 / t.categories());
        }

        @Override
        String obstacle(RatingTally t) {
            return withoutVariation(t);
        }
    };

    private final String definition;

    GroupCoefficient(String definition) {
        this.definition = definition;
    }

    /** One sentence for a report. */
    public String definition() {
        return definition;
    }

    abstract double formula(RatingTally tally);

    String obstacle(RatingTally tally) {
        return "";
    }

    /** The value, empty where it is undefined. */
    public OptionalDouble of(RatingTally tally) {
        return undefined(tally).isEmpty() ? OptionalDouble.of(formula(tally)) : OptionalDouble.empty();
    }

    /** The sentence that says why there is no value, empty when there is one. */
    public String undefined(RatingTally tally) {
        return tally.shared() == 0 ? "Undefined: no time that two raters reviewed." : obstacle(tally);
    }

    private static double beyondChance(RatingTally tally, double chance) {
        return (tally.agreement() - chance) / (1 - chance);
    }

    private static String withoutVariation(RatingTally tally) {
        return tally.varies() ? "" : "Undefined: no variation, all raters gave every bin the same answer.";
    }
}
