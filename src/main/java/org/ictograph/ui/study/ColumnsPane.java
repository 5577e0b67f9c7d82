package org.ictograph.ui.study;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.ictograph.exchange.ColumnMap.Counting;
import org.ictograph.exchange.ColumnMap.Field;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Look;

/** Asks which column of a table says what: three choices in a line. Not there while the format knows its columns. */
final class ColumnsPane extends GridPane {
    private static final double GAP = 8;
    private static final double CHOICE = 110;
    private static final int IN_A_LINE = 3;

    ColumnsPane(Look look, ColumnsViewModel model) {
        super(GAP, GAP / 2);
        setId("labels-columns");
        int cell = 0;
        for (Field field : Field.values()) {
            ComboBox<String> column = new ComboBox<>(model.names());
            column.setId("column-" + field.name().toLowerCase(Locale.ROOT));
            column.setConverter(Choices.shownAs(name -> name.isEmpty() ? look.text("columns.none") : name));
            column.valueProperty().bindBidirectional(model.column(field));
            put(cell++, look.text("columns." + field.name().toLowerCase(Locale.ROOT)), column);
        }
        ComboBox<Counting> counting = new ComboBox<>();
        counting.setId("column-counting");
        counting.getItems().setAll(Counting.values());
        counting.setConverter(
                Choices.shownAs(how -> look.text("counting." + how.name().toLowerCase(Locale.ROOT))));
        counting.valueProperty().bindBidirectional(model.counting());
        put(cell, look.text("columns.counting"), counting);
        visibleProperty().bind(model.shown());
        managedProperty().bind(model.shown());
    }

    private void put(int cell, String words, ComboBox<?> choice) {
        FieldName name = new FieldName(words, choice);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setMinWidth(0);
        choice.setPrefWidth(CHOICE);
        setHgrow(choice, Priority.ALWAYS);
        add(name, 2 * (cell % IN_A_LINE), cell / IN_A_LINE);
        add(choice, 2 * (cell % IN_A_LINE) + 1, cell / IN_A_LINE);
    }
}
