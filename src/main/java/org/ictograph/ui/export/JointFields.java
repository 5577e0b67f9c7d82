package org.ictograph.ui.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ictograph.dataset.JointForm;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;

/** Which joints a data set shows, how large the squares around them are, and whether labels rise; only for profiles with joints. */
final class JointFields {
    private static final double GAP = 4;

    private final ExportViewModel model;
    private final TextField points = new TextField();
    private final ComboBox<Integer> side;
    private final CheckBox soft;
    private final FieldName name;
    private final VBox fields;

    JointFields(Bench bench, ExportViewModel model, ChoicePanel panel) {
        this.model = model;
        points.setId("joints");
        points.setPromptText(bench.text("export.joints.all"));
        points.setTooltip(new Tooltip(bench.text("export.joints.tip")));
        points.setOnAction(entered -> takePoints());
        points.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                takePoints();
            }
        });
        HBox.setHgrow(points, Priority.ALWAYS);
        side = Choices.box(
                List.of(0, 32, 48, 64, 96, 128, 192, 256),
                value -> value == 0 ? bench.text("export.joints.nofilm") : bench.text("export.joints.pixels", value));
        side.setId("joint-size");
        side.setAccessibleText(bench.text("export.joints.size"));
        side.setTooltip(new Tooltip(bench.text("export.joints.size")));
        side.setOnAction(picked -> {
            Integer chosen = side.getValue();
            take(form -> chosen == null ? form : form.withSide(chosen));
        });
        soft = new CheckBox(bench.text("export.joints.soft"));
        soft.setId("soft");
        soft.setTooltip(new Tooltip(bench.text("export.joints.soft.tip")));
        soft.setOnAction(ticked -> take(form -> form.withRamp(soft.isSelected())));
        fields = new VBox(GAP, new HBox(GAP, points, side), soft);
        name = new FieldName(bench.text("export.joints"), points);
        panel.row(name, fields);
        model.choice().addListener((property, before, now) -> show(now.joints()));
        show(model.choice().get().joints());
    }

    private void takePoints() {
        List<String> typed = Arrays.stream(points.getText().split(",", -1))
                .map(String::strip)
                .filter(point -> !point.isEmpty())
                .distinct()
                .toList();
        take(form -> form.withPoints(typed));
    }

    private void take(UnaryOperator<JointForm> changed) {
        ExportChoice now = model.choice().get();
        now.joints()
                .map(changed)
                .filter(next -> !now.joints().equals(Optional.of(next)))
                .ifPresent(next -> model.choice().set(now.withJoints(next)));
    }

    private void show(Optional<JointForm> joints) {
        for (Node part : List.of(name, fields)) {
            part.setVisible(joints.isPresent());
            part.setManaged(joints.isPresent());
        }
        joints.ifPresent(form -> {
            points.setText(String.join(", ", form.points()));
            if (!side.getItems().contains(form.side())) {
                side.getItems().add(form.side());
            }
            side.setValue(form.side());
            soft.setSelected(form.ramp());
        });
    }
}
