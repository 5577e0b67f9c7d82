package org.ictograph.measure;

import java.util.OptionalDouble;

/**
 * The agreement figures that are computed from a {@link BinTable}. They are shown together: on long quiet video κ and α
 * punish rare events while AC1 and raw agreement flatter them, so none of them may stand alone.
 */
public enum Coefficient {
    /** Part of the bins in which the raters said the same. */
    RAW_AGREEMENT {
        @Override
        double formula(BinTable t) {
            return (double) (t.both() + t.neither()) / t.n();
        }
    },
    /** 2·both / (marks of A + marks of B): the chance that one rater's marked bin is marked by the other. */
    POSITIVE_AGREEMENT {
        @Override
        double formula(BinTable t) {
            return 2.0 * t.both() / (2 * t.both() + t.onlyA() + t.onlyB());
        }

        @Override
        String obstacle(BinTable t) {
            return t.n() == t.neither() ? "Undefined: neither rater marked it." : "";
        }
    },
    /** The same for the bins left free. */
    NEGATIVE_AGREEMENT {
        @Override
        double formula(BinTable t) {
            return 2.0 * t.neither() / (2 * t.neither() + t.onlyA() + t.onlyB());
        }

        @Override
        String obstacle(BinTable t) {
            return t.n() == t.both() ? "Undefined: both raters marked every bin." : "";
        }
    },
    /** Byrt et al. (1993): how far apart the parts are that each rater marked. */
    BIAS {
        @Override
        double formula(BinTable t) {
            return Math.abs(t.onlyA() - t.onlyB()) / (double) t.n();
        }
    },
    /** Mean of the parts that each rater marked. */
    PREVALENCE {
        @Override
        double formula(BinTable t) {
            return marked(t);
        }
    },
    /** Cohen (1960): (po − pe) / (1 − pe), pe from each rater's own margins. */
    COHEN_KAPPA {
        @Override
        double formula(BinTable t) {
            double n = t.n();
            double a = (t.both() + t.onlyA()) / n;
            double b = (t.both() + t.onlyB()) / n;
            return beyondChance(t, a * b + (1 - a) * (1 - b));
        }

        @Override
        String obstacle(BinTable t) {
            return withoutVariation(t);
        }
    },
    /** Scott (1955): as κ, with chance from the mean of both margins. */
    SCOTT_PI {
        @Override
        double formula(BinTable t) {
            double marked = marked(t);
            return beyondChance(t, marked * marked + (1 - marked) * (1 - marked));
        }

        @Override
        String obstacle(BinTable t) {
            return withoutVariation(t);
        }
    },
    /** Krippendorff's α for two raters, two values, nothing missing: 1 − observed / expected disagreement, 2n values. */
    KRIPPENDORFF_ALPHA {
        @Override
        double formula(BinTable t) {
            double values = 2.0 * t.n();
            double ones = 2.0 * t.both() + t.onlyA() + t.onlyB();
            double observed = (double) (t.onlyA() + t.onlyB()) / t.n();
            double expected = 2 * ones * (values - ones) / (values * (values - 1));
            return 1 - observed / expected;
        }

        @Override
        String obstacle(BinTable t) {
            return withoutVariation(t);
        }
    },
    /** Gwet (2008): as κ, with pe = 2·π·(1 − π), π the mean prevalence. */
    GWET_AC1 {
        @Override
        double formula(BinTable t) {
            double marked = marked(t);
            return beyondChance(t, 2 * marked * (1 - marked));
        }

        @Override
        String obstacle(BinTable t) {
            return withoutVariation(t);
        }
    };

    /** One sentence for a report. */
    public String definition() {
        return switch (this) {
            case RAW_AGREEMENT -> "Part of the time bins in which both raters say the same.";
            case POSITIVE_AGREEMENT -> "2 · both / (bins of the first + bins of the second rater).";
            case NEGATIVE_AGREEMENT -> "The same for the bins left free.";
            case BIAS -> "Distance of the parts of bins that each rater marked (Byrt et al. 1993).";
            case PREVALENCE -> "Mean of the parts of bins that each rater marked.";
            case COHEN_KAPPA -> "Cohen (1960): (agreement − chance) / (1 − chance), chance from each rater’s margins.";
            case SCOTT_PI -> "Scott (1955): as κ, chance from the mean margins.";
            case KRIPPENDORFF_ALPHA -> "Krippendorff’s nominal α: 1 − observed / expected disagreement.";
            case GWET_AC1 -> "Gwet (2008): as κ, chance 2π(1 − π) with the prevalence π.";
        };
    }

    /** The value, only asked for when there is no obstacle. */
    abstract double formula(BinTable table);

    /** Why a table with bins has no value, empty when it has one. */
    String obstacle(BinTable table) {
        return "";
    }

    /** The value for one table, empty where it is undefined. */
    public OptionalDouble of(BinTable table) {
        return undefined(table).isEmpty() ? OptionalDouble.of(formula(table)) : OptionalDouble.empty();
    }

    /** The sentence that says why there is no value, empty when there is one. */
    public String undefined(BinTable table) {
        return table.n() == 0 ? "Undefined: no jointly reviewed time." : obstacle(table);
    }

    private static double beyondChance(BinTable table, double chance) {
        return (RAW_AGREEMENT.formula(table) - chance) / (1 - chance);
    }

    private static double marked(BinTable t) {
        return (2.0 * t.both() + t.onlyA() + t.onlyB()) / (2.0 * t.n());
    }

    private static String withoutVariation(BinTable t) {
        return t.varies() ? "" : "Undefined: no variation, both raters gave every bin the same answer.";
    }
}
