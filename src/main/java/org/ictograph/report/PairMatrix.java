package org.ictograph.report;

import java.util.List;
import java.util.Optional;
import org.ictograph.measure.Figure;
import org.ictograph.measure.GroupReport;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;
import org.ictograph.report.drawing.Spot;

/** One measure of one label for every pair of raters; the deeper the shade the better they agree. */
public final class PairMatrix {
    private static final double NAMES = 96;
    private static final double TOP = 20;

    private PairMatrix() {}

    /** @param measure name of a figure of the pairs, for example {@code cohen_kappa} */
    public static Drawing draw(
            GroupReport report, String label, String measure, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<String> raters = report.raters();
        Sketch sketch = new Sketch(width, height);
        double cell = (width - NAMES) / Math.max(1, raters.size());
        double row = Math.min(44, (height - TOP) / Math.max(1, raters.size()));
        for (int i = 0; i < raters.size(); i++) {
            sketch.fitted(NAMES - 8, TOP + i * row + row / 2 + 4, raters.get(i), NAMES - 10, Align.RIGHT, Hue.INK);
            sketch.fitted(NAMES + i * cell + cell / 2, 13, raters.get(i), cell, Align.CENTRE, Hue.INK);
        }
        for (GroupReport.Pair pair : report.pairs()) {
            Optional<Figure> figure = pair.labels().stream()
                    .filter(one -> one.label().equals(label))
                    .findFirst()
                    .flatMap(one -> one.figure(measure));
            if (figure.isEmpty()) {
                continue;
            }
            String told = raters.get(pair.first()) + " · " + raters.get(pair.second()) + ", " + label + ": "
                    + numbers.told(figure.get().statistic());
            String value = numbers.two(figure.get().statistic().value());
            cell(sketch, pair.first(), pair.second(), cell, row, figure.get(), value);
            cell(sketch, pair.second(), pair.first(), cell, row, figure.get(), value);
            sketch.spot(
                    NAMES + pair.second() * cell + 1,
                    TOP + pair.first() * row + 1,
                    cell - 2,
                    row - 2,
                    told,
                    new Spot.Two(pair.first(), pair.second()));
            sketch.spot(
                    NAMES + pair.first() * cell + 1,
                    TOP + pair.second() * row + 1,
                    cell - 2,
                    row - 2,
                    told,
                    new Spot.Two(pair.second(), pair.first()));
        }
        return sketch.titled(words.text("figure.pairs.title", words.text("agreement.measure." + measure), label));
    }

    private static void cell(
            Sketch sketch, int row, int column, double width, double height, Figure figure, String words) {
        double value = Math.max(0, Math.min(1, figure.statistic().value().orElse(0)));
        double x = NAMES + column * width;
        double y = TOP + row * height;
        sketch.box(x + 1, y + 1, width - 2, height - 2, Hue.FIRST, 0.06 + 0.34 * value);
        sketch.text(x + width / 2, y + height / 2 + 4, words, Align.CENTRE, Hue.INK);
    }
}
