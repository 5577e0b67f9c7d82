package org.ictograph.ui.study;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ictograph.exchange.ColumnMap;
import org.ictograph.exchange.ColumnMap.Counting;
import org.ictograph.exchange.ColumnMap.Field;

/** Which column of a table says what, as a person chooses it after a guess. FX thread. */
final class ColumnsViewModel {
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final Map<Field, StringProperty> chosen = new EnumMap<>(Field.class);
    private final ObjectProperty<Counting> counting = new SimpleObjectProperty<>(Counting.SECONDS);
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper changed = new ReadOnlyIntegerWrapper();
    private boolean guessing;

    ColumnsViewModel() {
        for (Field field : Field.values()) {
            StringProperty column = new SimpleStringProperty("");
            column.addListener((property, before, now) -> change());
            chosen.put(field, column);
        }
        counting.addListener((property, before, now) -> change());
    }

    private void change() {
        if (!guessing) {
            changed.set(changed.get() + 1);
        }
    }

    /** Offers the columns of a table, with a guess chosen. */
    void show(List<String> columns, Function<List<String>, ColumnMap> guess) {
        guessing = true;
        ColumnMap map = guess.apply(columns);
        names.setAll("");
        names.addAll(columns.stream().filter(name -> !name.isEmpty()).distinct().toList());
        chosen.forEach((field, column) -> column.set(map.column(field)));
        counting.set(map.counting());
        shown.set(true);
        guessing = false;
    }

    /** The format knows its columns. */
    void hide() {
        shown.set(false);
    }

    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Counts the choices of the person. */
    ReadOnlyIntegerProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** What can be chosen, the empty text for no column. */
    ObservableList<String> names() {
        return names;
    }

    StringProperty column(Field field) {
        return chosen.computeIfAbsent(field, unknown -> new SimpleStringProperty(""));
    }

    ObjectProperty<Counting> counting() {
        return counting;
    }

    ColumnMap map() {
        Map<Field, String> columns = new EnumMap<>(Field.class);
        chosen.forEach((field, column) -> columns.put(field, column.get()));
        return new ColumnMap(columns, counting.get());
    }
}
