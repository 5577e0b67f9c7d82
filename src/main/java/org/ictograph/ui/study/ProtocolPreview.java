package org.ictograph.ui.study;

import java.util.List;
import javafx.beans.value.ObservableValue;
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
import org.ictograph.ui.kit.TextSize;

/** How raters will meet the labels: keys as below the lanes, and bars of people, models and the consensus in lanes. */
final class ProtocolPreview extends VBox {
    private static final double ROW = 20;
    private static final double BAR = 14;
    private static final double HEAD = 92;
    private static final double SCORE = 0.7;

    private final Look look;
    private final double width;
    private final FlowPane caps = new FlowPane();
    private final Canvas lanes = new Canvas();
    private final FittedText text = new FittedText(Font.font(11));
    private final ObservableValue<Double> factor = TextSize.factor(this);
    private List<Label> shown = List.of();

    /** @param width in usual text */
    ProtocolPreview(Look look, double width) {
        super(6);
        this.look = look;
        this.width = width;
        setId("protocol-preview");
        caps.getStyleClass().add("key-caps");
        getChildren().addAll(lanes, caps);
        fit();
        factor.addListener((property, before, now) -> {
            fit();
            paint();
        });
    }

    private void fit() {
        caps.setPrefWrapLength(width * factor.getValue());
        lanes.setWidth(width * factor.getValue());
        lanes.setHeight(ROW * Provenance.values().length * factor.getValue());
    }

    void show(List<Label> labels) {
        shown = List.copyOf(labels);
        LabelPaint paint = new LabelPaint(look.theme().get());
        caps.getChildren()
                .setAll(labels.stream()
                        .map(label -> new KeyCap(label, paint, look.label(label)))
                        .toList());
        paint();
    }

    /** Draws for usual text and enlarges that. */
    private void paint() {
        LabelPaint paint = new LabelPaint(look.theme().get());
        GraphicsContext canvas = lanes.getGraphicsContext2D();
        canvas.clearRect(0, 0, lanes.getWidth(), lanes.getHeight());
        canvas.save();
        canvas.scale(factor.getValue(), factor.getValue());
        canvas.setFont(text.font());
        lane(canvas, paint, Provenance.PERSON, 0);
        lane(canvas, paint, Provenance.PROPOSAL, 1);
        lane(canvas, paint, Provenance.CONSENSUS, 2);
        canvas.restore();
    }

    private void lane(GraphicsContext canvas, LabelPaint paint, Provenance provenance, int row) {
        double top = row * ROW + (ROW - BAR) / 2;
        canvas.setFill(look.theme().get().palette().ink());
        canvas.fillText(look.text("protocol.lane." + row), 0, top + BAR - 3, HEAD - 6);
        double each = (width - HEAD) / Math.max(1, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            Label label = shown.get(i);
            double x = HEAD + i * each;
            double room = Math.max(4, each - 6);
            paint.bar(canvas, label, provenance, provenance == Provenance.PROPOSAL ? SCORE : 1, x, top, room, BAR);
            if (provenance == Provenance.PERSON) {
                canvas.setFill(paint.ink(label));
                canvas.fillText(text.fit(look.label(label), room - 6), x + 3, top + BAR - 3);
            }
        }
    }
}
