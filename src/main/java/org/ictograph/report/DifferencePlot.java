package org.ictograph.report;

import java.util.List;
import java.util.Locale;
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
    public static Drawing draw(LabelAgreement label, double width, double height) {
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
            sketch.text(LEFT - 4, y + 4, Numbers.two(share * widest), Align.RIGHT, Hue.MUTED);
        }
        sketch.text(LEFT, height - FOOT + 14, "0", Align.CENTRE, Hue.MUTED);
        sketch.text(LEFT + plot, height - FOOT + 14, Numbers.two(longest), Align.CENTRE, Hue.MUTED);
        sketch.text(
                LEFT + plot / 2, height - 6, "mean duration, s; above: second minus first, s", Align.CENTRE, Hue.MUTED);
        for (Finding pair : pairs) {
            double x = LEFT + plot * (first(pair) + second(pair)) / 2 / longest;
            double y = middle - (second(pair) - first(pair)) / widest * (middle - 8);
            sketch.box(x - DOT / 2, y - DOT / 2, DOT, DOT, Hue.FIRST, 0.8);
            sketch.spot(
                    x - DOT,
                    y - DOT,
                    2 * DOT,
                    2 * DOT,
                    String.format(
                            Locale.ROOT,
                            "%s of %.2f s and %.2f s, at %.1f s",
                            label.label(),
                            first(pair),
                            second(pair),
                            pair.span().start() / 1e6),
                    Numbers.marks(List.of(pair)));
        }
        level(sketch, sums.bias(), "bias", widest, middle, plot);
        level(sketch, sums.lowerLimit(), "−1.96 SD", widest, middle, plot);
        level(sketch, sums.upperLimit(), "+1.96 SD", widest, middle, plot);
        return sketch.titled("Bland–Altman of durations, " + label.label() + ", " + pairs.size() + " matched events");
    }

    private static void level(
            Sketch sketch, OptionalDouble value, String name, double widest, double middle, double plot) {
        if (value.isPresent()) {
            double y = middle - Math.max(-1, Math.min(1, value.getAsDouble() / widest)) * (middle - 8);
            sketch.dashes(LEFT, y, LEFT + plot, y, Hue.SECOND);
            sketch.text(LEFT + plot + 4, y + 4, name + " " + Numbers.two(value), Align.LEFT, Hue.INK);
        }
    }

    private static double first(Finding pair) {
        return pair.a().orElseThrow().span().length() / 1e6;
    }

    private static double second(Finding pair) {
        return pair.b().orElseThrow().span().length() / 1e6;
    }
}
