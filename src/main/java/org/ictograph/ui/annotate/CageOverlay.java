package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.ictograph.model.Box;
import org.ictograph.model.Cage;
import org.ictograph.model.Subject;
import org.ictograph.session.StudyState;
import org.ictograph.ui.kit.VideoView;

/** The cages over the picture: boxes with number and animal, handles while they are edited, tag masks. */
final class CageOverlay extends Pane {
    private static final double HANDLE = 8;
    private static final double REACH = 7;

    private final BoxesViewModel boxes;
    private final StudyState state;
    private final VideoView video;

    CageOverlay(BoxesViewModel boxes, StudyState state, VideoView video) {
        this.boxes = boxes;
        this.state = state;
        this.video = video;
        setId("cage-overlay");
        setMinSize(0, 0);
        getStyleClass().add("cage-overlay");
        state.study().addListener((property, before, now) -> requestLayout());
        state.recording().addListener((property, before, now) -> requestLayout());
        state.focusedCage().addListener((property, before, now) -> requestLayout());
        boxes.editing().addListener((property, before, now) -> requestLayout());
        boxes.ghost().addListener((property, before, now) -> requestLayout());
        video.layoutBoundsProperty().addListener((property, before, now) -> requestLayout());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(released -> boxes.release());
        setOnMouseMoved(this::hover);
    }

    private Point2D source(MouseEvent at) {
        return video.toSource(at.getX(), at.getY());
    }

    private double reach() {
        return REACH / video.scale();
    }

    private void press(MouseEvent pressed) {
        Point2D at = source(pressed);
        if (pressed.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (boxes.editing().get()) {
            boxes.press(at.getX(), at.getY(), reach());
        } else {
            boxes.focusAt(at.getX(), at.getY());
        }
    }

    private void drag(MouseEvent dragged) {
        if (boxes.editing().get()) {
            Point2D at = source(dragged);
            boxes.dragTo(at.getX(), at.getY());
        }
    }

    private void hover(MouseEvent moved) {
        Point2D at = source(moved);
        if (!boxes.editing().get()) {
            setCursor(Cursor.DEFAULT);
            return;
        }
        setCursor(
                boxes.masking().get()
                        ? Cursor.CROSSHAIR
                        : boxes.gripAt(at.getX(), at.getY(), reach())
                                .map(CageOverlay::cursor)
                                .orElse(Cursor.CROSSHAIR));
    }

    private static Cursor cursor(BoxGrip grip) {
        return switch (grip) {
            case INSIDE -> Cursor.MOVE;
            case TOP, BOTTOM -> Cursor.V_RESIZE;
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case TOP_LEFT, BOTTOM_RIGHT -> Cursor.NW_RESIZE;
            case TOP_RIGHT, BOTTOM_LEFT -> Cursor.NE_RESIZE;
        };
    }

    @Override
    protected void layoutChildren() {
        video.layout();
        List<Node> nodes = new ArrayList<>();
        Optional<UUID> focused = state.focusedCage().get();
        Optional<BoxesViewModel.Ghost> ghost = boxes.ghost().get();
        for (Cage cage : boxes.cages()) {
            boolean isFocused = focused.filter(cage.id()::equals).isPresent();
            Box shown = ghost.filter(moved -> !moved.mask()
                            && moved.cageId().filter(cage.id()::equals).isPresent())
                    .map(BoxesViewModel.Ghost::box)
                    .orElse(cage.box());
            addCage(nodes, cage, shown, isFocused);
        }
        ghost.filter(drawn -> drawn.mask() || drawn.cageId().isEmpty())
                .ifPresent(drawn -> nodes.add(rectangle(drawn.box(), "cage-ghost")));
        getChildren().setAll(nodes);
        super.layoutChildren();
    }

    private void addCage(List<Node> nodes, Cage cage, Box box, boolean focused) {
        nodes.add(rectangle(box, "cage-shadow"));
        nodes.add(rectangle(box, focused ? "cage-focused" : "cage-box"));
        cage.tagMask().ifPresent(mask -> nodes.add(rectangle(mask, "cage-mask")));
        nodes.add(nameTag(cage, box, focused));
        if (focused && boxes.editing().get()) {
            for (BoxGrip grip : BoxGrip.values()) {
                if (grip != BoxGrip.INSIDE) {
                    nodes.add(handle(video.toView(grip.x(box), grip.y(box))));
                }
            }
        }
    }

    private Rectangle rectangle(Box box, String style) {
        Point2D from = video.toView(box.x(), box.y());
        Point2D to = video.toView(box.right(), box.bottom());
        Rectangle rectangle = new Rectangle(from.getX(), from.getY(), to.getX() - from.getX(), to.getY() - from.getY());
        rectangle.getStyleClass().add(style);
        rectangle.setMouseTransparent(true);
        return rectangle;
    }

    private static Rectangle handle(Point2D at) {
        Rectangle handle = new Rectangle(at.getX() - HANDLE / 2, at.getY() - HANDLE / 2, HANDLE, HANDLE);
        handle.getStyleClass().add("cage-handle");
        handle.setMouseTransparent(true);
        return handle;
    }

    private Label nameTag(Cage cage, Box box, boolean focused) {
        String animal = state.study().get().subjectIn(cage).map(Subject::name).orElse("");
        Label tag = new Label((cage.position() + "  " + animal).strip());
        tag.getStyleClass().addAll("cage-tag", focused ? "focused" : "resting");
        Point2D corner = video.toView(box.x(), box.y());
        Point2D right = video.toView(box.right(), box.y());
        tag.setMaxWidth(Math.max(20, right.getX() - corner.getX()));
        tag.relocate(Math.rint(corner.getX()), Math.rint(corner.getY()));
        tag.setMouseTransparent(true);
        return tag;
    }
}
