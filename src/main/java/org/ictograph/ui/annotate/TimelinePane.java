package org.ictograph.ui.annotate;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.TextSize;

/** Overview, ruler and lanes with their names, all on the same pixels. */
final class TimelinePane extends GridPane {
    private final LaneHeadersView headers;

    TimelinePane(TimelineViewModel timeline, Look look) {
        getStyleClass().addAll("panel", "timeline");
        DoubleProperty top = new SimpleDoubleProperty();
        OverviewView overview = new OverviewView(timeline, look);
        LanesView lanes = new LanesView(timeline, look, top);
        headers = new LaneHeadersView(timeline, look, top);
        ScrollBar scroll = scrollBar(timeline, lanes, top);

        add(corner(look.text("annotate.overview")), 0, 0);
        add(overview, 1, 0);
        add(corner(look.text("annotate.cages")), 0, 1);
        add(new RulerView(timeline, look), 1, 1);
        add(headers, 0, 2);
        add(lanes, 1, 2);
        add(scroll, 2, 2);
        setHgrow(overview, Priority.ALWAYS);
        RowConstraints fixed = new RowConstraints();
        RowConstraints growing = new RowConstraints();
        growing.setVgrow(Priority.ALWAYS);
        getRowConstraints().addAll(fixed, fixed, growing);
    }

    /** Opens the menu of the focused cage's lane. */
    void openLaneMenu() {
        headers.openMenu();
    }

    private static HBox corner(String name) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        HBox box = new HBox(label);
        box.getStyleClass().add("lane-corner");
        box.setMinWidth(LaneHeadersView.WIDTH);
        box.setMaxWidth(LaneHeadersView.WIDTH);
        TextSize.grow(box);
        return box;
    }

    private static ScrollBar scrollBar(TimelineViewModel timeline, LanesView lanes, DoubleProperty top) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(Orientation.VERTICAL);
        Runnable fit = () -> {
            double hidden = Math.max(0, timeline.lanes().get().height() - lanes.getHeight());
            bar.setMax(hidden);
            bar.setVisibleAmount(hidden
                    * lanes.getHeight()
                    / Math.max(1, timeline.lanes().get().height()));
            // A child that joins or leaves a grid while the grid is laid out breaks its layout.
            timeline.session().workplace().fx().execute(() -> {
                bar.setVisible(bar.getMax() > 0);
                bar.setManaged(bar.isVisible());
            });
            top.set(Math.min(top.get(), hidden));
        };
        lanes.heightProperty().addListener((property, before, now) -> fit.run());
        timeline.lanes().addListener((property, before, now) -> fit.run());
        bar.valueProperty().bindBidirectional(top);
        fit.run();
        return bar;
    }
}
