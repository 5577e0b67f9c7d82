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
    /** Needs two subjects and two judges at least. */
    public static MeanSquares of(double[][] ratings) {
        int n = ratings.length;
        int k = ratings[0].length;
        double squares = 0;
        double sum = 0;
        double rows = 0;
        double[] ofJudge = new double[k];
        for (double[] row : ratings) {
            double ofRow = 0;
            for (int j = 0; j < k; j++) {
                squares += row[j] * row[j];
                ofRow += row[j];
                ofJudge[j] += row[j];
            }
            rows += ofRow * ofRow / k;
            sum += ofRow;
        }
        double columns = 0;
        for (double judge : ofJudge) {
            columns += judge * judge / n;
        }
        double correction = sum * sum / ((double) n * k);
        return of(n, k, rows - correction, columns - correction, squares - rows, squares / ((double) n * k));
    }

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
