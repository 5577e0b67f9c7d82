package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import org.ictograph.measure.Finding;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.model.Span;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** How much later the second rater sets an edge: matched events in bars of equal width; the outer bars are open. */
public final class EdgeHistogram {
    private static final int HALF = 8;
    private static final double LEFT = 30;
    private static final double FOOT = 30;

    private EdgeHistogram() {}

    /** @param step width of a bar, in microseconds */
    public static Drawing draw(
            LabelAgreement label, boolean onset, long step, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<List<Finding>> bars = new ArrayList<>();
        for (int i = 0; i < 2 * HALF; i++) {
            bars.add(new ArrayList<>());
        }
        for (Finding pair : label.pairs()) {
            long at = HALF + Math.floorDiv(difference(pair, onset), step);
            bars.get((int) Math.max(0, Math.min(2 * HALF - 1, at))).add(pair);
        }
        int most = Math.max(1, bars.stream().mapToInt(List::size).max().orElse(1));
        Sketch sketch = new Sketch(width, height);
        double bar = (width - LEFT - 8) / (2 * HALF);
        double base = height - FOOT;
        String edge = onset ? "figure.onset." : "figure.offset.";
        for (int i = 0; i < bars.size(); i++) {
            int count = bars.get(i).size();
            double tall = (base - 18) * count / most;
            double x = LEFT + i * bar;
            sketch.box(x + 1, base - tall, bar - 2, tall, Hue.FIRST, 0.6);
            if (count > 0) {
                sketch.text(x + bar / 2, base - tall - 4, String.valueOf(count), Align.CENTRE, Hue.INK);
                sketch.spot(
                        x,
                        8,
                        bar,
                        base - 8,
                        words.text(
                                edge + kind(i, bars.size()),
                                count,
                                numbers.two((i - HALF) * step / 1e6),
                                numbers.two((i + 1 - HALF) * step / 1e6)),
                        Numbers.marks(bars.get(i)));
            }
            if (i % 4 == 0) {
                sketch.text(x, base + 14, numbers.two((i - HALF) * step / 1e6), Align.CENTRE, Hue.MUTED);
            }
        }
        sketch.line(LEFT, base, width - 8, base, Hue.LINE);
        sketch.dashes(LEFT + HALF * bar, 8, LEFT + HALF * bar, base, Hue.SECOND);
        sketch.text(width / 2, height - 4, words.text(edge + "axis"), Align.CENTRE, Hue.MUTED);
        return sketch.titled(words.text(edge + "title", label.label(), numbers.two((double) step / Span.SECOND)));
    }

    private static String kind(int bar, int bars) {
        if (bar == 0) {
            return "below";
        }
        return bar == bars - 1 ? "above" : "between";
    }

    private static long difference(Finding pair, boolean onset) {
        Span first = pair.a().orElseThrow().span();
        Span second = pair.b().orElseThrow().span();
        return onset ? second.start() - first.start() : second.end() - first.end();
    }
}
