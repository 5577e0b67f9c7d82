package org.ictograph.measure;

/**
 * The analysis of variance behind the intraclass correlation: subjects in rows, judges in columns, nothing missing.
 *
 * @param subjects number of rows
 * @param judges number of columns
 * @param between subjects (MSB)
 * @param within subjects (MSW)
 * @param ofJudges between judges (MSJ)
 * @param error what is left (MSE)
 * @param scale mean of the squared values, to tell a true 0 from rounding
 */
public record MeanSquares(
        long subjects, int judges, double between, double within, double ofJudges, double error, double scale) {
    /** From sums of squares: between subjects, between judges and within subjects. Needs two subjects and two judges at least. */
    static MeanSquares of(long n, int k, double between, double ofJudges, double within, double scale) {
        return new MeanSquares(
                n,
                k,
                between / (n - 1),
                within / ((double) n * (k - 1)),
                ofJudges / (k - 1),
                (within - ofJudges) / ((double) (n - 1) * (k - 1)),
                scale);
    }
}
