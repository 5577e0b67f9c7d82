package org.ictograph.report;

import java.util.List;
import java.util.function.Function;
import org.ictograph.measure.AgreementReport;
import org.ictograph.measure.Coefficient;
import org.ictograph.measure.LabelAgreement;
import org.ictograph.measure.Statistic;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** A bar for each label with its 95 % interval; κ never without the positive agreement below it. */
public final class LabelBars {
    private static final double NAMES = 150;
    private static final double NUMBERS = 120;

    /** Where bars begin, and how long one of 1 is. */
    private record Scale(double left, double whole) {
        double at(double value) {
            return left + value * whole;
        }
    }

    private LabelBars() {}

    /** Labels that somebody marked: F1 of events at the middle threshold, κ and positive agreement of time. */
    public static Drawing draw(AgreementReport report, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<LabelAgreement> labels = report.labels().stream()
                .filter(label -> !label.findings().isEmpty())
                .toList();
        Sketch sketch = new Sketch(width, height);
        double names = Sketch.namesOf(labels.stream().map(LabelAgreement::label).toList(), NAMES, width);
        Scale scale = new Scale(names, width - names - NUMBERS);
        double row = Math.min(48, (height - 18) / Math.max(1, labels.size()));
        for (double at : new double[] {0, 0.25, 0.5, 0.75, 1}) {
            double x = scale.at(at);
            sketch.line(x, 14, x, 18 + row * labels.size(), Hue.LINE);
            sketch.text(x, 11, numbers.two(at), Align.CENTRE, Hue.MUTED);
        }
        for (int i = 0; i < labels.size(); i++) {
            LabelAgreement label = labels.get(i);
            double y = 18 + i * row;
            sketch.fitted(names - 8, y + row / 2 + 4, label.label(), names - 10, Align.RIGHT, Hue.INK);
            bar(sketch, y + 1, row / 2 - 2, scale, f1(label), Hue.FIRST);
            bar(
                    sketch,
                    y + row / 2,
                    row / 4 - 1,
                    scale,
                    time(Coefficient.COHEN_KAPPA).apply(label),
                    Hue.SECOND);
            bar(
                    sketch,
                    y + row * 3 / 4,
                    row / 4 - 2,
                    scale,
                    time(Coefficient.POSITIVE_AGREEMENT).apply(label),
                    Hue.MUTED);
            sketch.text(width - NUMBERS + 8, y + row / 2 + 4, numbers.interval(f1(label)), Align.LEFT, Hue.INK);
            String told = words.text(
                    "figure.labels.spot",
                    label.label(),
                    numbers.told(f1(label)),
                    numbers.told(time(Coefficient.COHEN_KAPPA).apply(label)),
                    numbers.told(time(Coefficient.POSITIVE_AGREEMENT).apply(label)),
                    numbers.told(time(Coefficient.PREVALENCE).apply(label)));
            sketch.spot(0, y, width, row - 1, told, Numbers.marks(label.findings()));
        }
        double iou = report.parameters()
                .likenesses()
                .get(report.parameters().likenesses().size() / 2);
        return sketch.titled(words.text("figure.labels.title", iou));
    }

    private static Statistic f1(LabelAgreement label) {
        return label.events().get(label.events().size() / 2).f1();
    }

    private static Function<LabelAgreement, Statistic> time(Coefficient coefficient) {
        return label -> label.time().statistic(coefficient);
    }

    private static void bar(Sketch sketch, double y, double height, Scale scale, Statistic statistic, Hue hue) {
        if (statistic.value().isEmpty()) {
            sketch.text(scale.left() + 4, y + height, "–", Align.LEFT, Hue.MUTED);
            return;
        }
        sketch.box(
                scale.left(),
                y,
                Math.max(1, scale.whole() * Math.min(1, statistic.value().getAsDouble())),
                height,
                hue,
                0.55);
        if (statistic.low().isPresent() && statistic.high().isPresent()) {
            double middle = y + height / 2;
            double low = scale.at(Math.max(0, statistic.low().getAsDouble()));
            double high = scale.at(Math.min(1, statistic.high().getAsDouble()));
            sketch.line(low, middle, high, middle, Hue.INK);
            sketch.line(low, middle - 2, low, middle + 2, Hue.INK);
            sketch.line(high, middle - 2, high, middle + 2, Hue.INK);
        }
    }
}
