package org.ictograph.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ictograph.dataset.DatasetPlan;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;

/** The dry run: clips of each class in each part, which opens into its animals. */
final class CountsPanel extends BorderPane {
    private static final long MEGABYTE = 1_000_000;

    private final Bench bench;
    private final ExportViewModel model;
    private final TreeTableView<CountRow> table = new TreeTableView<>();
    private final TreeItem<CountRow> root = new TreeItem<>();
    private final Label summary = new Label();
    private final Label estimate = new Label();
    private final Label waiting = new Label();

    CountsPanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        this.model = model;
        getStyleClass().add("panel");
        Label title = new Label(bench.text("export.counts"));
        title.getStyleClass().add("panel-title");
        summary.getStyleClass().add("muted");
        summary.setId("summary");
        HBox head = new HBox(title, summary);
        head.getStyleClass().add("panel-header");
        estimate.getStyleClass().addAll("muted", "panel-line");
        estimate.setId("estimate");
        estimate.setWrapText(true);
        estimate.setMinHeight(USE_PREF_SIZE);
        setTop(new VBox(head, estimate));
        // For good, with other children each time: a table holds on to every root that it ever had.
        table.setRoot(root);
        table.setShowRoot(false);
        table.setId("counts");
        Tables.grow(table);
        table.setAccessibleText(bench.text("export.counts"));
        table.getStyleClass().addAll("dense", "kit-table");
        table.setPlaceholder(waiting);
        setCenter(table);
        model.plan().addListener((property, before, now) -> show(now));
        model.trouble().addListener((property, before, now) -> show(model.plan().get()));
        model.estimate().addListener((property, before, now) -> tellEstimate());
        show(model.plan().get());
        tellEstimate();
    }

    private void tellEstimate() {
        estimate.setText(model.estimate()
                .get()
                .map(made -> bench.text(
                        "export.estimate",
                        (made.bytes() + MEGABYTE - 1) / MEGABYTE,
                        Durations.text(bench, made.seconds()),
                        Durations.text(bench, made.least()),
                        Durations.text(bench, made.most()),
                        made.tried()))
                .orElse(bench.text("export.estimating")));
    }

    private void show(Optional<DatasetPlan> plan) {
        List<TreeItem<CountRow>> parts = new ArrayList<>();
        table.getColumns().clear();
        plan.ifPresent(made -> {
            columns(made);
            for (CountRow part : CountRow.of(made)) {
                TreeItem<CountRow> item = new TreeItem<>(part);
                item.setExpanded(true);
                part.animals().forEach(animal -> item.getChildren().add(new TreeItem<>(animal)));
                parts.add(item);
            }
        });
        root.getChildren().setAll(parts);
        waiting.setText(
                model.trouble().get().isEmpty()
                        ? bench.text("export.counting")
                        : bench.failure(model.trouble().get()));
        summary.setText(plan.map(made -> bench.text(
                        "export.summary",
                        made.clips().size(),
                        made.refusals().size(),
                        (made.bytes() + MEGABYTE - 1) / MEGABYTE))
                .orElse(""));
    }

    private void columns(DatasetPlan plan) {
        text("export.part", 120, row -> row.animal().isEmpty() ? part(plan, row) : row.animal());
        count(bench.text("export.clips"), 60, CountRow::total);
        for (String label : CountRow.classes(plan)) {
            count(className(label), Math.max(66, 30 + 7.0 * className(label).length()), row -> row.clips(label));
        }
        text(
                "export.animals",
                84,
                row -> row.animal().isEmpty() ? String.valueOf(row.animals().size()) : "");
    }

    private String part(DatasetPlan plan, CountRow row) {
        if (row.part().isEmpty()) {
            return bench.text("export.undealt");
        }
        return plan.profile().split().folded() ? bench.text("export.fold", row.part()) : row.part();
    }

    /** Classes that a profile has no words for, such as 0 and 1, get some. */
    private String className(String label) {
        String key = "export.class." + label;
        return bench.look().messages().has(key) ? bench.text(key) : label;
    }

    private void text(String key, double width, Function<CountRow, String> text) {
        TreeTableColumn<CountRow, String> column = new TreeTableColumn<>(bench.text(key));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue().getValue())));
        column.setPrefWidth(Tables.width(column.getText(), width));
        table.getColumns().add(column);
    }

    private void count(String title, double width, ToIntFunction<CountRow> count) {
        TreeTableColumn<CountRow, Integer> column = new TreeTableColumn<>(title);
        column.setCellValueFactory(row ->
                new ReadOnlyObjectWrapper<>(count.applyAsInt(row.getValue().getValue())));
        column.getStyleClass().add("number-column");
        column.setMinWidth(Tables.width(column.getText(), 0));
        column.setPrefWidth(Tables.width(column.getText(), width));
        table.getColumns().add(column);
    }
}
