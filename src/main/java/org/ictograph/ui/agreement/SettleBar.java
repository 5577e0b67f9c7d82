package org.ictograph.ui.agreement;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.model.Rater;
import org.ictograph.model.Settlement.Outcome;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.IconButton;
import org.kordamp.ikonli.feather.Feather;

/** Says what the consensus is about the selected event. */
final class SettleBar extends HBox {
    private final Bench bench;
    private final AgreementViewModel model;
    private final Button first = new Button();
    private final Button second = new Button();
    private final Button mean = new Button();
    private final Button neither = new Button();

    SettleBar(Bench bench, AgreementViewModel model, Runnable settled) {
        this.bench = bench;
        this.model = model;
        getStyleClass().addAll("strip", "decision-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        buttons().forEach((outcome, button) -> {
            button.setFocusTraversable(false);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> {
                var unused = model.settle(outcome).thenAccept(entry -> settled.run());
            });
        });
        first.setId("takeA");
        second.setId("takeB");
        neither.setId("neither");
        mean.setText(bench.text("agreement.mean"));
        neither.setText(bench.text("agreement.neither"));
        getChildren()
                .addAll(
                        first,
                        second,
                        mean,
                        neither,
                        air,
                        new IconButton(Feather.CORNER_UP_LEFT, bench.text("proposals.undo"), model::undo));
        model.selected().addListener((property, before, now) -> show());
        model.comparison().addListener((property, before, now) -> show());
        show();
    }

    private Map<Outcome, Button> buttons() {
        return Map.of(Outcome.FIRST, first, Outcome.SECOND, second, Outcome.MEAN, mean, Outcome.NEITHER, neither);
    }

    private void show() {
        first.setText(
                bench.text("agreement.take", model.a().get().map(Rater::name).orElse("A")));
        second.setText(
                bench.text("agreement.take", model.b().get().map(Rater::name).orElse("B")));
        buttons().forEach((outcome, button) -> button.setDisable(!model.possible(outcome)));
        bench.editing(first, second, mean, neither);
    }
}
