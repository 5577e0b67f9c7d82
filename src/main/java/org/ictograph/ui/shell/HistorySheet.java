package org.ictograph.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.model.LogEntry;
import org.ictograph.model.Mark;
import org.ictograph.model.Verb;
import org.ictograph.session.Notice;
import org.ictograph.session.StudySession;
import org.ictograph.ui.kit.Choices;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.ui.kit.Tables;

/**
 * The history of the study on a sheet of its own: the edits newest first, filtered by animal, rater and kind; what the chosen
 * one changed; and the marks of its recording as they were right after it, each of which can be brought back.
 */
final class HistorySheet {
    private static final double WIDTH = 1080;
    private static final double HEIGHT = 560;

    private final Look look;
    private final HistoryViewModel model;
    private final TableView<LogEntry> entries = new TableView<>();
    private final TableView<Mark> past = new TableView<>();
    private final Sheet sheet;

    HistorySheet(Look look, StudySession session, Consumer<Notice> say) {
        this.look = look;
        this.model = new HistoryViewModel(look, session, say);
        layEntries();
        SplitPane split = new SplitPane(entries, chosen());
        split.setDividerPositions(0.57);
        split.setPrefSize(WIDTH, HEIGHT);
        sheet = new Sheet(look.text("history.title"), new VBox(8, filters(), split, foot())).onHidden(model::stop);
    }

    private HBox filters() {
        HBox filters = new HBox(
                8,
                new FieldName(look.text("history.animal")),
                box("history-animal", "history.animal", model.animals(), Function.identity(), model.animal()),
                new FieldName(look.text("history.who")),
                box("history-rater", "history.who", model.raters(), Function.identity(), model.rater()),
                new FieldName(look.text("history.what")),
                box("history-kind", "history.what", List.of(Verb.values()), look::verb, model.verb()));
        filters.setAlignment(Pos.CENTER_LEFT);
        return filters;
    }

    /** A box with "all" before the things that may be wanted. */
    private <T> ComboBox<Optional<T>> box(
            String id, String name, List<T> things, Function<T, String> text, ObjectProperty<Optional<T>> wanted) {
        List<Optional<T>> all = new ArrayList<>();
        all.add(Optional.empty());
        things.forEach(thing -> all.add(Optional.of(thing)));
        ComboBox<Optional<T>> box =
                Choices.box(all, thing -> thing.map(text).orElseGet(() -> look.text("history.all")));
        box.setId(id);
        box.setAccessibleText(look.text(name));
        box.valueProperty().bindBidirectional(wanted);
        return box;
    }

    private void layEntries() {
        entries.setId("history-entries");
        entries.setAccessibleText(look.text("history.title"));
        entries.setPlaceholder(new Label(look.text("history.none")));
        entries.setItems(model.entries());
        Tables.grow(entries);
        entries.getColumns().add(column("history.sequence", 60, entry -> Long.toString(entry.sequence())));
        entries.getColumns().add(column("history.when", 160, model::when));
        entries.getColumns().add(column("history.who", 90, entry -> model.who(entry.raterId())));
        entries.getColumns().add(column("history.what", 160, model::what));
        entries.getColumns()
                .add(column("history.why", 150, entry -> entry.edit().reason()));
        entries.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> model.choose(Optional.ofNullable(now)));
        model.entries().addListener((ListChangeListener<LogEntry>)
                change -> entries.getSelectionModel().selectFirst());
    }

    private VBox chosen() {
        TextArea changes = new TextArea();
        changes.setId("history-changes");
        changes.setAccessibleText(look.text("history.what"));
        changes.setEditable(false);
        changes.setWrapText(true);
        changes.setPrefRowCount(8);
        changes.textProperty().bind(model.changes());
        Label then = new Label(look.text("history.past"));
        then.getStyleClass().add("panel-title");
        then.setWrapText(true);
        past.setId("history-past");
        past.setAccessibleText(look.text("history.past"));
        past.setPlaceholder(new Label(look.text("history.past.none")));
        past.setItems(model.past());
        Tables.grow(past);
        past.getColumns().add(column("history.who", 90, mark -> model.who(mark.raterId())));
        past.getColumns().add(column("history.mark", 330, model::spoken));
        VBox.setVgrow(past, Priority.ALWAYS);
        Button restore = new Button(look.text("history.restore"));
        restore.setMinWidth(Button.USE_PREF_SIZE);
        restore.setId("history-restore");
        if (model.mayRestore()) {
            restore.disableProperty()
                    .bind(past.getSelectionModel().selectedItemProperty().isNull());
        } else {
            restore.setDisable(true);
        }
        restore.setOnAction(pressed -> model.restore(past.getSelectionModel().getSelectedItem()));
        return new VBox(8, changes, then, past, restore);
    }

    private HBox foot() {
        Button newer = new Button(look.text("history.newer"));
        newer.setMinWidth(Button.USE_PREF_SIZE);
        newer.disableProperty().bind(model.newest());
        newer.setOnAction(pressed -> model.newer());
        Button older = new Button(look.text("history.older"));
        older.setMinWidth(Button.USE_PREF_SIZE);
        older.setId("history-older");
        older.disableProperty().bind(model.oldest());
        older.setOnAction(pressed -> model.older());
        Label where = new Label();
        where.getStyleClass().add("muted");
        where.setWrapText(true);
        where.textProperty().bind(model.where());
        HBox foot = new HBox(8, newer, older, where);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private <T> TableColumn<T, String> column(String key, double width, Function<T, String> text) {
        TableColumn<T, String> column = new TableColumn<>(look.text(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(Tables.width(column.getText(), width));
        column.setSortable(false);
        return column;
    }

    void show(Window owner) {
        sheet.show(owner);
        entries.requestFocus();
        model.find();
    }
}
