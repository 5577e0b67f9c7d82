package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.EventRate;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.LabelDetail;
import org.ictograph.measure.RatedCage;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** Whether two raters drift apart: F1 and positive agreement in each quarter of the cages, in the order of time. */
public final class DriftPlot {
    private static final double LEFT = 40;
    private static final double FOOT = 34;

    private DriftPlot() {}

    /** @param cages all that were compared, in the same order */
    public static Drawing draw(
            LabelAgreement label, LabelDetail detail, List<RatedCage> cages, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<RatedCage> reviewed =
                cages.stream().filter(cage -> !cage.jointlyReviewed().isEmpty()).toList();
        Sketch sketch = new Sketch(width, height);
        double base = height - FOOT;
        double part = (width - LEFT - 8) / detail.drift().size();
        for (double at : new double[] {0, 0.5, 1}) {
            double y = base - at * (base - 14);
            sketch.line(LEFT, y, width - 8, y, Hue.LINE);
            sketch.text(LEFT - 4, y + 4, numbers.two(at), Align.RIGHT, Hue.MUTED);
        }
        int from = 0;
        for (int i = 0; i < detail.drift().size(); i++) {
            LabelDetail.Quarter quarter = detail.drift().get(i);
            double x = LEFT + i * part;
            OptionalDouble f1 = EventRate.F1.of(quarter.events());
            OptionalDouble positive = Coefficient.POSITIVE_AGREEMENT.of(quarter.bins());
            bar(sketch, x + part * 0.15, part * 0.3, base, f1, Hue.FIRST, "F1", numbers);
            bar(
                    sketch,
                    x + part * 0.55,
                    part * 0.3,
                    base,
                    positive,
                    Hue.SECOND,
                    words.text("agreement.positive"),
                    numbers);
            sketch.text(
                    x + part / 2,
                    base + 28,
                    words.text(
                            "figure.drift.quarter",
                            i + 1,
                            quarter.cages(),
                            quarter.events().a(),
                            quarter.events().b()),
                    Align.CENTRE,
                    Hue.MUTED);
            Set<UUID> here = new ArrayList<>(reviewed.subList(from, from + quarter.cages()))
                    .stream().map(RatedCage::cageId).collect(Collectors.toSet());
            from += quarter.cages();
            Set<UUID> marks = Numbers.marks(label.findings().stream()
                    .filter(finding -> here.contains(finding.cageId()))
                    .toList());
            if (!marks.isEmpty()) {
                String told =
                        words.text("figure.drift.spot", i + 1, label.label(), numbers.two(f1), numbers.two(positive));
                sketch.spot(x + 2, 10, part - 4, height - 12, told, marks);
            }
        }
        return sketch.titled(words.text("figure.drift.title", label.label()));
    }

    private static void bar(
            Sketch sketch,
            double x,
            double width,
            double base,
            OptionalDouble value,
            Hue hue,
            String name,
            Numbers numbers) {
        double tall = (base - 14) * value.orElse(0);
        sketch.box(x, base - tall, width, tall, hue, 0.6);
        sketch.text(x + width / 2, base - tall - 3, numbers.two(value), Align.CENTRE, Hue.INK);
        sketch.text(x + width / 2, base + 13, name, Align.CENTRE, Hue.MUTED);
    }
}
