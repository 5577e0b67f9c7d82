package org.ictograph.ui.export;

import java.nio.file.Path;
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
import org.ictograph.model.ExportReceipt;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Earlier exports, each of which can be checked again. */
final class ReceiptsPanel extends BorderPane {
    private static final int HASH = 12;

    private final Bench bench;
    private final TableView<ExportReceipt> table;

    ReceiptsPanel(Bench bench, ExportViewModel model) {
        this.bench = bench;
        getStyleClass().add("panel");
        table = Tables.over(new FilteredList<>(model.receipts()));
        table.setId("receipts");
        table.setAccessibleText(bench.text("export.receipts"));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setPlaceholder(new Label(bench.text("export.noreceipts")));
        column("export.profile", 90, ExportReceipt::profile);
        number();
        column("export.manifest", 120, receipt -> shortened(receipt.manifestHash()));
        column("export.folder", 460, ExportReceipt::folder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label title = new Label(bench.text("export.receipts"));
        title.getStyleClass().add("panel-title");
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        Button verify = new Button(bench.text("export.verify"), new FontIcon(Feather.CHECK_CIRCLE));
        verify.setId("verify");
        verify.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        verify.setOnAction(pressed ->
                model.verify(Path.of(table.getSelectionModel().getSelectedItem().folder())));
        HBox head = new HBox(title, air, verify);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        setTop(head);
        setCenter(table);
    }

    private void number() {
        TableColumn<ExportReceipt, Integer> clips =
                Tables.column(bench.text("export.clips"), ExportReceipt::clips, String::valueOf);
        clips.getStyleClass().add("number-column");
        clips.setPrefWidth(60);
        table.getColumns().add(clips);
    }

    private void column(String key, double width, Function<ExportReceipt, String> text) {
        TableColumn<ExportReceipt, String> column = Tables.column(bench.text(key), text);
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    private static String shortened(String hash) {
        return hash.length() <= HASH ? hash : hash.substring(0, HASH) + "…";
    }
}
