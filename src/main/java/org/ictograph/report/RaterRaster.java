package org.ictograph.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.ictograph.measure.CageRatings;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** What every rater marked in one recording: a row for each rater of each cage, raters of a cage above each other. */
public final class RaterRaster {
    private static final double LEFT = 110;
    private static final double FOOT = 20;
    private static final double FEWEST = 3;

    private RaterRaster() {}

    /**
     * @param cages of one recording, by position
     * @param label only these marks
     */
    public static Drawing draw(
            List<String> raters, List<CageRatings> cages, String label, Words words, double width, double height) {
        Sketch sketch = new Sketch(width, height);
        long end = cages.stream()
                .flatMap(cage -> cage.ratings().stream())
                .flatMap(rating -> rating.reviewed().hull().stream())
                .mapToLong(Span::end)
                .max()
                .orElse(Span.SECOND);
        double scale = (width - LEFT - 8) / end;
        double row = Math.max(FEWEST, (height - FOOT) / Math.max(1, cages.size() * raters.size()) - 1);
        double y = 2;
        for (int c = 0; c < cages.size(); c++) {
            for (int r = 0; r < raters.size(); r++) {
                var rating = cages.get(c).ratings().get(r);
                if (row > 8) {
                    sketch.fitted(
                            LEFT - 6, y + row / 2 + 4, (c + 1) + " " + raters.get(r), LEFT - 8, Align.RIGHT, Hue.INK);
                }
                for (Span seen : rating.reviewed().spans()) {
                    sketch.box(LEFT + seen.start() * scale, y, seen.length() * scale, row, Hue.MUTED, 0.12);
                }
                int rater = r;
                int cage = c;
                rating.marks().stream()
                        .filter(mark -> mark.label().equals(label))
                        .sorted(java.util.Comparator.comparing(Mark::span))
                        .forEach(mark -> bar(
                                sketch,
                                mark,
                                words.text(
                                        "figure.raster.spot",
                                        mark.label(),
                                        cage + 1,
                                        raters.get(rater),
                                        clock(mark.span().start()),
                                        clock(mark.span().end())),
                                scale,
                                row,
                                rater % 2 == 0 ? Hue.FIRST : Hue.SECOND,
                                topOf(cage, rater, raters.size(), row)));
                y += row + 1;
            }
            sketch.line(0, y - 0.5, width, y - 0.5, Hue.LINE);
        }
        IntStream.rangeClosed(0, 4)
                .forEach(tick -> sketch.text(
                        LEFT + (width - LEFT - 8) * tick / 4,
                        height - 4,
                        clock(end * tick / 4),
                        tick == 4 ? Align.RIGHT : Align.CENTRE,
                        Hue.MUTED));
        return sketch.titled(words.text("figure.raster.title", label, String.join(", ", raters)));
    }

    private static double topOf(int cage, int rater, int raters, double row) {
        return 2 + (cage * raters + rater) * (row + 1);
    }

    private static void bar(Sketch sketch, Mark mark, String told, double scale, double row, Hue hue, double y) {
        double x = LEFT + mark.span().start() * scale;
        double width = Math.max(2, mark.span().length() * scale);
        sketch.box(x, y, width, row, hue, 0.85);
        sketch.spot(x - 1, y, Math.max(6, width + 2), row, told, Set.of(mark.id()));
    }

    private static String clock(long micros) {
        long seconds = micros / Span.SECOND;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
