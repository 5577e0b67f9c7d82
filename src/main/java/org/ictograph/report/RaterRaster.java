package org.ictograph.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ictograph.measure.CageRatings;
import org.ictograph.measure.Rating;
import org.ictograph.model.Mark;
import org.ictograph.model.Span;
import org.ictograph.report.drawing.Drawing;
import org.ictograph.report.drawing.Hue;
import org.ictograph.report.drawing.Shape.Align;
import org.ictograph.report.drawing.Sketch;

/** What every rater marked in one recording: a row for each rater of each cage, raters of a cage above each other. */
public final class RaterRaster {
    private static final double NAMES = 110;
    private static final double AIR = 8;
    private static final double FOOT = 20;
    private static final double FEWEST = 3;
    private static final int TICKS = 4;

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
        List<String> numbered =
                raters.stream().map(rater -> cages.size() + " " + rater).toList();
        double left = Sketch.namesOf(numbered, NAMES, width);
        double scale = (width - left - AIR) / end;
        double row = Math.max(FEWEST, (height - FOOT) / Math.max(1, cages.size() * raters.size()) - 1);
        double y = 2;
        for (int c = 0; c < cages.size(); c++) {
            for (int r = 0; r < raters.size(); r++) {
                Rating rating = cages.get(c).ratings().get(r);
                if (row > 8) {
                    sketch.fitted(
                            left - 6, y + row / 2 + 4, (c + 1) + " " + raters.get(r), left - 8, Align.RIGHT, Hue.INK);
                }
                for (Span seen : rating.reviewed().spans()) {
                    sketch.box(left + seen.start() * scale, y, seen.length() * scale, row, Hue.MUTED, 0.12);
                }
                List<Mark> marks = rating.marks().stream()
                        .filter(mark -> mark.label().equals(label))
                        .sorted(Comparator.comparing(Mark::span))
                        .toList();
                for (Mark mark : marks) {
                    String from = clock(mark.span().start());
                    String to = clock(mark.span().end());
                    String told = words.text("figure.raster.spot", label, c + 1, raters.get(r), from, to);
                    double x = left + mark.span().start() * scale;
                    double wide = Math.max(2, mark.span().length() * scale);
                    sketch.box(x, y, wide, row, r % 2 == 0 ? Hue.FIRST : Hue.SECOND, 0.85);
                    sketch.spot(x - 1, y, Math.max(6, wide + 2), row, told, Set.of(mark.id()));
                }
                y += row + 1;
            }
            sketch.line(0, y - 0.5, width, y - 0.5, Hue.LINE);
        }
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = left + (width - left - AIR) * tick / TICKS;
            Align align = tick == TICKS ? Align.RIGHT : Align.CENTRE;
            sketch.text(x, height - 4, clock(end * tick / TICKS), align, Hue.MUTED);
        }
        return sketch.titled(words.text("figure.raster.title", label, String.join(", ", raters)));
    }

    private static String clock(long micros) {
        long seconds = micros / Span.SECOND;
        return String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
