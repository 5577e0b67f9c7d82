package org.ictograph.ui.annotate;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.ictograph.ui.kit.PointLook;

/** Which key point looks how; there while key points are drawn. */
final class PointsLegend extends FlowPane {
    private static final double SIDE = 4 * PointLook.REACH;

    PointsLegend(PointsViewModel points) {
        getStyleClass().add("points-legend");
        setId("points-legend");
        setMouseTransparent(true);
        setMaxHeight(USE_PREF_SIZE);
        points.animals().subscribe(animals -> show(points.names()));
    }

    private void show(List<String> names) {
        setVisible(!names.isEmpty());
        getChildren().clear();
        for (int i = 0; i < names.size(); i++) {
            Canvas sample = new Canvas(SIDE, SIDE);
            PointLook.of(i).draw(sample.getGraphicsContext2D(), SIDE / 2, SIDE / 2, true);
            Label name = new Label(names.get(i), sample);
            name.getStyleClass().add("cage-tag");
            getChildren().add(name);
        }
    }
}
