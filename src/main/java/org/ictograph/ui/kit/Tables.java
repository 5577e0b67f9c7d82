package org.ictograph.ui.kit;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Control;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Tables that sort by every column and copy their rows with Ctrl+C as text that spreadsheets take. */
public final class Tables {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private static final Font TITLE = Font.font("System", FontWeight.BOLD, 12);

    /** What a column's head leaves beside its title. */
    private static final double AROUND_TITLE = 22;

    /** Rows above one that is brought into sight. */
    private static final int ABOVE = 3;

    private static final String GROWN = "grown";

    /** What a table keeps free for its scroll bar. */
    private static final double SCROLL_BAR = 18;

    /** What a column may measure at most unless something else is said. */
    private static final double WIDEST = 5_000;

    private Tables() {}

    /** Lets the widths that the columns of a table were given for usual text grow with the text of its window. */
    public static void grow(TableView<?> table) {
        grow(table, table.getColumns(), () -> share(table));
    }

    private static <R> void share(TableView<R> table) {
        if (table.getColumnResizePolicy() != TableView.UNCONSTRAINED_RESIZE_POLICY) {
            table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
        }
    }

    /** The same for a table whose rows open. */
    public static void grow(TreeTableView<?> table) {
        grow(table, table.getColumns(), () -> {});
    }

    private static void grow(Control table, ObservableList<? extends TableColumnBase<?, ?>> columns, Runnable share) {
        ObservableValue<Double> factor = TextSize.factor(table);
        Runnable fit = () -> {
            columns.forEach(column -> grow(column, factor.getValue()));
            share.run();
        };
        factor.addListener((property, before, now) -> fit.run());
        columns.addListener((InvalidationListener) changed -> fit.run());
        fit.run();
    }

    private static void grow(TableColumnBase<?, ?> column, double factor) {
        double ratio = factor / (double) column.getProperties().getOrDefault(GROWN, 1.0);
        if (ratio == 1) {
            return;
        }
        column.getProperties().put(GROWN, factor);
        double least = column.getMinWidth();
        double wanted = column.getPrefWidth();
        column.setMinWidth(0);
        if (column.getMaxWidth() < WIDEST) {
            column.setMaxWidth(column.getMaxWidth() * ratio);
        }
        column.setPrefWidth(wanted * ratio);
        column.setMinWidth(least * ratio);
    }

    /** A width that holds the title of a column whole, whatever the language. */
    public static double width(String title, double least) {
        Text measured = new Text(title);
        measured.setFont(TITLE);
        return Math.max(least, Math.ceil(measured.getLayoutBounds().getWidth()) + AROUND_TITLE);
    }

    /** A table over a filtered list that can be sorted and copied. */
    public static <R> TableView<R> over(FilteredList<R> rows) {
        TableView<R> table = new TableView<>();
        SortedList<R> sorted = new SortedList<>(rows);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getStyleClass().addAll("dense", "kit-table");
        grow(table);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (COPY.match(pressed)) {
                copy(table);
                pressed.consume();
            }
        });
        return table;
    }

    /**
     * Gives a column what the others leave of the width of a table, from its own width up to so much, so that long texts stay
     * whole where there is room.
     */
    public static void stretch(TableView<?> table, TableColumn<?, ?> column, double most) {
        double least = column.getPrefWidth();
        table.widthProperty().addListener((property, before, now) -> {
            double factor = (double) column.getProperties().getOrDefault(GROWN, 1.0);
            double others = table.getVisibleLeafColumns().stream()
                    .filter(other -> other != column)
                    .mapToDouble(TableColumnBase::getWidth)
                    .sum();
            double spare = now.doubleValue() - others - SCROLL_BAR;
            column.setPrefWidth(Math.max(least * factor, Math.min(most * factor, spare)));
        });
    }

    /** A column whose cells show a value as its text and that is sorted by the value itself. */
    public static <R, V extends Comparable<? super V>> TableColumn<R, V> column(
            String title, Function<R, V> value, Function<V, String> text) {
        TableColumn<R, V> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setComparator(Comparator.naturalOrder());
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable V item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        column.setUserData(text);
        return column;
    }

    /** A column that copies its values in another form than it shows them, for example more exactly. */
    public static <R, V extends Comparable<? super V>> TableColumn<R, V> column(
            String title, Function<R, V> value, Function<V, String> text, Function<V, String> copied) {
        TableColumn<R, V> column = column(title, value, text);
        column.setUserData(copied);
        return column;
    }

    /** A column of texts. */
    public static <R> TableColumn<R, String> column(String title, Function<R, String> text) {
        return column(title, text, Function.identity());
    }

    /** Adds a column of texts of this width. */
    public static <R> void addText(TableView<R> table, String title, double width, Function<R, String> text) {
        TableColumn<R, String> column = column(title, text);
        column.setPrefWidth(width(title, width));
        table.getColumns().add(column);
    }

    /** Adds a column of numbers, which stand at the right, of this width. */
    public static <R, V extends Comparable<? super V>> void addNumber(
            TableView<R> table, String title, double width, Function<R, V> value, Function<V, String> text) {
        TableColumn<R, V> column = column(title, value, text);
        column.getStyleClass().add("number-column");
        column.setPrefWidth(width(title, width));
        table.getColumns().add(column);
    }

    /** Selects a row and brings it into sight with some rows above it; selects nothing when it is not in the table. */
    public static <R> void show(TableView<R> table, Optional<R> row) {
        row.filter(table.getItems()::contains)
                .ifPresentOrElse(
                        shown -> {
                            table.getSelectionModel().select(shown);
                            table.scrollTo(Math.max(0, table.getItems().indexOf(shown) - ABOVE));
                        },
                        table.getSelectionModel()::clearSelection);
    }

    /** Puts the selected rows on the clipboard: a heading line, then a line for each row, tabs between cells. */
    public static <R> void copy(TableView<R> table) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text(table));
        Clipboard.getSystemClipboard().setContent(content);
    }

    static <R> String text(TableView<R> table) {
        String heading =
                table.getVisibleLeafColumns().stream().map(TableColumn::getText).collect(Collectors.joining("\t"));
        return table.getSelectionModel().getSelectedIndices().stream()
                .sorted()
                .map(row -> table.getVisibleLeafColumns().stream()
                        .map(column -> cell(column, row))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", heading + "\n", "\n"));
    }

    private static <R, V> String cell(TableColumn<R, V> column, int row) {
        V value = column.getCellData(row);
        @SuppressWarnings("unchecked") // column() above is the only one that sets it
        Function<V, String> text = (Function<V, String>) column.getUserData();
        String shown = value == null ? "" : text == null ? value.toString() : text.apply(value);
        return shown.replace('\t', ' ').replace('\n', ' ');
    }
}
