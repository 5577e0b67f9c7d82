package org.ictograph.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ictograph.measure.Diary;
import org.ictograph.measure.LabTime;
import org.ictograph.model.Span;
import org.ictograph.model.SpanSet;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/**
 * An ethogram over days. Of one animal a row for each day, from midnight to midnight; of all a row for each animal, from the
 * first to the last day. Darkness is shaded, reviewed time is a line at the foot of its row.
 */
final class DayRaster {
    private static final double LEFT = 110;
    private static final double HEAD = 20;
    private static final double FOOT = 6;
    private static final double TALLEST = 42;
    private static final double SMALLEST_TEXT = 9;

    private record Row(String name, Span span, SpanSet seen, List<Diary.Event> events) {}

    private DayRaster() {}

    static Drawing draw(Diary diary, Words words, double width, double height) {
        Sketch sketch = new Sketch(width, height);
        boolean one = diary.question().animal().isPresent() || diary.animals().size() == 1;
        List<Row> rows = diary.dates()
                .map(dates -> one ? days(diary) : animals(diary, dates))
                .orElse(List.of());
        double tall = Math.min(TALLEST, (height - HEAD - FOOT) / Math.max(1, rows.size()));
        int every = (int) Math.ceil(SMALLEST_TEXT / tall);
        for (int i = 0; i < rows.size(); i++) {
            row(sketch, rows.get(i), diary, words, width, HEAD + i * tall, tall, i % every == 0);
        }
        if (!rows.isEmpty()) {
            ruler(sketch, rows.get(0).span(), one, width, HEAD + tall * rows.size());
        }
        return sketch.titled(words.text(
                "figure.days_raster.title",
                DiaryText.of(words).who(diary),
                diary.question().lights().toString()));
    }

    private static List<Row> days(Diary diary) {
        SpanSet seen = new SpanSet(diary.seen().values().stream()
                .flatMap(set -> set.spans().stream())
                .toList());
        List<Row> rows = new ArrayList<>();
        for (Diary.Rate day : diary.days()) {
            Span span = new Span(day.at() * LabTime.DAY, (day.at() + 1) * LabTime.DAY);
            rows.add(row(LabTime.date(day.at()).toString(), span, seen, diary.events()));
        }
        return rows;
    }

    private static List<Row> animals(Diary diary, Span dates) {
        Span whole =
                new Span(LabTime.day(dates.start()) * LabTime.DAY, (LabTime.day(dates.end() - 1) + 1) * LabTime.DAY);
        return diary.animals().stream()
                .filter(diary.seen()::containsKey)
                .map(animal -> row(
                        animal,
                        whole,
                        diary.seen().getOrDefault(animal, SpanSet.EMPTY),
                        diary.events().stream()
                                .filter(event -> event.animal().equals(animal))
                                .toList()))
                .toList();
    }

    private static Row row(String name, Span span, SpanSet seen, List<Diary.Event> events) {
        return new Row(
                name,
                span,
                seen.intersection(SpanSet.of(span)),
                events.stream()
                        .filter(event -> event.at().isPresent() && on(event).overlaps(span))
                        .toList());
    }

    private static Span on(Diary.Event event) {
        return event.span().shifted(event.at().orElse(0) - event.span().start());
    }

    private static void row(
            Sketch sketch, Row row, Diary diary, Words words, double width, double y, double tall, boolean named) {
        double scale = (width - LEFT - 12) / row.span().length();
        double room = tall > 4 ? tall - 1 : tall;
        if (named) {
            sketch.fitted(LEFT - 6, y + tall / 2 + 4, row.name(), LEFT - 8, Align.RIGHT, Hue.INK);
        }
        for (Span dark : LabTime.dark(row.span(), diary.question().lights())) {
            sketch.box(x(row, dark.start(), scale), y, dark.length() * scale, room, Hue.INK, 0.1);
        }
        double foot = Math.max(1, Math.min(4, room / 4));
        for (Span seen : row.seen().spans()) {
            sketch.box(
                    x(row, seen.start(), scale),
                    y + room - foot,
                    Math.max(0.5, seen.length() * scale),
                    foot,
                    Hue.MUTED,
                    0.8);
        }
        for (Diary.Event event : row.events()) {
            Span there = on(event).intersection(row.span()).orElseThrow();
            double from = x(row, there.start(), scale);
            double wide = Math.max(1.5, there.length() * scale);
            sketch.box(from, y, wide, room - foot, Hue.FIRST, 0.9);
            sketch.spot(
                    from - 2,
                    y,
                    Math.max(6, wide + 4),
                    tall,
                    words.text(
                            "figure.days_raster.spot",
                            event.mark().label(),
                            event.animal(),
                            DiaryText.moment(event.at().orElse(0)),
                            new Numbers(words).two(event.span().length() / 1e6)),
                    Set.of(event.mark().id()));
        }
        sketch.line(LEFT, y + tall - 0.5, width - 12, y + tall - 0.5, Hue.LINE);
    }

    private static double x(Row row, long at, double scale) {
        return LEFT + (at - row.span().start()) * scale;
    }

    private static void ruler(Sketch sketch, Span span, boolean hours, double width, double bottom) {
        double room = width - LEFT - 12;
        long days = span.length() / LabTime.DAY;
        int every = (int) Math.max(1, Math.ceil(days * 7 * Sketch.LETTER / room));
        int ticks = hours ? 8 : (int) ((days + every - 1) / every);
        for (int i = 0; i <= (hours ? ticks : ticks - 1); i++) {
            double x = LEFT + (hours ? room * i / ticks : room * i * every / days);
            String text = hours
                    ? String.format(Locale.ROOT, "%02d:00", 24 * i / ticks)
                    : LabTime.date(LabTime.day(span.start()) + (long) i * every)
                            .toString()
                            .substring(5);
            sketch.line(x, HEAD - 4, x, bottom, Hue.LINE);
            sketch.text(x, HEAD - 7, text, hours ? (i == ticks ? Align.RIGHT : Align.CENTRE) : Align.LEFT, Hue.MUTED);
        }
    }
}
