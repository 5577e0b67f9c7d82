package org.ictograph.ui.annotate;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.ictograph.model.Span;
import org.ictograph.session.Playback;
import org.ictograph.timeline.Gaps;
import org.ictograph.timeline.Ruler;
import org.ictograph.timeline.Tick;
import org.ictograph.timeline.Viewport;
import org.ictograph.timeline.WallTime;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;

/**
 * The ruler of the detail: elapsed time, above it the time of day where it is known, and at the top when the lights are on
 * and out. Gaps without video are crossed out. A click seeks, a drag scrubs.
 */
final class RulerView extends PaintedRegion {
    private static final double HEIGHT = 22;
    private static final double CLOCK = 17;
    private static final double PHASE = 9;
    private static final double ROOM_FOR_SIGN = 16;
    /** From a line to its text. */
    static final double INDENT = 4;

    private static final double WORDS_INDENT = 6;
    private static final double TEXT = 10.5;

    private final TimelineViewModel timeline;
    private final Look look;
    private final Playhead playhead = new Playhead(true);
    private final LoopPiece loop = new LoopPiece();
    private FittedText text = text(1);
    private Ruler ruler = ruler(text);

    RulerView(TimelineViewModel timeline, Look look) {
        this.timeline = timeline;
        this.look = look;
        setId("ruler");
        fit();
        getChildren().addAll(loop, playhead);
        Playback playback = timeline.session().playback();
        timeline.view().addListener((property, before, now) -> {
            repaint();
            movePlayhead();
            moveLoop();
        });
        timeline.session().state().absent().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        timeline.arrangement().taste().addListener((property, before, now) -> repaint());
        timeline.session().state().recording().addListener((property, before, now) -> fit());
        playback.position().addListener((property, before, now) -> movePlayhead());
        playback.loop().addListener((property, before, now) -> moveLoop());
        setOnMousePressed(this::scrub);
        setOnMouseDragged(this::scrub);
        setOnMouseReleased(
                released -> timeline.view().get().ifPresent(view -> playback.seek(view.microsAt(released.getX()))));
    }

    private static FittedText text(double factor) {
        return new FittedText(Font.font(TEXT * factor));
    }

    private static Ruler ruler(FittedText text) {
        return new Ruler(text.width("00000000") / 8);
    }

    @Override
    protected void textResized(double times) {
        text = text(times);
        ruler = ruler(text);
        fit();
    }

    /** Height of the line of elapsed time. */
    private double line() {
        return Math.ceil(HEIGHT * textFactor());
    }

    private double clock() {
        return Math.ceil(CLOCK * textFactor());
    }

    /** Takes the height for the time of day only where it is known. */
    private void fit() {
        double height = line() + (timeline.wall().isPresent() ? clock() + PHASE : 0);
        setPrefHeight(height);
        setMinHeight(height);
        playhead.setHeight(height);
        repaint();
    }

    private void scrub(MouseEvent at) {
        timeline.view().get().ifPresent(view -> timeline.session().playback().scrub(view.microsAt(at.getX())));
    }

    private void moveLoop() {
        timeline.view()
                .get()
                .ifPresent(
                        view -> loop.place(timeline.session().playback().loop().get(), view, getHeight()));
    }

    private void movePlayhead() {
        timeline.view()
                .get()
                .ifPresent(view -> playhead.moveTo(
                        view.xOf(timeline.session().playback().position().get()), view.width()));
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        canvas.setFill(look.palette().strip());
        canvas.fillRect(0, 0, width, height);
        timeline.view().get().ifPresent(view -> paint(canvas, view, height));
        canvas.setStroke(look.palette().line());
        canvas.strokeLine(0, height - 0.5, width, height - 0.5);
    }

    private void paint(GraphicsContext canvas, Viewport view, double height) {
        canvas.setFont(text.font());
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineWidth(1);
        timeline.wall().ifPresent(wall -> {
            paintPhases(canvas, view, wall);
            paint(
                    canvas,
                    ruler.clockTicks(view, wall),
                    PHASE,
                    PHASE + clock(),
                    look.palette().ink());
        });
        paint(canvas, elapsed(view), height - line(), height, look.palette().muted());
        for (Span gap : timeline.gaps().spans()) {
            gap.intersection(view.span()).ifPresent(part -> paintGap(canvas, view, part, height, "annotate.gap"));
        }
        for (Span piece : timeline.absent().spans()) {
            piece.intersection(view.span()).ifPresent(part -> paintGap(canvas, view, part, height, "annotate.nofile"));
        }
    }

    /** The lines of elapsed time. */
    List<Tick> elapsed(Viewport view) {
        return ruler.ticks(view, timeline.frames());
    }

    private void paint(GraphicsContext canvas, List<Tick> ticks, double top, double bottom, Color ink) {
        for (Tick tick : ticks) {
            double x = Math.floor(tick.x()) + 0.5;
            canvas.setStroke(
                    tick.major() ? look.palette().muted() : look.palette().line());
            canvas.strokeLine(x, tick.major() ? bottom - 9 : bottom - 5, x, bottom);
            canvas.setFill(ink);
            canvas.fillText(tick.text(), x + INDENT, (top + bottom) / 2 - 1);
        }
    }

    /** Light time is plain with a sun; dark time is filled, with a moon. */
    private void paintPhases(GraphicsContext canvas, Viewport view, WallTime wall) {
        canvas.setFill(look.palette().ground());
        canvas.fillRect(0, 0, view.width(), PHASE);
        List<Span> dark = wall.dark(timeline.arrangement().taste().get().lights(), view.span());
        for (Span light : Gaps.between(dark, view.span())) {
            double left = view.xOf(light.start());
            if (view.xOf(light.end()) - left > ROOM_FOR_SIGN) {
                sun(canvas, left + 8, PHASE / 2);
            }
        }
        for (Span night : dark) {
            double left = view.xOf(night.start());
            double width = view.xOf(night.end()) - left;
            canvas.setFill(look.palette().muted());
            canvas.fillRect(left, 0, width, PHASE);
            if (width > ROOM_FOR_SIGN) {
                moon(canvas, left + 8, PHASE / 2);
            }
        }
        canvas.setStroke(look.palette().line());
        canvas.strokeLine(0, PHASE - 0.5, view.width(), PHASE - 0.5);
    }

    private void sun(GraphicsContext canvas, double x, double y) {
        canvas.setStroke(look.palette().muted());
        canvas.strokeOval(x - 2, y - 2, 4, 4);
        for (int ray = 0; ray < 8; ray++) {
            double angle = ray * Math.PI / 4;
            canvas.strokeLine(
                    x + 3 * Math.cos(angle), y + 3 * Math.sin(angle), x + 4 * Math.cos(angle), y + 4 * Math.sin(angle));
        }
    }

    private void moon(GraphicsContext canvas, double x, double y) {
        canvas.setFill(look.palette().ground());
        canvas.fillOval(x - 3.5, y - 3.5, 7, 7);
        canvas.setFill(look.palette().muted());
        canvas.fillOval(x - 1.5, y - 4, 6, 6);
    }

    private void paintGap(GraphicsContext canvas, Viewport view, Span gap, double height, String words) {
        double left = view.xOf(gap.start());
        double width = Math.max(1, view.xOf(gap.end()) - left);
        canvas.setFill(look.palette().hatch());
        canvas.fillRect(left, height - line(), width, line());
        String told = look.text(words);
        if (width > text.width(told) + 2 * WORDS_INDENT) {
            canvas.setFill(look.palette().ink());
            canvas.fillText(told, left + WORDS_INDENT, height - line() / 2);
        }
    }
}
