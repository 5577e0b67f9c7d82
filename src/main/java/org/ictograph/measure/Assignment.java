package org.ictograph.measure;

import java.util.Arrays;

/**
 * The assignment problem: gives every row a column of its own so that the sum of the chosen weights is greatest.
 *
 * <p>Kuhn–Munkres with potentials and shortest augmenting paths, O(rows² · columns). Rows are added one at a time; each
 * search grows a tree of tight edges (Dijkstra on reduced costs) until it meets a free column.
 */
final class Assignment {
    private Assignment() {}

    /**
     * @param weights as many columns as rows, or more
     * @return the column of every row
     */
    static int[] greatest(double[][] weights) {
        int rows = weights.length;
        int columns = weights[0].length;
        double[] rowPotential = new double[rows + 1];
        double[] columnPotential = new double[columns + 1];
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            rowOf[0] = row;
            augment(weights, rowPotential, columnPotential, rowOf);
        }
        int[] columnOf = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] > 0) {
                columnOf[rowOf[column] - 1] = column - 1;
            }
        }
        return columnOf;
    }

    /** Finds the shortest path from the row parked at column 0 to a free column, and moves the rows along it. */
    private static void augment(double[][] weights, double[] u, double[] v, int[] rowOf) {
        int columns = v.length - 1;
        double[] distance = new double[columns + 1];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] before = new int[columns + 1];
        boolean[] reached = new boolean[columns + 1];
        int at = 0;
        while (rowOf[at] != 0) {
            reached[at] = true;
            int row = rowOf[at];
            int next = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int column = 1; column <= columns; column++) {
                if (reached[column]) {
                    continue;
                }
                double reduced = -weights[row - 1][column - 1] - u[row] - v[column];
                if (reduced < distance[column]) {
                    distance[column] = reduced;
                    before[column] = at;
                }
                if (distance[column] < step) {
                    step = distance[column];
                    next = column;
                }
            }
            for (int column = 0; column <= columns; column++) {
                if (reached[column]) {
                    u[rowOf[column]] += step;
                    v[column] -= step;
                } else {
                    distance[column] -= step;
                }
            }
            at = next;
        }
        while (at != 0) {
            rowOf[at] = rowOf[before[at]];
            at = before[at];
        }
    }
}
