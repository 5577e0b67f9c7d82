package org.ictograph.ui.bench;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.ictograph.model.Span;
import org.ictograph.session.Playback;
import org.ictograph.timeline.Ruler;
import org.ictograph.timeline.Tick;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.IndexFrames;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Palette;
import org.ictograph.video.FrameIndex;

/**
 * A strip of the open recording's time with a ruler below. It is painted anew when what it shows changes; the playhead
 * is a light node above it. A click goes to the time under the pointer.
 */
public abstract class TimeStrip extends PaintedRegion {
    private static final double RULER = 20;
    private static final double RULER_FONT = 11;
    /** Pixels of a digit in that font. */
    private static final double DIGIT = 7;

    private final Bench bench;
    private Ruler rules = new Ruler(DIGIT);
    private final Line playhead = new Line();
    private Optional<Span> piece = Optional.empty();
    private long pressedAt;

    protected TimeStrip(Bench bench) {
        this.bench = bench;
        getStyleClass().add("time-strip");
        playhead.getStyleClass().add("playhead");
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        getChildren().add(playhead);
        Playback playback = bench.session().playback();
        playback.position().addListener((property, before, now) -> placePlayhead());
        bench.look().theme().addListener((property, before, now) -> repaint());
        bench.session().state().recording().addListener((property, before, now) -> repaint());
        setOnMousePressed(this::pressed);
        setOnMouseDragged(event -> view().ifPresent(view -> dragged(pressedAt, view.microsAt(event.getX()))));
    }

    /** Which piece of time is shown; the whole recording when empty. */
    public final void showPiece(Optional<Span> wanted) {
        piece = wanted;
        repaint();
        placePlayhead();
    }

    @Override
    protected void textResized(double times) {
        rules = new Ruler(DIGIT * times);
    }

    private double ruler() {
        return Math.ceil(RULER * textFactor());
    }

    /** Paints what is above the ruler. */
    protected abstract void paint(GraphicsContext canvas, Viewport view, double height);

    /** Hears of a click above the ruler. */
    protected void clicked(long micros, double y) {}

    /** Hears of a drag from where the button was pressed to where the pointer is, which may be earlier. */
    protected void dragged(long fromMicros, long toMicros) {}

    private Optional<Viewport> view() {
        return bench.session()
                .state()
                .recording()
                .get()
                .filter(open -> getWidth() >= 1)
                .map(open -> piece.flatMap(span -> span.intersection(open.span()))
                        .map(span -> new Viewport(span.start(), span.end(), getWidth(), open.duration()))
                        .orElseGet(() -> Viewport.whole(open.duration(), getWidth())));
    }

    @Override
    protected final void paint(GraphicsContext canvas, double width, double height) {
        canvas.setFill(bench.look().palette().ground());
        canvas.fillRect(0, 0, width, height);
        view().ifPresent(view -> {
            paint(canvas, view, height - ruler());
            paintRuler(canvas, view, height - ruler());
        });
        placePlayhead();
    }

    private void paintRuler(GraphicsContext canvas, Viewport view, double top) {
        Palette palette = bench.look().palette();
        canvas.setFill(palette.strip());
        canvas.fillRect(0, top, view.width(), ruler());
        canvas.setStroke(palette.line());
        canvas.setLineWidth(1);
        canvas.strokeLine(0, top + 0.5, view.width(), top + 0.5);
        canvas.setFill(palette.muted());
        canvas.setFont(Font.font(RULER_FONT * textFactor()));
        canvas.setTextBaseline(VPos.CENTER);
        canvas.setTextAlign(TextAlignment.LEFT);
        Optional<FrameIndex> index = bench.session().playback().index();
        for (Tick tick :
                index.map(frames -> rules.ticks(view, new IndexFrames(frames))).orElse(List.of())) {
            double x = Math.floor(tick.x()) + 0.5;
            canvas.strokeLine(x, top, x, top + (tick.major() ? ruler() : 4));
            canvas.fillText(tick.text(), x + 4, top + ruler() / 2 + 1);
        }
    }

    private void placePlayhead() {
        long at = bench.session().playback().position().get();
        Optional<Viewport> view = view().filter(shown -> shown.span().contains(at));
        playhead.setVisible(view.isPresent());
        view.ifPresent(shown -> {
            double x = Math.floor(shown.xOf(at)) + 0.5;
            playhead.setStartX(x);
            playhead.setEndX(x);
            playhead.setEndY(getHeight());
        });
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            view().ifPresent(view -> {
                long micros = view.microsAt(event.getX());
                pressedAt = micros;
                bench.session().playback().seek(micros);
                if (event.getY() < getHeight() - ruler()) {
                    clicked(micros, event.getY());
                }
            });
        }
    }
}
