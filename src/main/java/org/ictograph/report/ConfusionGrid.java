package org.ictograph.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ictograph.measure.LabelConfusion;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/**
 * Which label the second rater gave to the events of the first; the last row and column are none. Where names are too long for
 * columns, rows have numbers before their names and columns the numbers.
 */
public final class ConfusionGrid {
    private static final double NAMES = 150;
    private static final double TOP = 20;

    private ConfusionGrid() {}

    /** Labels that neither rater used are left out. */
    public static Drawing draw(
            LabelConfusion confusion,
            List<LabelConfusion.Crossing> crossings,
            String first,
            String second,
            Words words,
            double width,
            double height) {
        int none = confusion.labels().size();
        int[] used = IntStream.rangeClosed(0, none)
                .filter(label -> label == none
                        || IntStream.rangeClosed(0, none)
                                .anyMatch(other -> confusion.count(label, other) + confusion.count(other, label) > 0))
                .toArray();
        Map<List<Integer>, Set<UUID>> behind = new HashMap<>();
        for (LabelConfusion.Crossing crossing : crossings) {
            Set<UUID> marks =
                    behind.computeIfAbsent(List.of(crossing.first(), crossing.second()), key -> new HashSet<>());
            marks.addAll(crossing.marks());
        }
        Sketch sketch = new Sketch(width, height);
        List<String> columns = IntStream.of(used)
                .mapToObj(label -> name(confusion, label, words))
                .toList();
        double plain = Sketch.namesOf(columns, NAMES, width);
        boolean numbered =
                columns.stream().anyMatch(name -> name.length() * Sketch.LETTER > (width - plain) / used.length - 4);
        List<String> rows = numbered
                ? IntStream.range(0, used.length)
                        .mapToObj(r -> (r + 1) + " " + columns.get(r))
                        .toList()
                : columns;
        double names = Sketch.namesOf(rows, NAMES, width);
        double cell = (width - names) / used.length;
        double row = Math.min(32, (height - TOP) / used.length);
        for (int r = 0; r < used.length; r++) {
            sketch.fitted(names - 8, TOP + r * row + row / 2 + 4, rows.get(r), names - 10, Align.RIGHT, Hue.INK);
            sketch.text(
                    names + r * cell + cell / 2,
                    13,
                    numbered ? String.valueOf(r + 1) : columns.get(r),
                    Align.CENTRE,
                    Hue.INK);
            double whole =
                    IntStream.rangeClosed(0, none).map(row(confusion, used[r])).sum();
            for (int c = 0; c < used.length; c++) {
                int count = confusion.count(used[r], used[c]);
                double x = names + c * cell;
                double y = TOP + r * row;
                sketch.box(
                        x + 1,
                        y + 1,
                        cell - 2,
                        row - 2,
                        r == c ? Hue.FIRST : Hue.SECOND,
                        count == 0 ? 0.04 : 0.1 + 0.4 * count / whole);
                if (count > 0) {
                    sketch.text(x + cell / 2, y + row / 2 + 4, String.valueOf(count), Align.CENTRE, Hue.INK);
                    sketch.spot(
                            x + 1,
                            y + 1,
                            cell - 2,
                            row - 2,
                            words.text(
                                    "figure.confusion.spot",
                                    count,
                                    first,
                                    name(confusion, used[r], words),
                                    second,
                                    name(confusion, used[c], words)),
                            behind.getOrDefault(List.of(used[r], used[c]), Set.of()));
                }
            }
        }
        return sketch.titled(words.text("figure.confusion.title", first, second));
    }

    private static java.util.function.IntUnaryOperator row(LabelConfusion confusion, int row) {
        return column -> confusion.count(row, column);
    }

    private static String name(LabelConfusion confusion, int label, Words words) {
        return label == confusion.labels().size()
                ? words.text("figure.none")
                : confusion.labels().get(label);
    }
}
