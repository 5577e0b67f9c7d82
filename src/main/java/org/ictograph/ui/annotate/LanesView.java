package org.ictograph.ui.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.ictograph.model.Cage;
import org.ictograph.model.Recording;
import org.ictograph.session.StudySession;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.LaneHit;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;

/**
 * The lanes of the detail. Marks are dragged by body and edges; a drag on an empty place chooses what it touches, with the
 * middle button it pans; a click seeks or selects, with Ctrl or Shift it selects more; a double click fits. The wheel
 * scrolls, with Ctrl it zooms around the pointer. While a mark is dragged, Alt or Ctrl keeps it from being drawn to edges.
 */
final class LanesView extends PaintedRegion {
    private static final double ZOOM_STEP = 1.25;
    private static final double CLICK = 3;

    private final TimelineViewModel timeline;
    private final StudySession session;
    private final Look look;
    private final DoubleProperty top;
    private final BarText barText;
    private LanePainter painter;
    private final Playhead playhead = new Playhead(false);
    private final DragGhosts ghosts;
    private final FilmPainter film;
    private final Rectangle band = new Rectangle();
    private final LoopPiece loop = new LoopPiece();
    private final BegunSpans begun;
    private final Tooltip tooltip = new Tooltip();
    private double pressedX;
    private double pressedY;
    private double lastX;
    private boolean panning;
    private boolean banding;
    /** True once a band was drawn, even when it was left again: then letting go is no click. */
    private boolean banded;
    /** A click on one of several chosen bars chooses it alone, but only once it is clear that it is no drag. */
    private Optional<LaneHit> alone = Optional.empty();

    /** @param top how many pixels of the lanes are scrolled out of sight */
    LanesView(TimelineViewModel timeline, Look look, DoubleProperty top) {
        this.timeline = timeline;
        this.session = timeline.session();
        this.look = look;
        this.top = top;
        this.barText = new BarText(session, look);
        this.begun = new BegunSpans(timeline, top);
        this.painter = new LanePainter(
                look.theme().get(),
                timeline.session().state().study().get().protocol(),
                look.messages().language().getLanguage());
        setId("lanes");
        this.ghosts = new DragGhosts(timeline, look, top);
        this.film = new FilmPainter(session.filmStrip(), this::repaint);
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
        band.getStyleClass().add("rubber-band");
        getChildren().addAll(loop, begun, ghosts, band, playhead);
        listen();
        setOnScroll(this::scroll);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(this::hover);
    }

    private void listen() {
        widthProperty().addListener((property, before, now) -> timeline.setWidth(now.doubleValue()));
        StudyState state = session.state();
        timeline.view().addListener((property, before, now) -> {
            repaint();
            moveNodes();
        });
        timeline.lanes().addListener((property, before, now) -> {
            if (before.height() != now.height()) {
                state.focusedCage().get().flatMap(now::laneOf).ifPresent(this::scrollTo);
            }
            repaint();
        });
        timeline.drag().ghost().addListener((property, before, now) -> moveNodes());
        timeline.band().area().addListener((property, before, now) -> placeBand(now));
        session.playback().loop().addListener((property, before, now) -> moveNodes());
        session.playback().position().addListener((property, before, now) -> moveNodes());
        state.focusedCage().addListener((property, before, now) -> {
            now.flatMap(timeline.lanes().get()::laneOf).ifPresent(this::scrollTo);
            repaint();
        });
        state.absent().addListener((property, before, now) -> repaint());
        timeline.chosen().ids().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        top.addListener((property, before, now) -> {
            repaint();
            moveNodes();
        });
    }

    @Override
    protected void textResized(double times) {
        timeline.arrangement().textFactor(times);
    }

    private void scroll(ScrollEvent wheel) {
        double delta = wheel.getDeltaY() != 0 ? wheel.getDeltaY() : wheel.getDeltaX();
        if (wheel.isControlDown()) {
            timeline.zoomAt(wheel.getX(), delta > 0 ? ZOOM_STEP : 1 / ZOOM_STEP);
        } else if (hidden() > 0 && !wheel.isShiftDown()) {
            top.set(Math.max(0, Math.min(hidden(), top.get() - delta)));
        } else {
            timeline.pan(-delta);
        }
        wheel.consume();
    }

    /** Brings a lane into sight, its top at least. */
    private void scrollTo(Lanes.CageLane lane) {
        double lowest = lane.y() + Math.min(lane.height(), getHeight()) - getHeight();
        top.set(Math.max(0, Math.min(hidden(), Math.max(lowest, Math.min(lane.y(), top.get())))));
    }

    /** How many pixels of the lanes do not fit. */
    private double hidden() {
        return Math.max(0, timeline.lanes().get().height() - getHeight());
    }

    private void press(MouseEvent pressed) {
        pressedX = pressed.getX();
        pressedY = pressed.getY() + top.get();
        lastX = pressed.getX();
        panning = pressed.getButton() == MouseButton.MIDDLE;
        banding = false;
        banded = false;
        alone = Optional.empty();
        tooltip.hide();
        if (pressed.getButton() == MouseButton.PRIMARY) {
            Optional<LaneHit> hit = hit(pressed);
            banding = hit.flatMap(LaneHit::bar).isEmpty();
            if (banding) {
                timeline.band().begin(pressedX, pressedY);
            }
            hit.filter(on -> on.bar().isPresent()).ifPresent(on -> take(on, pressed));
        }
    }

    private void take(LaneHit hit, MouseEvent pressed) {
        UUID id = hit.bar().orElseThrow().id();
        Chosen chosen = timeline.chosen();
        if (pressed.isShortcutDown()) {
            chosen.toggle(id);
        } else if (pressed.isShiftDown()) {
            chosen.through(id);
        } else {
            if (chosen.several() && chosen.ids().get().contains(id)) {
                alone = Optional.of(hit);
            } else {
                timeline.choose(hit);
            }
            timeline.view()
                    .get()
                    .ifPresent(
                            view -> timeline.drag().grab(hit, timeline.lanes().get(), view));
        }
    }

    private void drag(MouseEvent dragged) {
        boolean moved = Math.abs(dragged.getX() - pressedX) >= CLICK
                || (banding && Math.abs(dragged.getY() + top.get() - pressedY) >= CLICK);
        BarDrag drag = timeline.drag();
        if (drag.active() && (moved || drag.ghost().get().isPresent())) {
            alone = Optional.empty();
            boolean drawn = !dragged.isAltDown() && !dragged.isShortcutDown();
            timeline.view()
                    .get()
                    .ifPresent(view -> drag.moveTo(view.microsAt(dragged.getX()), view, timeline.frames(), drawn));
        } else if (panning) {
            setCursor(Cursor.CLOSED_HAND);
            timeline.pan(lastX - dragged.getX());
            lastX = dragged.getX();
        } else if (banding && (moved || banded)) {
            banded = true;
            timeline.band().stretch(dragged.getX(), dragged.getY() + top.get());
        }
    }

    private void placeBand(Optional<RubberBand.Area> drawn) {
        band.setVisible(drawn.isPresent());
        drawn.ifPresent(area -> {
            band.setX(area.left());
            band.setWidth(area.right() - area.left());
            band.setY(area.top() - top.get());
            band.setHeight(area.bottom() - area.top());
        });
    }

    private void release(MouseEvent released) {
        boolean primary = released.getButton() == MouseButton.PRIMARY;
        boolean clicked = primary && !panning && !banded;
        if (banded) {
            boolean more = released.isShortcutDown() || released.isShiftDown();
            timeline.band().take().ifPresent(area -> timeline.chooseWithin(area, more));
        } else if (timeline.drag().active()) {
            timeline.drag().drop();
        } else if (clicked && banding) {
            hit(released).filter(hit -> hit.bar().isEmpty()).ifPresent(timeline::choose);
        }
        alone.ifPresent(timeline::choose);
        if (released.getClickCount() == 2 && clicked) {
            hit(released)
                    .flatMap(LaneHit::bar)
                    .ifPresentOrElse(bar -> timeline.show(bar.span()), timeline::fitOrReturn);
        }
        alone = Optional.empty();
        panning = false;
        banding = false;
        banded = false;
        hover(released);
    }

    private void hover(MouseEvent at) {
        Optional<LaneHit> hit = hit(at);
        setCursor(
                switch (hit.map(LaneHit::part).orElse(LaneHit.Part.OUTSIDE)) {
                    case START_EDGE, END_EDGE -> Cursor.H_RESIZE;
                    case BODY, FIXED -> Cursor.HAND;
                    default -> Cursor.DEFAULT;
                });
        Optional<String> words = hit.flatMap(LaneHit::bar).map(barText::of);
        if (words.isPresent()) {
            tooltip.setText(words.get());
            Tooltip.install(this, tooltip);
        } else {
            Tooltip.uninstall(this, tooltip);
        }
    }

    private Optional<LaneHit> hit(MouseEvent at) {
        return timeline.hit(at.getX(), at.getY() + top.get());
    }

    private void moveNodes() {
        timeline.view().get().ifPresent(view -> {
            playhead.moveTo(view.xOf(session.playback().position().get()), getWidth());
            ghosts.place(view, getHeight());
            begun.place(view);
            loop.place(session.playback().loop().get(), view, getHeight());
        });
    }

    @Override
    protected void resized(double width, double height) {
        playhead.setHeight(height);
        top.set(Math.min(top.get(), hidden()));
        moveNodes();
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        painter =
                painter.orFor(look.theme().get(), session.state().study().get().protocol(), textFactor());
        painter.begin(width, height, top.get(), look.palette().strip());
        timeline.view().get().ifPresent(view -> {
            for (Lanes.CageLane lane : timeline.lanes().get().cages()) {
                if (lane.y() + lane.height() > top.get() && lane.y() < top.get() + height) {
                    paintLane(lane, view);
                }
            }
        });
        painter.finish(canvas);
        timeline.view()
                .get()
                .ifPresent(view ->
                        session.state().recording().get().ifPresent(open -> paintFilm(canvas, open, view, height)));
    }

    private void paintFilm(GraphicsContext canvas, Recording open, Viewport view, double height) {
        boolean any = false;
        for (Lanes.CageLane lane : timeline.lanes().get().cages()) {
            for (Lanes.SubLane sub : lane.subLanes()) {
                double y = sub.y() - top.get();
                if (sub.group().kind() == LaneKind.FILM && y < height && y + sub.height() > 0) {
                    any = true;
                    Optional<Cage> cage = session.state().study().get().cage(lane.cageId());
                    cage.ifPresent(shown -> film.paint(canvas, open, shown.box(), view, y, sub.height()));
                }
            }
        }
        if (any) {
            film.wish(open, view);
        }
    }

    private void paintLane(Lanes.CageLane lane, Viewport view) {
        StudyState state = session.state();
        UUID cage = lane.cageId();
        boolean focused = state.focusedCage().get().filter(cage::equals).isPresent();
        painter.ground(focused ? look.palette().focus() : look.palette().ground(), lane.y(), lane.height());
        LanesViewModel.Background behind = timeline.background().get();
        painter.unseen(behind.unseen().getOrDefault(cage, List.of()), view, lane.y(), lane.height());
        painter.gaps(timeline.gaps(), view, lane.y(), lane.height());
        painter.absent(timeline.absent(), view, lane.y(), lane.height());
        Set<UUID> selected = timeline.chosen().ids().get();
        for (Lanes.SubLane sub : lane.subLanes()) {
            switch (sub.group().kind()) {
                case COVERAGE -> painter.seen(behind.seen().getOrDefault(cage, Map.of()), view, sub.y(), sub.height());
                case ACTIVITY ->
                    painter.curve(Optional.ofNullable(behind.activity().get(cage)), view, sub.y(), sub.height());
                case SCORE ->
                    sub.group()
                            .label()
                            .ifPresent(label -> painter.score(
                                    label,
                                    Optional.ofNullable(behind.scores()
                                            .getOrDefault(cage, Map.of())
                                            .get(label)),
                                    view,
                                    sub.y(),
                                    sub.height()));
                case OWN, OTHER, CONSENSUS, PROPOSALS -> painter.bars(sub, view, selected);
                case FILM -> {} // stills are drawn above the picture
            }
        }
        painter.line(lane.y() + lane.height() - 1);
    }
}
