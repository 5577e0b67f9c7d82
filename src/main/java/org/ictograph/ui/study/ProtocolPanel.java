package org.ictograph.ui.study;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.ictograph.model.Protocol;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.LabelPaint;

/** The labels of the protocol with their keys, colours and patterns, and the stages of its scale. */
final class ProtocolPanel extends BorderPane {
    private static final double SWATCH_WIDTH = 26;
    private static final double SWATCH_HEIGHT = 14;

    private final Bench bench;
    private final StudyViewModel model;
    private final VBox labels = new VBox();

    ProtocolPanel(Bench bench, StudyViewModel model) {
        this.bench = bench;
        this.model = model;
        setId("protocol");
        getStyleClass().add("panel");
        labels.getStyleClass().add("panel-body");
        ScrollPane scroll = new ScrollPane(labels);
        scroll.setFitToWidth(true);
        setCenter(scroll);
        bench.look().theme().addListener((property, before, now) -> show());
        bench.session().state().study().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        Protocol protocol = model.protocol();
        Label title = new Label(bench.text("study.protocol"));
        title.getStyleClass().add("panel-title");
        Label name = new Label(bench.text("study.protocol.version", protocol.name(), protocol.version()));
        name.getStyleClass().add("muted");
        HBox head = new HBox(title, name);
        head.getStyleClass().add("panel-header");
        setTop(head);
        LabelPaint paint = new LabelPaint(bench.look().theme().get());
        labels.getChildren()
                .setAll(protocol.labels().stream()
                        .map(label -> line(label, paint))
                        .toList());
        if (!protocol.stages().isEmpty()) {
            Label scale = new Label(bench.text("study.scale", protocol.scale()));
            scale.getStyleClass().add("section");
            labels.getChildren().add(scale);
            protocol.stages().forEach(stage -> labels.getChildren().add(new Label(stage)));
        }
    }

    private Node line(org.ictograph.model.Label label, LabelPaint paint) {
        Label key = new Label(label.key());
        key.getStyleClass().add("key-sign");
        Rectangle swatch = new Rectangle(SWATCH_WIDTH, SWATCH_HEIGHT, paint.fill(label));
        swatch.getStyleClass().add("swatch");
        Label name = new Label(label.name());
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Label id = new Label(
                label.benchmarkId().isPresent() ? "#" + label.benchmarkId().getAsInt() : "");
        id.getStyleClass().addAll("muted", "number");
        HBox line = new HBox(8, key, swatch, name, air, id);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
