package org.ictograph.ui.study;

import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.ictograph.model.Label;
import org.ictograph.ui.kit.FittedText;
import org.ictograph.ui.kit.KeyCap;
import org.ictograph.ui.kit.LabelPaint;
import org.ictograph.ui.kit.LabelPaint.Provenance;
import org.ictograph.ui.kit.Look;

/** How raters will meet the labels: keys as below the lanes, and bars of people, models and the consensus in lanes. */
final class ProtocolPreview extends VBox {
    private static final double ROW = 20;
    private static final double BAR = 14;
    private static final double HEAD = 92;
    private static final double SCORE = 0.7;

    private final Look look;
    private final FlowPane caps = new FlowPane();
    private final Canvas lanes;
    private final FittedText text = new FittedText(Font.font(11));

    ProtocolPreview(Look look, double width) {
        super(6);
        this.look = look;
        setId("protocol-preview");
        caps.getStyleClass().add("key-caps");
        caps.setPrefWrapLength(width);
        lanes = new Canvas(width, ROW * Provenance.values().length);
        getChildren().addAll(lanes, caps);
    }

    void show(List<Label> labels) {
        LabelPaint paint = new LabelPaint(look.theme().get());
        caps.getChildren()
                .setAll(labels.stream()
                        .map(label -> new KeyCap(label, paint, look.label(label)))
                        .toList());
        GraphicsContext canvas = lanes.getGraphicsContext2D();
        canvas.clearRect(0, 0, lanes.getWidth(), lanes.getHeight());
        canvas.setFont(text.font());
        lane(canvas, paint, labels, Provenance.PERSON, 0);
        lane(canvas, paint, labels, Provenance.PROPOSAL, 1);
        lane(canvas, paint, labels, Provenance.CONSENSUS, 2);
    }

    private void lane(GraphicsContext canvas, LabelPaint paint, List<Label> labels, Provenance provenance, int row) {
        double top = row * ROW + (ROW - BAR) / 2;
        canvas.setFill(look.theme().get().palette().ink());
        canvas.fillText(look.text("protocol.lane." + row), 0, top + BAR - 3, HEAD - 6);
        double each = (lanes.getWidth() - HEAD) / Math.max(1, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double x = HEAD + i * each;
            double width = Math.max(4, each - 6);
            paint.bar(canvas, label, provenance, provenance == Provenance.PROPOSAL ? SCORE : 1, x, top, width, BAR);
            if (provenance == Provenance.PERSON) {
                canvas.setFill(paint.ink(label));
                canvas.fillText(text.fit(look.label(label), width - 6), x + 3, top + BAR - 3);
            }
        }
    }
}
