package org.ictograph.ui.annotate;

import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.ictograph.model.Cage;
import org.ictograph.model.Rater;
import org.ictograph.model.Subject;
import org.ictograph.session.StudyState;
import org.ictograph.timeline.LaneKind;
import org.ictograph.timeline.Lanes;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.PaintedRegion;
import org.ictograph.ui.kit.Palette;
import org.ictograph.ui.kit.TextSize;

/**
 * Names beside the lanes: cage and animal at the left, what each sub-lane shows at the right. A click focuses the cage, a
 * click on the triangle opens or closes its lane. Dragging a cage's name puts the cage elsewhere, dragging the name of a
 * sub-lane puts that kind elsewhere in all cages.
 */
final class LaneHeadersView extends PaintedRegion {
    static final double WIDTH = 152;
    private static final double TRIANGLE = 18;
    private static final double NUMBER = 34;
    private static final double SUB = 80;

    /** From the first to the second line of a name. */
    private static final double SECOND_LINE = 11;

    private static final double FOCUS_BAR = 3;
    private static final double CLICK = 4;

    private final TimelineViewModel timeline;
    private final StudyState state;
    private final Look look;
    private final DoubleProperty top;
    private final LaneMenu menu;
    private final Rectangle mover = new Rectangle();
    private FittedText bold = bold(1);
    private FittedText plain = plain(1);
    private FittedText small = small(1);
    private double pressedY;
    private boolean moving;

    LaneHeadersView(TimelineViewModel timeline, Look look, DoubleProperty top) {
        this.timeline = timeline;
        this.state = timeline.session().state();
        this.look = look;
        this.top = top;
        this.menu = new LaneMenu(timeline.arrangement(), look, this::title);
        setId("lane-headers");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        TextSize.grow(this);
        mover.setManaged(false);
        mover.setVisible(false);
        mover.setMouseTransparent(true);
        mover.getStyleClass().add("drag-ghost");
        getChildren().add(mover);
        timeline.lanes().addListener((property, before, now) -> repaint());
        state.focusedCage().addListener((property, before, now) -> repaint());
        look.theme().addListener((property, before, now) -> repaint());
        top.addListener((property, before, now) -> repaint());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnContextMenuRequested(this::askMenu);
    }

    @Override
    protected void textResized(double times) {
        bold = bold(times);
        plain = plain(times);
        small = small(times);
    }

    private static FittedText bold(double factor) {
        return new FittedText(Font.font("System", FontWeight.BOLD, 12 * factor));
    }

    private static FittedText plain(double factor) {
        return new FittedText(Font.font(12 * factor));
    }

    private static FittedText small(double factor) {
        return new FittedText(Font.font(10.5 * factor));
    }

    /** Where the names of the sub-lanes begin. */
    private double sub() {
        return SUB * textFactor();
    }

    private double number() {
        return NUMBER * textFactor();
    }

    private Optional<Lanes.CageLane> laneAt(double y) {
        return timeline.lanes().get().laneAt(y + top.get());
    }

    private Optional<Lanes.SubLane> subLaneAt(double y) {
        return timeline.lanes().get().subLaneAt(y + top.get());
    }

    private void press(MouseEvent pressed) {
        pressedY = pressed.getY();
        moving = false;
    }

    private void drag(MouseEvent dragged) {
        if (dragged.getButton() != MouseButton.PRIMARY || (!moving && Math.abs(dragged.getY() - pressedY) < CLICK)) {
            return;
        }
        moving = true;
        setCursor(Cursor.CLOSED_HAND);
        Optional<Lanes.SubLane> sub = dragged(dragged);
        double height = sub.map(Lanes.SubLane::height)
                .or(() -> laneAt(pressedY).map(Lanes.CageLane::height))
                .orElse(0.0);
        mover.setX(sub.isPresent() ? sub() - 4 : 0);
        mover.setWidth(getWidth() - mover.getX());
        mover.setHeight(height);
        mover.setY(dragged.getY() - height / 2);
        mover.setVisible(height > 0);
    }

    /** The sub-lane whose name is being dragged; empty while it is a whole cage. */
    private Optional<Lanes.SubLane> dragged(MouseEvent at) {
        boolean open = laneAt(pressedY).filter(lane -> !lane.closed()).isPresent();
        return open && at.getX() >= sub() - 8 ? subLaneAt(pressedY) : Optional.empty();
    }

    private void release(MouseEvent released) {
        mover.setVisible(false);
        setCursor(Cursor.DEFAULT);
        if (moving) {
            drop(released);
        } else if (released.getButton() == MouseButton.PRIMARY) {
            laneAt(released.getY()).ifPresent(lane -> {
                if (released.getX() < TRIANGLE || released.getClickCount() == 2) {
                    timeline.arrangement().toggle(lane.cageId());
                } else {
                    state.focusedCage().set(Optional.of(lane.cageId()));
                }
            });
        }
        moving = false;
    }

    private void drop(MouseEvent released) {
        Optional<Lanes.SubLane> sub = dragged(released);
        if (sub.isPresent()) {
            subLaneAt(released.getY())
                    .ifPresent(target -> timeline.arrangement()
                            .placeKind(sub.get().group().kind(), target.group().kind()));
            return;
        }
        Lanes lanes = timeline.lanes().get();
        laneAt(pressedY).ifPresent(lane -> {
            int target = laneAt(released.getY())
                    .map(lanes.cages()::indexOf)
                    .orElse(released.getY() < 0 ? 0 : lanes.cages().size() - 1);
            timeline.arrangement()
                    .moveCage(lane.cageId(), target - lanes.cages().indexOf(lane));
        });
    }

    private void askMenu(ContextMenuEvent asked) {
        laneAt(asked.getY()).ifPresent(lane -> {
            state.focusedCage().set(Optional.of(lane.cageId()));
            menu.show(this, lane.cageId(), asked.getScreenX(), asked.getScreenY());
        });
    }

    /** Opens the menu of the focused cage. */
    void openMenu() {
        state.focusedCage().get().flatMap(timeline.lanes().get()::laneOf).ifPresent(lane -> {
            Point2D at = localToScreen(number(), Math.max(0, lane.y() - top.get()) + Lanes.ROW * textFactor());
            menu.show(this, lane.cageId(), at.getX(), at.getY());
        });
    }

    @Override
    protected void paint(GraphicsContext canvas, double width, double height) {
        Palette palette = look.palette();
        canvas.setFill(palette.strip());
        canvas.fillRect(0, 0, width, height);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.save();
        canvas.translate(0, -top.get());
        for (Lanes.CageLane lane : timeline.lanes().get().cages()) {
            paintLane(canvas, lane, width, palette);
        }
        canvas.restore();
        canvas.setStroke(palette.line());
        canvas.strokeLine(width - 0.5, 0, width - 0.5, height);
    }

    private void paintLane(GraphicsContext canvas, Lanes.CageLane lane, double width, Palette palette) {
        UUID cage = lane.cageId();
        if (state.focusedCage().get().filter(cage::equals).isPresent()) {
            canvas.setFill(palette.focus());
            canvas.fillRect(0, lane.y(), width, lane.height());
            canvas.setFill(palette.accent());
            canvas.fillRect(0, lane.y(), FOCUS_BAR, lane.height() - 1);
        }
        double middle = lane.y() + Lanes.AIR + (lane.closed() ? Lanes.CLOSED : Lanes.ROW) * textFactor() / 2;
        triangle(canvas, lane.closed(), middle, palette);
        canvas.setFill(palette.ink());
        canvas.setFont(bold.font());
        String number = state.study()
                .get()
                .cage(cage)
                .map(Cage::position)
                .map(String::valueOf)
                .orElse("");
        canvas.fillText(number, TRIANGLE + 2, middle);
        canvas.setFont(plain.font());
        double room = lane.closed() ? width - number() - 4 : sub() - number() - 4;
        canvas.fillText(plain.fit(animal(cage), room), number(), middle);
        if (!lane.closed()) {
            paintSubLanes(canvas, lane, width, palette);
        }
        double bottom = Math.floor(lane.y() + lane.height()) - 0.5;
        canvas.setLineWidth(1);
        canvas.setStroke(palette.line());
        canvas.strokeLine(0, bottom, width, bottom);
    }

    private void paintSubLanes(GraphicsContext canvas, Lanes.CageLane lane, double width, Palette palette) {
        canvas.setFill(palette.muted());
        canvas.setFont(small.font());
        for (Lanes.SubLane sub : lane.subLanes()) {
            double middle = sub.y() + Math.min(sub.height(), Lanes.ROW * textFactor()) / 2;
            canvas.fillText(small.fit(name(sub), width - sub() - 6), sub(), middle);
            if (sub.group().kind() == LaneKind.SCORE) {
                canvas.fillText(
                        small.fit(LaneMenu.name(look, LaneKind.SCORE), width - sub() - 6),
                        sub(),
                        middle + SECOND_LINE * textFactor());
            }
        }
    }

    private String name(Lanes.SubLane sub) {
        return switch (sub.group().kind()) {
            case OWN -> state.rater().get().name();
            case OTHER ->
                sub.group()
                        .raterId()
                        .flatMap(state.study().get()::rater)
                        .map(Rater::name)
                        .orElse("");
            case SCORE -> sub.group().label().map(this::title).orElse("");
            default -> LaneMenu.name(look, sub.group().kind());
        };
    }

    private String title(String label) {
        return state.study()
                .get()
                .protocol()
                .label(label)
                .map(known -> known.title(look.messages().language().getLanguage()))
                .orElse(label);
    }

    private String animal(UUID cage) {
        return state.study()
                .get()
                .cage(cage)
                .flatMap(state.study().get()::subjectIn)
                .map(Subject::name)
                .orElse("–");
    }

    private static void triangle(GraphicsContext canvas, boolean closed, double middle, Palette palette) {
        canvas.setFill(palette.muted());
        if (closed) {
            canvas.fillPolygon(new double[] {7, 13, 7}, new double[] {middle - 4, middle, middle + 4}, 3);
        } else {
            canvas.fillPolygon(new double[] {6, 14, 10}, new double[] {middle - 3, middle - 3, middle + 3}, 3);
        }
    }
}
