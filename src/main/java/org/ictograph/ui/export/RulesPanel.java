package org.ictograph.ui.export;

import java.util.Locale;
import java.util.function.Function;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.model.InclusionRule;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which events count: each rule with what the data set would hold under it, side by side, and the one that is taken. */
final class RulesPanel extends BorderPane {
    private final Bench bench;
    private final TableView<RulePreview> table;

    RulesPanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        getStyleClass().add("panel");
        table = Tables.over(new FilteredList<>(model.rules()));
        table.setId("rules");
        table.setAccessibleText(bench.text("export.rules"));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(new Label(bench.text("export.counting")));
        text("", 32, preview -> preview.study() ? "✓" : "");
        text("export.rule", 156, this::name);
        count("export.rule.positive", 74, RulePreview::positives);
        count("export.rule.negative", 78, RulePreview::negatives);
        count("export.rule.out", 50, RulePreview::leftOut);
        Label title = new Label(bench.text("export.rules"));
        title.getStyleClass().add("panel-title");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Button take = new Button(bench.text("export.rule.take"), new FontIcon(Feather.CHECK));
        take.setId("takeRule");
        take.setMinWidth(USE_PREF_SIZE);
        take.setDisable(true);
        take.setOnAction(pressed -> {
            RulePreview chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null && model.mayPlan()) {
                model.take(chosen.rule());
            } else if (chosen != null) {
                bench.say().accept(Notice.done("export.rule.owneronly"));
            }
        });
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> take.setDisable(now == null || now.study() || !bench.writing()));
        HBox head = new HBox(title, air, take);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        setTop(head);
        setCenter(table);
        setMinHeight(190);
        setPrefHeight(200);
    }

    private String name(RulePreview preview) {
        InclusionRule rule = preview.rule();
        return bench.text("export.rule." + rule.kind().name().toLowerCase(Locale.ROOT), rule.likeness());
    }

    private void text(String key, double width, Function<RulePreview, String> text) {
        TableColumn<RulePreview, String> column = Tables.column(key.isEmpty() ? "" : bench.text(key), text);
        add(column, width);
    }

    private void count(String key, double width, Function<RulePreview, Integer> count) {
        TableColumn<RulePreview, Integer> column = Tables.column(bench.text(key), count, String::valueOf);
        column.getStyleClass().add("number-column");
        add(column, width);
    }

    private void add(TableColumn<RulePreview, ?> column, double width) {
        column.setPrefWidth(Tables.width(column.getText(), width));
        column.setSortable(false);
        table.getColumns().add(column);
    }
}
