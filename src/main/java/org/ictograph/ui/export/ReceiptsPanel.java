package org.ictograph.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.ictograph.dataset.Profile;
import org.ictograph.model.ExportReceipt;
import org.ictograph.session.Notice;
import org.ictograph.ui.bench.Bench;
import org.ictograph.ui.kit.Tables;
import org.ictograph.ui.kit.Wrapped;
import org.ictograph.work.FileBrowser;
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
        column("export.profile", 220, receipt -> ChoicePanel.title(bench.look(), receipt.profile(), model.profiles()));
        number();
        column("export.manifest", 120, receipt -> shortened(receipt.manifestHash()));
        column("export.folder", 330, ExportReceipt::folder);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label title = new Label(bench.text("export.receipts"));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(USE_PREF_SIZE);
        Button verify = new Button(bench.text("export.verify"), new FontIcon(Feather.CHECK_CIRCLE));
        verify.setId("verify");
        verify.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        verify.setOnAction(pressed ->
                model.verify(Path.of(table.getSelectionModel().getSelectedItem().folder())));
        Button look = new Button(bench.text("export.look"), new FontIcon(Feather.GRID));
        look.setId("lookOver");
        look.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        look.setOnAction(
                pressed -> new ContactSheet(bench, chosen()).show(getScene().getWindow()));
        Button open = new Button(bench.text("export.open"), new FontIcon(Feather.FOLDER));
        open.setId("openFolder");
        open.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        open.setOnAction(pressed -> {
            if (!FileBrowser.open(chosen())) {
                bench.say().accept(Notice.done("export.browser", chosen()));
            }
        });
        // Profiles of the lab are read later.
        model.profiles().addListener((ListChangeListener<Profile>) change -> table.refresh());
        // The data set that was just written is the one to look at.
        model.receipts().addListener((ListChangeListener<ExportReceipt>) change -> {
            if (model.outcome().get().isPresent() && !model.receipts().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        });
        for (Button button : List.of(look, open, verify)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(title, Wrapped.right(look, open, verify));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-header");
        setTop(head);
        setCenter(table);
    }

    private Path chosen() {
        return Path.of(table.getSelectionModel().getSelectedItem().folder());
    }

    private void number() {
        TableColumn<ExportReceipt, Integer> clips =
                Tables.column(bench.text("export.clips"), ExportReceipt::clips, String::valueOf);
        clips.getStyleClass().add("number-column");
        clips.setMinWidth(Tables.width(clips.getText(), 0));
        clips.setPrefWidth(60);
        table.getColumns().add(clips);
    }

    private void column(String key, double width, Function<ExportReceipt, String> text) {
        TableColumn<ExportReceipt, String> column = Tables.column(bench.text(key), text);
        column.setMinWidth(Tables.width(column.getText(), 0));
        column.setPrefWidth(Tables.width(column.getText(), width));
        table.getColumns().add(column);
    }

    private static String shortened(String hash) {
        return hash.length() <= HASH ? hash : hash.substring(0, HASH) + "…";
    }
}
