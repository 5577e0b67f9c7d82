package org.ictograph.ui.study;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ictograph.session.LedgerLine;
import org.ictograph.session.LookedTime;
import org.ictograph.timeline.TimeText;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.Tables;

/** How much has been looked at, and how: a row leads to its first unseen time. */
final class CoveragePanel extends BorderPane {
    private final Bench bench;
    private final Consumer<LedgerLine> goer;
    private final TableView<CoverageRow> table;

    /** @param goer shows the cage of a line in its recording */
    CoveragePanel(Bench bench, CoverageViewModel model, Consumer<LedgerLine> goer) {
        this.bench = bench;
        this.goer = goer;
        this.table = Tables.over(new FilteredList<>(model.rows()));
        getStyleClass().add("panel");
        table.setId("coverage");
        table.setPlaceholder(new Label(bench.text("coverage.none")));
        columns();
        table.setRowFactory(view -> {
            TableRow<CoverageRow> row = new TableRow<>();
            row.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !row.isEmpty()) {
                    goToSelected();
                }
            });
            return row;
        });
        table.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER) {
                goToSelected();
                key.consume();
            }
        });
        setTop(head(model));
        setCenter(table);
    }

    private HBox head(CoverageViewModel model) {
        ComboBox<CoverageViewModel.By> by = new ComboBox<>();
        by.setId("coverage-by");
        by.getItems().setAll(CoverageViewModel.By.values());
        by.setConverter(Choices.shownAs(item -> bench.text(item.messageKey())));
        by.valueProperty().bindBidirectional(model.by());
        Label rows = new Label(bench.text("coverage.rows"));
        rows.setLabelFor(by);
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Label advice = new Label(bench.text("coverage.advice"));
        advice.getStyleClass().add("muted");
        HBox head = new HBox(8, rows, by, air, advice);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        return head;
    }

    private void columns() {
        TableColumn<CoverageRow, String> name = Tables.column(bench.text("coverage.what"), CoverageRow::name);
        name.setPrefWidth(140);
        table.getColumns().add(name);
        TableColumn<CoverageRow, Double> share =
                Cells.share(bench.text("coverage.looked"), row -> row.time().share());
        share.setPrefWidth(124);
        table.getColumns().add(share);
        table.getColumns().add(time("coverage.filmed", LookedTime::filmed));
        table.getColumns().add(time("coverage.unseen", LookedTime::unseen));
        table.getColumns().add(time("coverage.skimmed", LookedTime::skimmed));
        TableColumn<CoverageRow, String> speeds =
                Tables.column(bench.text("coverage.speeds"), row -> speeds(row.time()));
        speeds.setPrefWidth(74);
        table.getColumns().add(speeds);
        table.getColumns().add(time("coverage.watched", LookedTime::watched));
        table.getColumns().add(time("coverage.reviewed", LookedTime::reviewed));
        table.getColumns().add(time("coverage.labelled", LookedTime::labelled));
        TableColumn<CoverageRow, Double> rate =
                Tables.column(bench.text("coverage.rate"), row -> row.time().seizuresPerHour(), this::perHour);
        rate.getStyleClass().add("number-column");
        rate.setPrefWidth(86);
        table.getColumns().add(rate);
    }

    private TableColumn<CoverageRow, Long> time(String key, ToLongFunction<LookedTime> micros) {
        TableColumn<CoverageRow, Long> column = Tables.column(
                bench.text(key), row -> micros.applyAsLong(row.time()), value -> clock(value), value -> seconds(value));
        column.getStyleClass().add("number-column");
        column.setPrefWidth(76);
        return column;
    }

    /** Without the milliseconds. */
    private static String clock(long micros) {
        String text = TimeText.clock(micros);
        return text.substring(0, text.indexOf('.'));
    }

    private static String seconds(long micros) {
        return String.format(Locale.ROOT, "%.3f", micros / 1e6);
    }

    private String perHour(double rate) {
        return Double.isNaN(rate) ? "–" : bench.look().number("%.2f", rate);
    }

    private String speeds(LookedTime time) {
        if (time.skimmed() == 0) {
            return "";
        }
        String slowest = speed(time.slowest());
        String fastest = speed(time.fastest());
        return slowest.equals(fastest) ? fastest : slowest + " – " + fastest;
    }

    private String speed(double speed) {
        return bench.look().number(speed == Math.rint(speed) ? "%.0f×" : "%.1f×", speed);
    }

    private void goToSelected() {
        CoverageRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            goer.accept(row.place());
        }
    }
}
