package org.ictograph.ui.study;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
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
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The labels of the protocol with their keys, colours and patterns, and the stages of its scale. */
final class ProtocolPanel extends BorderPane {
    private static final double SWATCH_WIDTH = 26;
    private static final double SWATCH_HEIGHT = 14;

    private final Bench bench;
    private final StudyViewModel model;
    private final VBox labels = new VBox();
    private final Button change;

    ProtocolPanel(Bench bench, StudyViewModel model) {
        this.bench = bench;
        this.model = model;
        setId("protocol");
        getStyleClass().add("panel");
        labels.getStyleClass().add("panel-body");
        change = new Button(bench.text("protocol.change"), new FontIcon(Feather.EDIT_2));
        change.setId("change-protocol");
        change.setMinWidth(USE_PREF_SIZE);
        change.setOnAction(pressed -> new ProtocolSheet(bench).show(getScene().getWindow()));
        bench.session().state().rater().addListener((property, before, now) -> show());
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
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox head = new HBox(8, title, air, change);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        setTop(head);
        LabelPaint paint = new LabelPaint(bench.look().theme().get());
        change.setDisable(!bench.session().defining().may());
        labels.getChildren()
                .setAll(protocol.labels().stream()
                        .map(label -> line(label, paint))
                        .toList());
        name.setWrapText(true);
        labels.getChildren().add(0, name);
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
        Label name = new Label(bench.look().label(label));
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Label id = new Label(
                label.benchmarkId().isPresent() ? "#" + label.benchmarkId().getAsInt() : "");
        id.getStyleClass().addAll("muted", "number");
        HBox line = new HBox(8, key, swatch, name, air, id);
        line.setAlignment(Pos.CENTER_LEFT);
        if (label.definition().isEmpty()) {
            return line;
        }
        Label definition = new Label(label.definition());
        definition.getStyleClass().add("muted");
        definition.setWrapText(true);
        definition.setMinHeight(USE_PREF_SIZE);
        return new VBox(line, definition);
    }
}
