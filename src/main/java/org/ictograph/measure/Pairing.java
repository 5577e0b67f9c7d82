package org.ictograph.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.ictograph.model.Span;

/**
 * Which event of one list is which event of another: one to one, and as good as possible.
 *
 * <p>Two events may be paired when their likeness reaches the threshold. Among all ways to pair, the one with the most
 * pairs is taken, and among those the one with the greatest sum of likenesses. The outcome depends neither on the order
 * of the lists nor on which list comes first, and a lower threshold never gives fewer pairs; taking the best pair first
 * (as many scoring scripts do) has none of these properties.
 *
 * <p>Events that can be paired directly or through others form a group; each group is solved as an assignment problem.
 */
public final class Pairing {
    private final List<Span> a;
    private final List<Span> b;
    private final Likeness likeness;
    private final double threshold;
    private final int[] partnerOfA;

    private Pairing(List<Span> a, List<Span> b, Likeness likeness, double threshold) {
        this.a = a;
        this.b = b;
        this.likeness = likeness;
        this.threshold = threshold;
        this.partnerOfA = new int[a.size()];
    }

    /**
     * @param threshold above 0; a likeness equal to it is enough
     * @return for every event of {@code a} the index of its partner in {@code b}, or −1
     */
    public static int[] of(List<Span> a, List<Span> b, Likeness likeness, double threshold) {
        Pairing pairing = new Pairing(a, b, likeness, threshold);
        pairing.solve();
        return pairing.partnerOfA;
    }

    private void solve() {
        Arrays.fill(partnerOfA, -1);
        boolean[] seenA = new boolean[a.size()];
        boolean[] seenB = new boolean[b.size()];
        for (int i = 0; i < a.size(); i++) {
            if (!seenA[i]) {
                List<Integer> groupA = new ArrayList<>();
                List<Integer> groupB = new ArrayList<>();
                collect(i, seenA, seenB, groupA, groupB);
                if (groupA.size() == 1 && groupB.size() == 1) {
                    partnerOfA[i] = groupB.get(0);
                } else if (!groupB.isEmpty()) {
                    groupA.sort((x, y) -> a.get(x).compareTo(a.get(y)));
                    groupB.sort((x, y) -> b.get(x).compareTo(b.get(y)));
                    assign(groupA, groupB);
                }
            }
        }
    }

    private boolean alike(int i, int j) {
        return likeness.of(a.get(i), b.get(j)) >= threshold;
    }

    private void collect(int first, boolean[] seenA, boolean[] seenB, List<Integer> groupA, List<Integer> groupB) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        seenA[first] = true;
        while (!open.isEmpty()) {
            int i = open.remove();
            groupA.add(i);
            for (int j = 0; j < b.size(); j++) {
                if (!seenB[j] && alike(i, j)) {
                    seenB[j] = true;
                    groupB.add(j);
                    for (int k = 0; k < a.size(); k++) {
                        if (!seenA[k] && alike(k, j)) {
                            seenA[k] = true;
                            open.add(k);
                        }
                    }
                }
            }
        }
    }

    private void assign(List<Integer> groupA, List<Integer> groupB) {
        boolean aInRows = comesFirst(groupA, groupB);
        List<Integer> rows = aInRows ? groupA : groupB;
        List<Integer> columns = aInRows ? groupB : groupA;
        double[][] weights = new double[rows.size()][columns.size()];
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns.size(); c++) {
                double alike = aInRows
                        ? likeness.of(a.get(rows.get(r)), b.get(columns.get(c)))
                        : likeness.of(a.get(columns.get(c)), b.get(rows.get(r)));
                // One more pair outweighs any gain in likeness.
                weights[r][c] = alike >= threshold ? rows.size() + 1 + alike : 0;
            }
        }
        int[] columnOf = Assignment.greatest(weights);
        for (int r = 0; r < rows.size(); r++) {
            if (weights[r][columnOf[r]] > 0) {
                int row = rows.get(r);
                int column = columns.get(columnOf[r]);
                partnerOfA[aInRows ? row : column] = aInRows ? column : row;
            }
        }
    }

    /** The shorter side is in the rows, and of two equally long ones the earlier, so that ties fall the same way. */
    private boolean comesFirst(List<Integer> groupA, List<Integer> groupB) {
        if (groupA.size() != groupB.size()) {
            return groupA.size() < groupB.size();
        }
        for (int i = 0; i < groupA.size(); i++) {
            int order = a.get(groupA.get(i)).compareTo(b.get(groupB.get(i)));
            if (order != 0) {
                return order < 0;
            }
        }
        return true;
    }
}
