package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import org.ictograph.model.Recording;
import org.ictograph.session.Playback;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.CurvePyramid;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;

/**
 * The whole recording in a strip: a band for each cage, the scores behind them, and a window that shows what the detail
 * shows. A click seeks there, a drag of the window moves the detail.
 */
final class OverviewView extends PaintedRegion {
    static final double HEIGHT = 46;
    private static final double AIR = 2;

    private final TimelineViewModel timeline;
    private final Look look;
    private final Rectangle window = new Rectangle();
    private LanePainter painter;
    private final Playhead playhead = new Playhead(false);
    private boolean movesWindow;
    private double lastX;

    OverviewView(TimelineViewModel timeline, Look look) {
        this.timeline = timeline;
        this.look = look;
        this.painter = new LanePainter(
                look.theme().get(), timeline.session().state().study().get().protocol());
        setId("overview");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        window.getStyleClass().add("overview-window");
        window.setManaged(false);
        window.setMouseTransparent(true);
        getChildren().addAll(window, playhead);
        timeline.view().addListener((property, before, now) -> {
            if (!before.map(Viewport::duration).equals(now.map(Viewport::duration))) {
                repaint();
            }
            moveNodes();
        });
        timeline.lanes().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        playback().position().addListener((property, before, now) -> moveNodes());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(released -> {
            if (!movesWindow) {
                whole().ifPresent(view -> playback().seek(view.microsAt(released.getX())));
            }
        });
    }

    private Playback playback() {
        return timeline.session().playback();
    }

    /** The recording on the pixels of this strip. */
    private Optional<Viewport> whole() {
        return timeline.view().get().map(view -> Viewport.whole(view.duration(), Math.max(1, getWidth())));
    }

    private void press(MouseEvent pressed) {
        lastX = pressed.getX();
        boolean zoomed = timeline.view().get().filter(view -> !view.isWhole()).isPresent();
        movesWindow = zoomed && window.contains(pressed.getX(), pressed.getY());
        if (!movesWindow) {
            scrub(pressed.getX());
        }
    }

    private void drag(MouseEvent dragged) {
        if (movesWindow) {
            double scale = whole().map(Viewport::microsPerPixel).orElse(0.0);
            timeline.view()
                    .get()
                    .ifPresent(view -> timeline.pan((dragged.getX() - lastX) * scale / view.microsPerPixel()));
            lastX = dragged.getX();
        } else {
            scrub(dragged.getX());
        }
    }

    private void scrub(double x) {
        whole().ifPresent(view -> {
            playback().scrub(view.microsAt(x));
            timeline.reveal(playback().position().get());
        });
    }

    private void moveNodes() {
        Optional<Viewport> whole = whole();
        Optional<Viewport> detail = timeline.view().get();
        window.setVisible(detail.filter(view -> !view.isWhole()).isPresent());
        if (whole.isPresent() && detail.isPresent()) {
            double left = whole.get().xOf(detail.get().start());
            window.setX(Math.floor(left) + 0.5);
            window.setWidth(Math.max(3, Math.floor(whole.get().xOf(detail.get().end()) - left) - 1));
            playhead.moveTo(whole.get().xOf(playback().position().get()), getWidth());
        }
    }

    @Override
    protected void resized(double width, double height) {
        window.setY(1);
        window.setHeight(height - 3);
        playhead.setHeight(height);
        moveNodes();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        StudyState state = timeline.session().state();
        canvas.setFill(look.palette().ground());
        canvas.fillRect(0, 0, width, height);
        Optional<Recording> open = state.recording().get();
        if (open.isPresent()) {
            Viewport view = Viewport.whole(open.get().duration(), width);
            painter = painter.orFor(look.theme().get(), state.study().get().protocol());
            List<Lanes.CageLane> lanes = timeline.lanes().get().cages();
            double band = (height - 1) / Math.max(1, lanes.size());
            for (int i = 0; i < lanes.size(); i++) {
                paintCage(canvas, painter, lanes.get(i), view, i * band, band);
            }
        }
        canvas.setStroke(look.palette().line());
        canvas.strokeLine(0, height - 0.5, width, height - 0.5);
    }

    private void paintCage(
            GraphicsContext canvas, LanePainter painter, Lanes.CageLane lane, Viewport view, double y, double band) {
        TimelineViewModel.Background background = timeline.background().get();
        painter.unseen(canvas, background.unseen().getOrDefault(lane.cageId(), List.of()), view, y, band);
        CurvePyramid curve = background.curves().get(lane.cageId());
        if (curve != null) {
            painter.curve(canvas, curve, view, y, band);
        }
        for (Lanes.SubLane sub : lane.subLanes()) {
            if (sub.group().kind() == LaneKind.OWN) {
                painter.band(canvas, sub, view, y + AIR, band - 2 * AIR);
            }
        }
    }
}
