package org.ictograph.report;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ictograph.measure.Diary;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.Statistic;
import org.ictograph.model.Mark;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** Lying bars with names: stages of severity, and how much of the time each label takes. In hundredths. */
final class DiaryRows {
    private static final double NAMES = 190;
    private static final double NUMBERS = 150;
    private static final double HEAD = 18;

    private record Row(String name, Statistic percent, String told, Set<UUID> marks) {}

    private DiaryRows() {}

    static Drawing stages(Diary diary, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<Row> rows = diary.stages().stream()
                .map(bar -> {
                    String name = bar.name().isEmpty() ? words.text("figure.stages.none") : bar.name();
                    Statistic percent = DiaryText.percent(bar.share());
                    return new Row(
                            name,
                            percent,
                            words.text("figure.stages.spot", name, bar.count(), numbers.interval(percent)),
                            bar.marks());
                })
                .toList();
        return draw(rows, words, width, height)
                .titled(words.text("figure.stages.title", DiaryText.of(words).who(diary)));
    }

    static Drawing budget(Diary diary, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<Row> rows = diary.budget().stream()
                .map(share -> new Row(
                        share.label(),
                        DiaryText.percent(share.share()),
                        words.text(
                                "figure.budget.spot",
                                share.label(),
                                numbers.two(share.micros() / 1e6),
                                numbers.two(share.reviewed() / (double) LabTime.HOUR),
                                numbers.told(DiaryText.percent(share.share()))),
                        share.marks().stream().map(Mark::id).collect(Collectors.toSet())))
                .toList();
        return draw(rows, words, width, height)
                .titled(words.text("figure.budget.title", DiaryText.of(words).who(diary)));
    }

    private static Sketch draw(List<Row> rows, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        Sketch sketch = new Sketch(width, height);
        Axis axis = Axis.upTo(rows.stream()
                .mapToDouble(
                        row -> row.percent().high().orElse(row.percent().value().orElse(0)))
                .max()
                .orElse(0));
        double scale = (width - NAMES - NUMBERS) / axis.top();
        double tall = Math.min(40, (height - HEAD - 4) / Math.max(1, rows.size()));
        for (double tick : axis.ticks()) {
            double x = NAMES + tick * scale;
            sketch.line(x, HEAD - 4, x, HEAD + tall * rows.size(), Hue.LINE);
            sketch.text(x, HEAD - 7, numbers.round(tick) + " %", Align.CENTRE, Hue.MUTED);
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = HEAD + i * tall;
            double middle = y + tall / 2;
            sketch.fitted(NAMES - 8, middle + 4, row.name(), NAMES - 10, Align.RIGHT, Hue.INK);
            row.percent()
                    .value()
                    .ifPresent(value -> sketch.box(NAMES, y + tall / 5, value * scale, tall * 3 / 5, Hue.FIRST, 0.6));
            if (row.percent().low().isPresent() && row.percent().high().isPresent()) {
                double low = NAMES + row.percent().low().getAsDouble() * scale;
                double high = NAMES + row.percent().high().getAsDouble() * scale;
                sketch.line(low, middle, high, middle, Hue.INK);
                sketch.line(low, middle - 3, low, middle + 3, Hue.INK);
                sketch.line(high, middle - 3, high, middle + 3, Hue.INK);
            }
            sketch.text(width - NUMBERS + 8, middle + 4, numbers.interval(row.percent()), Align.LEFT, Hue.INK);
            sketch.spot(0, y, width, tall - 1, row.told(), row.marks());
        }
        return sketch;
    }
}
