package org.ictograph.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.UUID;
import org.ictograph.model.Span;

/**
 * The bars of one sub-lane, stacked into rows so that none hides another. A bar takes the lowest row whose last bar has
 * ended (interval partitioning by start, which needs the least possible number of rows). Immutable.
 */
public final class BarGroup {
    private record Row(int number, long end) {}

    private final LaneKind kind;
    private final Optional<UUID> raterId;
    private final Optional<String> label;
    private final MarkIndex<Bar> index;
    private final int[] row;
    /** For each row the positions of its bars, by start. Bars of a row never overlap. */
    private final int[][] inRow;

    /** @param raterId whose marks these are; empty for the consensus and for proposals */
    public BarGroup(LaneKind kind, Optional<UUID> raterId, List<Bar> bars) {
        this(kind, raterId, Optional.empty(), bars);
    }

    private BarGroup(LaneKind kind, Optional<UUID> raterId, Optional<String> label, List<Bar> bars) {
        this.kind = kind;
        this.raterId = raterId;
        this.label = label;
        this.index = new MarkIndex<>(bars, Bar::span);
        this.row = new int[bars.size()];
        this.inRow = byRow(stack());
    }

    /** The place of a curve of scores: no bars. */
    public static BarGroup ofScore(String label) {
        return new BarGroup(LaneKind.SCORE, Optional.empty(), Optional.of(label), List.of());
    }

    private int stack() {
        PriorityQueue<Row> busy = new PriorityQueue<>((a, b) -> Long.compare(a.end(), b.end()));
        PriorityQueue<Integer> free = new PriorityQueue<>();
        int opened = 0;
        for (int i = 0; i < row.length; i++) {
            Span span = index.items().get(i).span();
            while (!busy.isEmpty() && busy.peek().end() <= span.start()) {
                free.add(busy.remove().number());
            }
            row[i] = free.isEmpty() ? opened++ : free.remove();
            busy.add(new Row(row[i], span.end()));
        }
        return Math.max(1, opened);
    }

    private int[][] byRow(int rows) {
        int[] sizes = new int[rows];
        for (int at : row) {
            sizes[at]++;
        }
        int[][] positions = new int[rows][];
        for (int i = 0; i < rows; i++) {
            positions[i] = new int[sizes[i]];
        }
        for (int i = row.length - 1; i >= 0; i--) {
            positions[row[i]][--sizes[row[i]]] = i;
        }
        return positions;
    }

    public LaneKind kind() {
        return kind;
    }

    public Optional<UUID> raterId() {
        return raterId;
    }

    /** Which label's scores are here; empty for all but {@link LaneKind#SCORE}. */
    public Optional<String> label() {
        return label;
    }

    /** How many rows the bars need, at least 1. */
    public int rows() {
        return inRow.length;
    }

    /** All bars by start. */
    public List<Bar> bars() {
        return index.items();
    }

    /** The row of the bar at a position in {@link #bars()}, counted from 0. */
    public int rowOf(int position) {
        return row[position];
    }

    /** Shows the brush every bar that can be told apart in a view, row by row; see {@link PixelRuns}. */
    public void paint(Viewport view, Brush brush) {
        for (int at = 0; at < inRow.length; at++) {
            int[] positions = inRow[at];
            int number = at;
            PixelRuns.visit(
                    positions.length,
                    i -> index.start(positions[i]),
                    i -> index.end(positions[i]),
                    view,
                    (i, left, right) -> brush.paint(bars().get(positions[i]), number, left, right));
        }
    }

    /** Shows each bar that overlaps {@code [from, to)} with its row, by start. */
    public void overlapping(long from, long to, BarVisitor visitor) {
        index.overlapping(from, to, i -> visitor.visit(bars().get(i), row[i]));
    }

    /** The bars that overlap a span and lie in one row. */
    public List<Bar> inRow(int wanted, Span span) {
        List<Bar> found = new ArrayList<>();
        overlapping(span.start(), span.end(), (bar, at) -> {
            if (at == wanted) {
                found.add(bar);
            }
        });
        return found;
    }

    /** Is shown bars and their rows. */
    @FunctionalInterface
    public interface BarVisitor {
        void visit(Bar bar, int row);
    }

    /** Draws one bar. */
    @FunctionalInterface
    public interface Brush {
        /**
         * @param left first pixel, may lie left of the view
         * @param right one beyond the last pixel, at least {@code left + 1}
         */
        void paint(Bar bar, int row, double left, double right);
    }
}
