package org.ictograph.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.ictograph.timeline.Lanes;
import org.ictograph.timeline.TimeText;
import org.ictograph.timeline.Viewport;
import org.ictograph.ui.kit.Look;

/** What is seen while marks are dragged: where they would be, the time of the edge, and what it has been drawn to. */
final class DragGhosts extends Group {
    private final TimelineViewModel timeline;
    private final Look look;
    private final DoubleProperty top;
    private final Line guide = new Line();
    private final Label words = new Label();

    DragGhosts(TimelineViewModel timeline, Look look, DoubleProperty top) {
        this.timeline = timeline;
        this.look = look;
        this.top = top;
        setManaged(false);
        setMouseTransparent(true);
        guide.getStyleClass().add("snap-guide");
        words.getStyleClass().add("snap-words");
    }

    /** Puts the ghosts where a view shows them. */
    void place(Viewport view, double height) {
        getChildren().clear();
        BarDrag drag = timeline.drag();
        Optional<BarDrag.Ghost> first = drag.ghost().get();
        if (first.isEmpty()) {
            return;
        }
        List<BarDrag.Ghost> all = new ArrayList<>(drag.company());
        all.add(first.get());
        for (BarDrag.Ghost ghost : all) {
            timeline.lanes()
                    .get()
                    .laneOf(ghost.cageId())
                    .ifPresent(lane -> getChildren().add(shape(ghost, lane, view)));
        }
        guide(drag, view, height);
        words.setText(look.text(
                drag.hint().map(hint -> "annotate.snap." + lower(hint.to())).orElse("annotate.snap.frame"),
                TimeText.clock(first.get().span().start()),
                TimeText.clock(first.get().span().end()),
                TimeText.length(first.get().span().length())));
        words.relocate(
                Math.max(
                        2,
                        Math.min(view.width() - 330, view.xOf(first.get().span().start()))),
                2);
        words.autosize();
        getChildren().add(words);
    }

    private static String lower(BarDrag.Drawn drawn) {
        return drawn.name().toLowerCase(Locale.ROOT);
    }

    private void guide(BarDrag drag, Viewport view, double height) {
        drag.hint().ifPresent(hint -> {
            double x = Math.floor(view.xOf(hint.micros())) + 0.5;
            guide.setStartX(x);
            guide.setEndX(x);
            guide.setEndY(height);
            getChildren().add(guide);
        });
    }

    private Rectangle shape(BarDrag.Ghost ghost, Lanes.CageLane lane, Viewport view) {
        double left = view.xOf(ghost.span().start());
        Rectangle shape = new Rectangle(
                left,
                lane.y() - top.get() + 1,
                Math.max(2, view.xOf(ghost.span().end()) - left),
                lane.height() - 3);
        shape.getStyleClass().add("drag-ghost");
        return shape;
    }
}
