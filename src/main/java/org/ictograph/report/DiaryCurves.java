package org.ictograph.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ictograph.measure.Diary;
import org.ictograph.measure.ExactLimits;
import org.ictograph.measure.LabTime;
import org.ictograph.measure.Survival;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** Steps over time with their 95 % limits dashed: how many events there were, and how many doses no event has followed yet. */
final class DiaryCurves {
    private static final double LEFT = 48;
    private static final double HEAD = 12;
    private static final double FOOT = 34;

    private final Sketch sketch;
    private final Numbers numbers;
    private final double width;
    private final double base;

    private DiaryCurves(Words words, double width, double height) {
        this.sketch = new Sketch(width, height);
        this.numbers = new Numbers(words);
        this.width = width;
        this.base = height - FOOT;
    }

    static Drawing cumulative(Diary diary, Words words, double width, double height) {
        DiaryCurves figure = new DiaryCurves(words, width, height);
        diary.dates().ifPresent(dates -> figure.counted(diary, dates, words));
        return figure.sketch.titled(
                words.text("figure.cumulative.title", DiaryText.of(words).who(diary)));
    }

    private void counted(Diary diary, Span dates, Words words) {
        List<Diary.Event> events = diary.dated();
        Axis axis = Axis.upTo(diary.counts().get(events.size()).high());
        grid(axis);
        double scale = (width - LEFT - 12) / dates.length();
        SpanSet seen = new SpanSet(diary.seen().values().stream()
                .flatMap(set -> set.spans().stream())
                .toList());
        for (Span dark : LabTime.dark(dates, diary.question().lights())) {
            sketch.box(
                    LEFT + (dark.start() - dates.start()) * scale,
                    HEAD,
                    dark.length() * scale,
                    base - HEAD,
                    Hue.INK,
                    0.06);
        }
        for (Span span : seen.spans()) {
            sketch.box(
                    LEFT + (span.start() - dates.start()) * scale,
                    base,
                    Math.max(0.5, span.length() * scale),
                    4,
                    Hue.MUTED,
                    0.8);
        }
        double x = LEFT;
        for (int count = 0; count <= events.size(); count++) {
            double next = count < events.size()
                    ? LEFT + (events.get(count).at().orElse(0) - dates.start()) * scale
                    : width - 12;
            ExactLimits limits = diary.counts().get(count);
            level(x, next, count, axis, Hue.FIRST);
            edge(x, next, limits.low(), axis);
            edge(x, next, limits.high(), axis);
            if (count < events.size()) {
                rise(next, count, count + 1, axis, Hue.FIRST);
                Diary.Event event = events.get(count);
                spot(
                        next,
                        y(count + 1, axis),
                        words.text(
                                "figure.cumulative.spot",
                                DiaryText.moment(event.at().orElse(0)),
                                event.animal(),
                                count + 1),
                        event.mark().id());
            }
            x = next;
        }
        sketch.text(LEFT, base + 18, DiaryText.moment(dates.start()), Align.LEFT, Hue.MUTED);
        sketch.text(width - 12, base + 18, DiaryText.moment(dates.end()), Align.RIGHT, Hue.MUTED);
        sketch.text(
                LEFT + (width - LEFT) / 2, base + 28, words.text("figure.cumulative.axis"), Align.CENTRE, Hue.MUTED);
    }

    static Drawing latency(Diary diary, Words words, double width, double height) {
        DiaryCurves figure = new DiaryCurves(words, width, height);
        if (!diary.doses().isEmpty()) {
            figure.followed(diary, words);
        }
        Optional<String> dose = diary.question().dose();
        String title = dose.map(label -> words.text(
                        "figure.latency.title",
                        DiaryText.of(words).who(diary),
                        label,
                        diary.doses().size(),
                        figure.numbers.interval(DiaryText.times(diary.latency().median(), 1 / (60.0 * Span.SECOND)))))
                .orElseGet(() -> words.text("figure.latency.none"));
        return figure.sketch.titled(title);
    }

    private void followed(Diary diary, Words words) {
        long longest =
                diary.doses().stream().mapToLong(Diary.Dose::micros).max().orElse(1);
        Axis minutes = Axis.upTo(longest / (60.0 * Span.SECOND));
        Axis axis = new Axis(100, 25);
        grid(axis);
        double scale = (width - LEFT - 12) / (minutes.top() * 60 * Span.SECOND);
        for (double tick : minutes.ticks()) {
            sketch.text(
                    LEFT + tick * 60 * Span.SECOND * scale,
                    base + 14,
                    numbers.round(tick),
                    tick < minutes.top() ? Align.CENTRE : Align.RIGHT,
                    Hue.MUTED);
        }
        double x = LEFT;
        double share = 100;
        double low = 100;
        double high = 100;
        for (Survival.Step step : diary.latency().steps()) {
            double next = LEFT + step.micros() * scale;
            level(x, next, share, axis, Hue.FIRST);
            edge(x, next, low, axis);
            edge(x, next, high, axis);
            rise(next, share, 100 * step.share(), axis, Hue.FIRST);
            share = 100 * step.share();
            low = 100 * step.low();
            high = 100 * step.high();
            x = next;
        }
        double end = LEFT + longest * scale;
        level(x, end, share, axis, Hue.FIRST);
        edge(x, end, low, axis);
        edge(x, end, high, axis);
        for (Diary.Dose dose : diary.doses()) {
            double at = LEFT + dose.micros() * scale;
            double height = y(shareAt(diary.latency(), dose.micros()), axis);
            if (dose.event().isEmpty()) {
                sketch.line(at, height - 5, at, height + 5, Hue.SECOND);
            }
            spot(
                    at,
                    height,
                    words.text(
                            dose.event().isPresent() ? "figure.latency.spot" : "figure.latency.open",
                            dose.animal(),
                            dose.recording(),
                            numbers.two(dose.micros() / (60.0 * Span.SECOND))),
                    dose.event().orElse(dose.mark()).id());
        }
        sketch.text(LEFT + (width - LEFT) / 2, base + 28, words.text("figure.latency.axis"), Align.CENTRE, Hue.MUTED);
    }

    private static double shareAt(Survival latency, long micros) {
        double share = 100;
        for (Survival.Step step : latency.steps()) {
            if (step.micros() <= micros) {
                share = 100 * step.share();
            }
        }
        return share;
    }

    private void grid(Axis axis) {
        for (double tick : axis.ticks()) {
            sketch.line(LEFT, y(tick, axis), width - 12, y(tick, axis), Hue.LINE);
            sketch.text(LEFT - 6, y(tick, axis) + 4, numbers.round(tick), Align.RIGHT, Hue.MUTED);
        }
    }

    private double y(double value, Axis axis) {
        return base - (base - HEAD) * Math.min(1, value / axis.top());
    }

    private void level(double from, double to, double value, Axis axis, Hue hue) {
        sketch.box(from, y(value, axis) - 1, Math.max(0, to - from), 2, hue, 1);
    }

    private void rise(double x, double from, double to, Axis axis, Hue hue) {
        double top = Math.min(y(from, axis), y(to, axis));
        sketch.box(x - 1, top - 1, 2, Math.abs(y(from, axis) - y(to, axis)) + 2, hue, 1);
    }

    private void edge(double from, double to, double value, Axis axis) {
        sketch.dashes(from, y(value, axis), to, y(value, axis), Hue.MUTED);
    }

    private void spot(double x, double y, String told, UUID mark) {
        sketch.spot(x - 4, y - 6, 8, 12, told, Set.of(mark));
    }
}
