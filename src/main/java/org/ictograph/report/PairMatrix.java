package org.ictograph.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private static final double HIGHEST = 44;

    /** Where the cells lie: right of the names of the rows, and how large they are. */
    private record Cells(double left, double width, double height) {
        static Cells of(List<String> names, double width, double height) {
            double left = Sketch.namesOf(names, NAMES, width);
            int raters = Math.max(1, names.size());
            return new Cells(left, (width - left) / raters, Math.min(HIGHEST, (height - TOP) / raters));
        }

        double x(int column) {
            return left + column * width;
        }

        double y(int row) {
            return TOP + row * height;
        }
    }

    private PairMatrix() {}

    /**
     * Where a name does not fit above its column, all columns have the numbers of the rows instead.
     *
     * @param measure name of a figure of the pairs, for example {@code cohen_kappa}
     */
    public static Drawing draw(
            GroupReport report, String label, String measure, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<String> raters = report.raters();
        List<String> numbered = IntStream.range(0, raters.size())
                .mapToObj(i -> (i + 1) + " " + raters.get(i))
                .toList();
        Cells plain = Cells.of(raters, width, height);
        boolean named = raters.stream().allMatch(rater -> Sketch.fits(rater, plain.width));
        Cells cells = named ? plain : Cells.of(numbered, width, height);
        Sketch sketch = new Sketch(width, height);
        for (int i = 0; i < raters.size(); i++) {
            String row = named ? raters.get(i) : numbered.get(i);
            sketch.fitted(
                    cells.left - 8, cells.y(i) + cells.height / 2 + 4, row, cells.left - 10, Align.RIGHT, Hue.INK);
            String column = named ? raters.get(i) : Integer.toString(i + 1);
            sketch.text(cells.x(i) + cells.width / 2, 13, column, Align.CENTRE, Hue.INK);
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
            cell(sketch, cells, new Spot.Two(pair.first(), pair.second()), figure.get(), value, told);
            cell(sketch, cells, new Spot.Two(pair.second(), pair.first()), figure.get(), value, told);
        }
        return sketch.titled(words.text("figure.pairs.title", words.text("agreement.measure." + measure), label));
    }

    private static void cell(Sketch sketch, Cells cells, Spot.Two raters, Figure figure, String value, String told) {
        double strength = Math.max(0, Math.min(1, figure.statistic().value().orElse(0)));
        double x = cells.x(raters.second());
        double y = cells.y(raters.first());
        sketch.box(x + 1, y + 1, cells.width - 2, cells.height - 2, Hue.FIRST, 0.06 + 0.34 * strength);
        sketch.text(x + cells.width / 2, y + cells.height / 2 + 4, value, Align.CENTRE, Hue.INK);
        sketch.spot(x + 1, y + 1, cells.width - 2, cells.height - 2, told, raters);
    }
}
