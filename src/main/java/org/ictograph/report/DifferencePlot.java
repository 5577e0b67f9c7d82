package org.ictograph.report;

import java.util.List;
import java.util.OptionalDouble;
import org.ictograph.measure.Finding;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.PairSums;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** Bland and Altman (1986): the difference of two durations of one event over their mean, with bias and limits. */
public final class DifferencePlot {
    private static final double LEFT = 44;
    private static final double FOOT = 30;
    private static final double RIGHT = 90;
    private static final double DOT = 6;

    private DifferencePlot() {}

    /** The matched events of one label. */
    public static Drawing draw(LabelAgreement label, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<Finding> pairs = label.pairs();
        Sketch sketch = new Sketch(width, height);
        PairSums sums = PairSums.NONE;
        double longest = 1;
        double widest = 0.1;
        for (Finding pair : pairs) {
            sums = sums.plus(first(pair), second(pair));
            longest = Math.max(longest, (first(pair) + second(pair)) / 2);
            widest = Math.max(widest, Math.abs(second(pair) - first(pair)));
        }
        widest *= 1.15;
        double plot = width - LEFT - RIGHT;
        double middle = (height - FOOT) / 2;
        for (double share : new double[] {-1, -0.5, 0, 0.5, 1}) {
            double y = middle - share * (middle - 8);
            sketch.line(LEFT, y, LEFT + plot, y, Hue.LINE);
            sketch.text(LEFT - 4, y + 4, numbers.two(share * widest), Align.RIGHT, Hue.MUTED);
        }
        sketch.text(LEFT, height - FOOT + 14, "0", Align.CENTRE, Hue.MUTED);
        sketch.text(LEFT + plot, height - FOOT + 14, numbers.two(longest), Align.CENTRE, Hue.MUTED);
        sketch.text(LEFT + plot / 2, height - 6, words.text("figure.durations.axis"), Align.CENTRE, Hue.MUTED);
        for (Finding pair : pairs) {
            double x = LEFT + plot * (first(pair) + second(pair)) / 2 / longest;
            double y = middle - (second(pair) - first(pair)) / widest * (middle - 8);
            sketch.box(x - DOT / 2, y - DOT / 2, DOT, DOT, Hue.FIRST, 0.8);
            sketch.spot(
                    x - DOT,
                    y - DOT,
                    2 * DOT,
                    2 * DOT,
                    words.text(
                            "figure.durations.spot",
                            label.label(),
                            numbers.two(first(pair)),
                            numbers.two(second(pair)),
                            words.number("%.1f", pair.span().start() / 1e6)),
                    Numbers.marks(List.of(pair)));
        }
        level(sketch, sums.bias(), words.text("figure.durations.bias"), numbers, widest, middle, plot);
        level(sketch, sums.lowerLimit(), words.text("figure.durations.low"), numbers, widest, middle, plot);
        level(sketch, sums.upperLimit(), words.text("figure.durations.high"), numbers, widest, middle, plot);
        return sketch.titled(words.text("figure.durations.title", label.label(), pairs.size()));
    }

    private static void level(
            Sketch sketch,
            OptionalDouble value,
            String name,
            Numbers numbers,
            double widest,
            double middle,
            double plot) {
        if (value.isPresent()) {
            double y = middle - Math.max(-1, Math.min(1, value.getAsDouble() / widest)) * (middle - 8);
            sketch.dashes(LEFT, y, LEFT + plot, y, Hue.SECOND);
            sketch.text(LEFT + plot + 4, y + 4, name + " " + numbers.two(value), Align.LEFT, Hue.INK);
        }
    }

    private static double first(Finding pair) {
        return pair.a().orElseThrow().span().length() / 1e6;
    }

    private static double second(Finding pair) {
        return pair.b().orElseThrow().span().length() / 1e6;
    }
}
