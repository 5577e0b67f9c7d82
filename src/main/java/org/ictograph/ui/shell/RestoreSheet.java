package org.ictograph.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.Snapshot;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.ui.kit.Tables;

/** The snapshots of a study to choose from. */
final class RestoreSheet {
    private static final double WIDTH = 610;

    private final Look look;
    private final TableView<Snapshot> table = new TableView<>();
    private final Map<Snapshot, Long> marks = new HashMap<>();

    RestoreSheet(Look look, List<Snapshot> snapshots) {
        this.look = look;
        table.setId("snapshots");
        Tables.grow(table);
        table.setAccessibleText(look.text("restore.title"));
        table.setPlaceholder(new Label(look.text("restore.none")));
        table.getColumns().add(column("restore.when", 190, snapshot -> look.moment(snapshot.made())));
        table.getColumns()
                .add(column(
                        "restore.why",
                        200,
                        snapshot -> look.text(
                                "restore.reason." + snapshot.reason().name().toLowerCase(Locale.ROOT))));
        table.getColumns().add(column("restore.edits", 100, snapshot -> Long.toString(snapshot.edits())));
        table.getColumns()
                .add(column(
                        "restore.marks",
                        90,
                        snapshot -> Optional.ofNullable(marks.get(snapshot))
                                .map(String::valueOf)
                                .orElse("–")));
        table.getItems().setAll(snapshots);
        table.getSelectionModel().selectFirst();
        table.setPrefSize(WIDTH, 320);
    }

    /** Tells how many marks a snapshot has. */
    void count(Snapshot snapshot, long number) {
        marks.put(snapshot, number);
        table.refresh();
    }

    /** Shows the sheet and waits for the choice. */
    Optional<Snapshot> choose(Window owner) {
        Dialog<Snapshot> dialog = new Dialog<>();
        dialog.setTitle(look.text("restore.title"));
        Label what = new Label(look.text("restore.what"));
        what.setWrapText(true);
        what.setMaxWidth(WIDTH);
        dialog.getDialogPane().setContent(padded(new VBox(12, what, table)));
        ButtonType restore = new ButtonType(look.text("restore.do"), ButtonData.OK_DONE);
        dialog.getDialogPane().getButtonTypes().addAll(restore, ButtonType.CANCEL);
        dialog.getDialogPane()
                .lookupButton(restore)
                .disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        Sheet.over(dialog, owner);
        dialog.setResultConverter(
                pressed -> pressed == restore ? table.getSelectionModel().getSelectedItem() : null);
        return dialog.showAndWait();
    }

    private static VBox padded(VBox content) {
        content.setPadding(new Insets(16));
        return content;
    }

    private TableColumn<Snapshot, String> column(String key, double width, Function<Snapshot, String> text) {
        TableColumn<Snapshot, String> column = new TableColumn<>(look.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(Tables.width(column.getText(), width));
        return column;
    }
}
