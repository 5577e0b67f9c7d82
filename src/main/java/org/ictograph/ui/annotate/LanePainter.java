package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import org.ictograph.model.Label;
import org.ictograph.model.Pattern;
import org.ictograph.model.Protocol;
import org.ictograph.model.Span;
import org.ictograph.timeline.Bar;
import org.ictograph.timeline.BarRuns;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.Theme;

/** Paints what lies in lanes: unseen time, bars with their names, score curves. For one theme and one protocol. */
final class LanePainter {
    private static final double ROOM_FOR_TEXT = 11;
    private static final double TEXT_INDENT = 4;
    /** Leaves the lock or the pattern to be seen before the text. */
    private static final double LOCK_INDENT = 16;

    private final Theme theme;
    private final Palette palette;
    private final LabelPaint paint;
    private final Paint unseen;
    private final Protocol protocol;
    private final FittedText text = new FittedText(Font.font(11));

    LanePainter(Theme theme, Protocol protocol) {
        this.theme = theme;
        this.palette = theme.palette();
        this.paint = new LabelPaint(theme);
        this.unseen = paint.unseen();
        this.protocol = protocol;
    }

    /** The same painter while theme and protocol stay, so that its patterns and text widths are made once. */
    LanePainter orFor(Theme wantedTheme, Protocol wantedProtocol) {
        return theme == wantedTheme && protocol.equals(wantedProtocol)
                ? this
                : new LanePainter(wantedTheme, wantedProtocol);
    }

    /** Grey hatch over time that the rater has not looked at. */
    void unseen(GraphicsContext canvas, List<Span> gaps, Viewport view, double y, double height) {
        canvas.setFill(unseen);
        for (Span gap : gaps) {
            gap.intersection(view.span()).ifPresent(part -> {
                double left = view.xOf(part.start());
                canvas.fillRect(left, y, view.xOf(part.end()) - left, height);
            });
        }
    }

    /** All visible bars of a sub-lane, the selected one outlined. */
    void bars(GraphicsContext canvas, Lanes.SubLane sub, Viewport view, Optional<UUID> selected) {
        double height = sub.rowHeight() - (sub.rowHeight() > 8 ? 1 : 0);
        Provenance provenance = provenance(sub.group().kind());
        BarRuns.visit(sub.group(), view, (bar, row, left, right) -> {
            double x = Math.max(-8, left);
            double width = Math.max(1, Math.min(view.width() + 8, right) - x);
            double y = sub.rowY(row);
            Optional<Label> label = protocol.label(bar.label());
            if (label.isEmpty()) {
                return;
            }
            paint.bar(canvas, label.get(), provenance, bar.score(), x, y, width, height);
            if (height >= ROOM_FOR_TEXT) {
                name(canvas, bar, label.get(), provenance, Math.max(0, x), y, x + width - Math.max(0, x), height);
            }
            if (selected.filter(bar.id()::equals).isPresent()) {
                outline(canvas, x, y, width, height);
            }
        });
    }

    private static Provenance provenance(LaneKind kind) {
        return switch (kind) {
            case PROPOSALS -> Provenance.PROPOSAL;
            case CONSENSUS -> Provenance.CONSENSUS;
            default -> Provenance.PERSON;
        };
    }

    private void name(
            GraphicsContext canvas,
            Bar bar,
            Label label,
            Provenance provenance,
            double x,
            double y,
            double width,
            double height) {
        boolean plain = provenance != Provenance.PROPOSAL && label.pattern() == Pattern.SOLID;
        double indent = plain && provenance != Provenance.CONSENSUS ? TEXT_INDENT : LOCK_INDENT;
        String words = provenance == Provenance.PROPOSAL
                ? bar.label() + " " + Math.round(bar.score() * 100) + "%"
                : bar.label();
        String shown = text.fit(words, width - indent - TEXT_INDENT);
        if (shown.isEmpty()) {
            return;
        }
        if (!plain) {
            Color behind = provenance == Provenance.PROPOSAL ? palette.ground() : paint.colour(label);
            canvas.setFill(behind);
            canvas.fillRect(x + indent - 2, y + 1, text.width(shown) + 4, height - 2);
        }
        canvas.setFill(provenance == Provenance.PROPOSAL ? palette.ink() : paint.ink(label));
        canvas.setFont(text.font());
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(shown, x + indent, y + height / 2);
    }

    private void outline(GraphicsContext canvas, double x, double y, double width, double height) {
        canvas.setLineWidth(1);
        canvas.setStroke(palette.ground());
        canvas.strokeRect(x + 1.5, y + 1.5, Math.max(1, width - 3), Math.max(1, height - 3));
        canvas.setLineWidth(2);
        canvas.setStroke(palette.ink());
        canvas.strokeRect(x, y, width, height);
    }

    /** A score from 0 to 1 as an area, one column for each pixel. */
    void curve(GraphicsContext canvas, CurvePyramid curve, Viewport view, double y, double height) {
        canvas.setStroke(palette.line());
        canvas.setLineWidth(1);
        canvas.strokeLine(0, y + height - 0.5, view.width(), y + height - 0.5);
        canvas.setFill(palette.muted().deriveColor(0, 1, 1, 0.55));
        for (int x = 0; x < view.width(); x++) {
            long from = view.microsAt(x);
            CurvePyramid.Range range = curve.range(from, Math.max(from + 1, view.microsAt(x + 1)));
            if (!range.isEmpty()) {
                double high = Math.max(0, Math.min(1, range.greatest())) * (height - 1);
                canvas.fillRect(x, y + height - 1 - high, 1, high);
            }
        }
    }

    /** Bars of one cage as a thin band, for the overview: rows are squeezed into the height. */
    void band(GraphicsContext canvas, Lanes.SubLane sub, Viewport view, double y, double height) {
        double rowHeight = height / sub.group().rows();
        BarRuns.visit(
                sub.group(),
                view,
                (bar, row, left, right) -> protocol.label(bar.label()).ifPresent(label -> {
                    canvas.setFill(paint.colour(label));
                    canvas.fillRect(left, y + row * rowHeight, Math.max(1.5, right - left), rowHeight);
                }));
    }
}
