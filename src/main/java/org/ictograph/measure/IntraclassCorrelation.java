package org.ictograph.measure;

import java.util.OptionalDouble;

/** The forms of Shrout and Fleiss (1979), for single measurements, named as there. */
public enum IntraclassCorrelation {
    /** One-way random, single measurement. */
    ICC_1_1("ICC(1,1)", "one-way random, one rater") {
        @Override
        double part(MeanSquares m) {
            return m.between() - m.within();
        }

        @Override
        double whole(MeanSquares m) {
            return m.between() + (m.judges() - 1) * m.within();
        }
    },
    /** Two-way random, absolute agreement, single measurement; also ICC(A,1). */
    ICC_2_1("ICC(2,1)", "two-way random, absolute agreement, one rater; also ICC(A,1)") {
        @Override
        double part(MeanSquares m) {
            return m.between() - m.error();
        }

        @Override
        double whole(MeanSquares m) {
            return m.between() + (m.judges() - 1) * m.error() + m.judges() * (m.ofJudges() - m.error()) / m.subjects();
        }
    },
    /** Two-way mixed, consistency, single measurement; also ICC(C,1). */
    ICC_3_1("ICC(3,1)", "two-way mixed, consistency, one rater; also ICC(C,1)") {
        @Override
        double part(MeanSquares m) {
            return m.between() - m.error();
        }

        @Override
        double whole(MeanSquares m) {
            return m.between() + (m.judges() - 1) * m.error();
        }
    };

    private static final double ROUNDING = 1e-12;

    private final String form;
    private final String meaning;

    IntraclassCorrelation(String form, String meaning) {
        this.form = form;
        this.meaning = meaning;
    }

    public String form() {
        return form;
    }

    public String meaning() {
        return meaning;
    }

    abstract double part(MeanSquares squares);

    abstract double whole(MeanSquares squares);

    /** The value, empty where nothing varies. */
    public OptionalDouble of(MeanSquares squares) {
        double whole = whole(squares);
        return whole > ROUNDING * squares.scale() ? OptionalDouble.of(part(squares) / whole) : OptionalDouble.empty();
    }
}
