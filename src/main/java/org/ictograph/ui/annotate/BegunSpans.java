package org.ictograph.ui.annotate;

import javafx.beans.property.DoubleProperty;
import javafx.collections.MapChangeListener;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;
import org.ictograph.session.Marking;
import org.ictograph.session.StudySession;
import org.ictograph.timeline.Viewport;

/** The spans that have an onset and wait for their offset: from the onset to the playhead, growing with it. */
final class BegunSpans extends Group {
    private static final double HEIGHT = 16;

    private final TimelineViewModel timeline;
    private final StudySession session;
    private final DoubleProperty top;

    BegunSpans(TimelineViewModel timeline, DoubleProperty top) {
        this.timeline = timeline;
        this.session = timeline.session();
        this.top = top;
        setManaged(false);
        setMouseTransparent(true);
        session.marking().begun().addListener((MapChangeListener<Marking.Begun, Long>)
                change -> timeline.view().get().ifPresent(this::place));
    }

    /** Puts the spans where a view shows them. */
    void place(Viewport view) {
        getChildren().clear();
        session.marking()
                .begun()
                .forEach((begun, onset) -> timeline.lanes()
                        .get()
                        .laneOf(begun.cageId())
                        .ifPresent(lane -> {
                            double from = view.xOf(onset);
                            double to = view.xOf(session.playback().position().get());
                            Rectangle span = new Rectangle(
                                    Math.min(from, to),
                                    lane.y() - top.get() + 2,
                                    Math.max(3, Math.abs(to - from)),
                                    Math.min(HEIGHT, lane.height() - 4));
                            span.getStyleClass().add("begun-span");
                            getChildren().add(span);
                        }));
    }
}
