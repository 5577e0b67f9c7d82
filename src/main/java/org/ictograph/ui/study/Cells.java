package org.ictograph.ui.study;

import java.util.function.BiPredicate;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.layout.HBox;
import org.ictograph.ui.kit.Tables;
import org.jspecify.annotations.Nullable;

/** Columns that this workspace needs beyond those of the kit. */
final class Cells {
    private static final double BAR = 54;

    private Cells() {}

    /**
     * A column whose text can be changed in its place.
     *
     * @param change takes over what was typed; false when it cannot, and the old text comes back
     */
    static <R> TableColumn<R, String> editable(String title, Function<R, String> text, BiPredicate<R, String> change) {
        TableColumn<R, String> column = Tables.column(title, text);
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(edit -> {
            if (!change.test(edit.getRowValue(), edit.getNewValue())) {
                edit.getTableView().refresh();
            }
        });
        return column;
    }

    /** A column that shows a share from 0 to 1 as a bar and a number. */
    static <R> TableColumn<R, Double> share(String title, Function<R, Double> share) {
        TableColumn<R, Double> column = Tables.column(title, share, Cells::percent);
        column.setCellFactory(ignored -> new TableCell<>() {
            private final ProgressBar bar = new ProgressBar(0);
            private final Label number = new Label();
            private final HBox both = new HBox(6, bar, number);

            {
                bar.setPrefWidth(BAR);
                bar.getStyleClass().add("share");
                number.getStyleClass().add("muted");
                both.setAlignment(Pos.CENTER_LEFT);
            }

            @Override
            protected void updateItem(@Nullable Double item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : both);
                if (item != null) {
                    bar.setProgress(item);
                    number.setText(percent(item));
                }
            }
        });
        return column;
    }

    /** Only what is complete is called 100 %, and only nothing 0 %. */
    static String percent(double share) {
        long percent = share >= 1 ? 100 : Math.min(99, Math.round(share * 100));
        return Math.max(share > 0 ? 1 : 0, percent) + " %";
    }
}
