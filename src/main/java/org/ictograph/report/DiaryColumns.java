package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ictograph.measure.Diary;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.Statistic;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** Upright bars with their 95 % intervals: seizures per day, per hour of zeitgeber time, and by duration. */
final class DiaryColumns {
    private static final double LEFT = 48;
    private static final double HEAD = 12;
    private static final double FOOT = 34;

    /** An interval that is much longer than all bars is cut off at the top, so that the bars can be seen. */
    private static final double LONGEST = 3;

    private record Column(String name, Statistic value, String told, Set<UUID> marks) {}

    private final Sketch sketch;
    private final Numbers numbers;
    private final double width;
    private final double base;
    private final List<Column> columns;
    private final Axis axis;
    private final double slot;

    private DiaryColumns(List<Column> columns, Words words, double width, double height) {
        this.columns = columns;
        this.width = width;
        this.sketch = new Sketch(width, height);
        this.numbers = new Numbers(words);
        this.base = height - FOOT;
        this.slot = (width - LEFT - 8) / Math.max(1, columns.size());
        double tallest = columns.stream()
                .mapToDouble(column -> column.value().value().orElse(0))
                .max()
                .orElse(0);
        double highest = columns.stream()
                .mapToDouble(column -> column.value().high().orElse(0))
                .max()
                .orElse(0);
        this.axis = Axis.upTo(tallest > 0 ? Math.min(highest, LONGEST * tallest) : highest);
    }

    static Drawing days(Diary diary, Words words, double width, double height) {
        List<Column> columns = new ArrayList<>();
        for (Diary.Rate day : diary.days()) {
            String date = LabTime.date(day.at()).toString();
            columns.add(column(date.substring(5), date, day, "figure.days.spot", words));
        }
        DiaryColumns figure = new DiaryColumns(columns, words, width, height);
        figure.draw(words.text("figure.days.axis"));
        return figure.sketch.titled(
                words.text("figure.days.title", DiaryText.of(words).who(diary), figure.rate(diary)));
    }

    static Drawing hours(Diary diary, Words words, double width, double height) {
        List<Column> columns = new ArrayList<>();
        for (Diary.Rate hour : diary.hours()) {
            String name = String.valueOf(hour.at());
            columns.add(column(name, name, hour, "figure.hours.spot", words));
        }
        DiaryColumns figure = new DiaryColumns(columns, words, width, height);
        double light = LabTime.lightHours(diary.question().lights());
        figure.sketch.box(
                LEFT + light * figure.slot, HEAD, (24 - light) * figure.slot, figure.base - HEAD, Hue.INK, 0.1);
        figure.draw(words.text("figure.hours.axis"));
        return figure.sketch.titled(
                words.text("figure.hours.title", DiaryText.of(words).who(diary), figure.rate(diary)));
    }

    private static Column column(String name, String full, Diary.Rate rate, String key, Words words) {
        Numbers numbers = new Numbers(words);
        return new Column(
                name,
                rate.rate(),
                words.text(
                        key,
                        full,
                        rate.count(),
                        numbers.two(rate.reviewed() / (double) LabTime.HOUR),
                        numbers.interval(rate.rate())),
                rate.marks());
    }

    static Drawing durations(Diary diary, Words words, double width, double height) {
        Numbers numbers = new Numbers(words);
        List<Column> columns = diary.durations().stream()
                .map(bar -> new Column(
                        bar.name(),
                        bar.share(),
                        words.text(
                                "figure.lasting.spot",
                                bar.name(),
                                bar.count(),
                                numbers.interval(DiaryText.percent(bar.share()))),
                        bar.marks()))
                .toList();
        DiaryColumns figure = new DiaryColumns(
                columns.stream()
                        .map(column -> new Column(
                                column.name(), DiaryText.percent(column.value()), column.told(), column.marks()))
                        .toList(),
                words,
                width,
                height);
        figure.draw(words.text("figure.lasting.axis"));
        return figure.sketch.titled(
                words.text("figure.lasting.title", DiaryText.of(words).who(diary), numbers.interval(diary.duration())));
    }

    private String rate(Diary diary) {
        return numbers.interval(diary.rate());
    }

    private double y(double value) {
        return base - (base - HEAD) * Math.min(1, value / axis.top());
    }

    private void draw(String below) {
        for (double tick : axis.ticks()) {
            sketch.line(LEFT, y(tick), width - 8, y(tick), Hue.LINE);
            sketch.text(LEFT - 6, y(tick) + 4, numbers.round(tick), Align.RIGHT, Hue.MUTED);
        }
        int longest = columns.stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(1);
        int every = (int) Math.max(1, Math.ceil((longest + 1.5) * Sketch.LETTER / slot));
        IntStream.range(0, columns.size()).forEach(i -> column(i, i % every == 0));
        sketch.text(LEFT + (width - LEFT) / 2, base + 28, below, Align.CENTRE, Hue.MUTED);
    }

    private void column(int i, boolean named) {
        Column column = columns.get(i);
        double x = LEFT + i * slot;
        double room = Math.min(4, slot / 5);
        if (named) {
            sketch.text(x + slot / 2, base + 14, column.name(), Align.CENTRE, Hue.MUTED);
        }
        if (column.value().value().isEmpty()) {
            sketch.box(x, base, slot, 3, Hue.LINE, 1);
        } else {
            double top = y(column.value().value().getAsDouble());
            sketch.box(x + room, top, slot - 2 * room, base - top, Hue.FIRST, 0.6);
            limits(column.value(), x + slot / 2, Math.min(3, slot / 4));
        }
        sketch.spot(x, HEAD, slot, base - HEAD + 3, column.told(), column.marks());
    }

    private void limits(Statistic value, double x, double arm) {
        if (value.low().isPresent() && value.high().isPresent()) {
            double low = y(value.low().getAsDouble());
            double high = y(value.high().getAsDouble());
            sketch.line(x, low, x, high, Hue.INK);
            sketch.line(x - arm, low, x + arm, low, Hue.INK);
            if (value.high().getAsDouble() <= axis.top()) {
                sketch.line(x - arm, high, x + arm, high, Hue.INK);
            }
        }
    }
}
