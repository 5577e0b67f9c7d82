package org.ictograph.ui.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import org.ictograph.dataset.SplitShape;
import org.ictograph.dataset.Together;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.IconButton;
import org.kordamp.ikonli.feather.Feather;

/** How animals are dealt to parts: into which, what stays together, or which earlier split is kept. */
final class SplitFields {
    private final Bench bench;
    private final ExportViewModel model;
    private final ComboBox<SplitShape> shape;
    private final ComboBox<Integer> folds = new ComboBox<>();
    private final Map<Together, CheckBox> ties = new EnumMap<>(Together.class);
    private final TextField seed = new TextField();
    private final Label kept = new Label();
    private final IconButton drop;

    SplitFields(Bench bench, ExportViewModel model, ChoicePanel panel) {
        this.bench = bench;
        this.model = model;
        shape = Choices.box(List.of(SplitShape.values()), value -> named("export.shape", value));
        shape.setId("shape");
        shape.setAccessibleText(bench.text("export.split"));
        shape.setMaxWidth(Double.MAX_VALUE);
        shape.setOnAction(picked -> take(choice -> choice.withShape(shape.getValue()), shape.getValue() != null));
        folds.getItems().setAll(2, 3, 4, 5, 6, 8, 10);
        folds.setId("folds");
        folds.setAccessibleText(bench.text("export.shape.folds"));
        folds.setOnAction(picked -> {
            Integer count = folds.getValue();
            take(choice -> choice.withFolds(count == null ? choice.folds() : count), count != null);
        });
        HBox.setHgrow(shape, Priority.ALWAYS);
        HBox shapes = new HBox(4, shape, folds);
        shapes.setAlignment(Pos.CENTER_LEFT);
        panel.row("export.split", shapes);
        panel.row("export.together", boxes());
        seed.setId("seed");
        seed.setOnAction(entered -> takeSeed());
        seed.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                takeSeed();
            }
        });
        panel.row("export.seed", seed);
        drop = new IconButton(
                Feather.X, bench.text("export.kept.drop"), () -> take(c -> c.withKept(Optional.empty()), true));
        panel.row("export.kept", keptLine());
        model.choice().addListener((property, before, now) -> show(now.split()));
        show(model.choice().get().split());
    }

    private FlowPane boxes() {
        FlowPane line = new FlowPane(10, 4);
        for (Together tie : Together.values()) {
            CheckBox box = new CheckBox(named("export.together", tie));
            box.setId("together-" + tie.text());
            box.setTooltip(new Tooltip(bench.text("export.together." + tie.text() + ".tip")));
            box.setOnAction(ticked -> take(choice -> choice.withTogether(ticked()), true));
            ties.put(tie, box);
            line.getChildren().add(box);
        }
        return line;
    }

    private List<Together> ticked() {
        List<Together> chosen = new ArrayList<>();
        ties.forEach((tie, box) -> {
            if (box.isSelected()) {
                chosen.add(tie);
            }
        });
        return chosen;
    }

    private HBox keptLine() {
        kept.setId("kept");
        kept.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(kept, Priority.ALWAYS);
        HBox line = new HBox(
                4, kept, drop, new IconButton(Feather.FOLDER, bench.text("export.kept.choose"), this::chooseKept));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void chooseKept() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(bench.text("export.kept.choose"));
        Optional.ofNullable(chooser.showDialog(kept.getScene().getWindow()))
                .ifPresent(folder -> model.keep(folder.toPath()));
    }

    private void takeSeed() {
        try {
            long typed = Long.parseLong(seed.getText().strip());
            take(choice -> choice.withSeed(typed), true);
        } catch (NumberFormatException unreadable) {
            seed.setText(Long.toString(model.choice().get().split().seed()));
        }
    }

    private void take(UnaryOperator<SplitChoice> changed, boolean chosen) {
        ExportChoice now = model.choice().get();
        SplitChoice next = chosen ? changed.apply(now.split()) : now.split();
        if (!next.equals(now.split())) {
            model.choice().set(now.withSplit(next));
        }
    }

    private String named(String key, Enum<?> value) {
        return bench.text(key + "." + value.name().toLowerCase(Locale.ROOT));
    }

    private void show(SplitChoice choice) {
        boolean free = choice.kept().isEmpty();
        shape.setDisable(!free);
        shape.setValue(choice.shape());
        folds.setDisable(!choice.hasFolds());
        folds.setValue(choice.hasFolds() ? choice.folds() : null);
        ties.forEach((tie, box) -> box.setSelected(choice.together().contains(tie)));
        seed.setDisable(!free);
        seed.setText(Long.toString(choice.seed()));
        drop.setVisible(!free);
        kept.setText(choice.kept()
                .map(one -> String.valueOf(one.from().getFileName()))
                .orElse(bench.text("export.kept.none")));
        kept.setTooltip(choice.kept()
                .map(SplitChoice.KeptSplit::from)
                .map(Path::toString)
                .map(Tooltip::new)
                .orElse(null));
    }
}
