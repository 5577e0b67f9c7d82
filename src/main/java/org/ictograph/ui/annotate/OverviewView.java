package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
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
 * shows. A click seeks there; a drag of the window moves the detail, a drag of its edges makes it longer or shorter, a drag
 * with Shift shows what is dragged over. A double click shows the whole recording, and again what was shown before.
 */
final class OverviewView extends PaintedRegion {
    static final double HEIGHT = 46;

    private final TimelineViewModel timeline;
    private final Look look;
    private final Rectangle window = new Rectangle();
    private LanePainter painter;
    private final Playhead playhead = new Playhead(false);
    private static final double EDGE = 5;

    /** What a drag does. */
    private enum Grip {
        PLAYHEAD,
        WINDOW,
        START,
        END,
        RANGE
    }

    private Grip grip = Grip.PLAYHEAD;
    private long anchor;
    private double lastX;

    OverviewView(TimelineViewModel timeline, Look look) {
        this.timeline = timeline;
        this.look = look;
        this.painter = new LanePainter(
                look.theme().get(),
                timeline.session().state().study().get().protocol(),
                look.messages().language().getLanguage());
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
        timeline.session().state().absent().addListener((property, before, now) -> repaint());
        timeline.lanes().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        playback().position().addListener((property, before, now) -> moveNodes());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(at -> setCursor(cursor(gripAt(at))));
    }

    private Playback playback() {
        return timeline.session().playback();
    }

    /** The recording on the pixels of this strip. */
    private Optional<Viewport> whole() {
        return timeline.view().get().map(view -> Viewport.whole(view.duration(), Math.max(1, getWidth())));
    }

    private Grip gripAt(MouseEvent at) {
        if (at.isShiftDown()) {
            return Grip.RANGE;
        }
        if (!window.isVisible()) {
            return Grip.PLAYHEAD;
        }
        double left = window.getX();
        double right = left + window.getWidth();
        double grab = Math.min(EDGE, Math.max(2, window.getWidth() / 3));
        if (Math.abs(at.getX() - left) <= grab) {
            return Grip.START;
        }
        if (Math.abs(at.getX() - right) <= grab) {
            return Grip.END;
        }
        return at.getX() > left && at.getX() < right ? Grip.WINDOW : Grip.PLAYHEAD;
    }

    private static Cursor cursor(Grip grip) {
        return switch (grip) {
            case START, END -> Cursor.H_RESIZE;
            case WINDOW -> Cursor.OPEN_HAND;
            case RANGE -> Cursor.CROSSHAIR;
            case PLAYHEAD -> Cursor.DEFAULT;
        };
    }

    private void press(MouseEvent pressed) {
        lastX = pressed.getX();
        grip = gripAt(pressed);
        whole().ifPresent(view -> anchor = view.microsAt(pressed.getX()));
        if (grip == Grip.PLAYHEAD) {
            scrub(pressed.getX());
        }
    }

    private void drag(MouseEvent dragged) {
        long at = whole().map(view -> view.microsAt(dragged.getX())).orElse(0L);
        Optional<Viewport> detail = timeline.view().get();
        switch (grip) {
            case PLAYHEAD -> scrub(dragged.getX());
            case WINDOW -> {
                double scale = whole().map(Viewport::microsPerPixel).orElse(0.0);
                detail.ifPresent(view -> timeline.pan((dragged.getX() - lastX) * scale / view.microsPerPixel()));
            }
            case START -> detail.ifPresent(view -> timeline.showBetween(Math.min(at, view.end() - 1), view.end()));
            case END -> detail.ifPresent(view -> timeline.showBetween(view.start(), Math.max(at, view.start() + 1)));
            case RANGE -> timeline.showBetween(anchor, at);
        }
        lastX = dragged.getX();
    }

    private void release(MouseEvent released) {
        if (released.getClickCount() == 2) {
            timeline.fitOrReturn();
        } else if (grip == Grip.PLAYHEAD) {
            whole().ifPresent(view -> playback().seek(view.microsAt(released.getX())));
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
        painter = painter.orFor(look.theme().get(), state.study().get().protocol(), textFactor());
        painter.begin(width, height, 0, look.palette().ground());
        state.recording().get().ifPresent(open -> {
            Viewport view = Viewport.whole(open.duration(), width);
            List<Lanes.CageLane> lanes = timeline.lanes().get().cages();
            double band = (height - 1) / Math.max(1, lanes.size());
            for (int i = 0; i < lanes.size(); i++) {
                paintCage(lanes.get(i), view, Math.rint(i * band), Math.rint(band));
            }
            painter.gaps(open.gaps(), view, 0, height);
            painter.absent(timeline.absent(), view, 0, height);
        });
        painter.line(height - 1);
        painter.finish(canvas);
    }

    /**
     * Own marks fill the band; what a model proposes lies below them, at the foot. Behind them is how much moves or, where that
     * is not known, the scores of all labels that are shown, one over the other, so that the greatest is seen.
     */
    private void paintCage(Lanes.CageLane lane, Viewport view, double y, double band) {
        LanesViewModel.Background behind = timeline.background().get();
        painter.unseen(behind.unseen().getOrDefault(lane.cageId(), List.of()), view, y, band);
        Optional<CurvePyramid> moving = Optional.ofNullable(behind.activity().get(lane.cageId()));
        painter.curve(moving, view, y, band);
        if (moving.isEmpty()) {
            behind.scores().getOrDefault(lane.cageId(), Map.of()).forEach((label, scores) -> {
                if (timeline.arrangement().showsScore(label)) {
                    painter.curve(Optional.of(scores), view, y, band);
                }
            });
        }
        for (Lanes.SubLane sub : lane.subLanes()) {
            double foot = Math.max(2, Math.floor(band / 4));
            if (sub.group().kind() == LaneKind.PROPOSALS) {
                painter.band(sub, view, y + band - foot - 1, foot);
            } else if (sub.group().kind() == LaneKind.OWN) {
                painter.band(sub, view, y + 1, band - foot - 2);
            }
        }
    }
}
