package org.ictograph.ui.annotate;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Font;
import org.ictograph.session.Playback;
import org.ictograph.timeline.Ruler;
import org.ictograph.timeline.Tick;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;

/** The ruler of the detail. A click seeks, a drag scrubs. */
final class RulerView extends PaintedRegion {
    static final double HEIGHT = 22;
    private static final Font FONT = Font.font(10.5);

    private final TimelineViewModel timeline;
    private final Look look;
    private final Ruler ruler;
    private final Playhead playhead = new Playhead(true);

    RulerView(TimelineViewModel timeline, Look look) {
        this.timeline = timeline;
        this.look = look;
        this.ruler = new Ruler(new FittedText(FONT).width("00000000") / 8);
        setId("ruler");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        playhead.setHeight(HEIGHT);
        getChildren().add(playhead);
        Playback playback = timeline.session().playback();
        timeline.view().addListener((property, before, now) -> {
            repaint();
            movePlayhead();
        });
        look.theme().addListener((property, before, now) -> repaint());
        playback.position().addListener((property, before, now) -> movePlayhead());
        setOnMousePressed(this::scrub);
        setOnMouseDragged(this::scrub);
        setOnMouseReleased(
                released -> timeline.view().get().ifPresent(view -> playback.seek(view.microsAt(released.getX()))));
    }

    private void scrub(MouseEvent at) {
        timeline.view().get().ifPresent(view -> timeline.session().playback().scrub(view.microsAt(at.getX())));
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
        canvas.setFont(FONT);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setLineWidth(1);
        for (Tick tick : ruler.ticks(view, timeline.frames())) {
            double x = Math.floor(tick.x()) + 0.5;
            canvas.setStroke(
                    tick.major() ? look.palette().muted() : look.palette().line());
            canvas.strokeLine(x, tick.major() ? height - 9 : height - 5, x, height);
            canvas.setFill(look.palette().muted());
            canvas.fillText(tick.text(), x + 4, height / 2 - 1);
        }
    }
}
