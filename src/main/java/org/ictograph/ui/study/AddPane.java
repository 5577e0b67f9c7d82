package org.ictograph.ui.study;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ictograph.session.NewFile;
import org.ictograph.ui.kit.FieldName;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Tables;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks how several files belong together, in which order they follow each other and when each starts. */
final class AddPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final double WIDTH = 760;
    private static final double HEIGHT = 220;

    private final Look look;
    private final AddViewModel model;
    private final TableView<NewFile> table;
    private final TextField start = new TextField();
    private final Label hint = new Label();

    AddPane(Look look, AddViewModel model) {
        super(10);
        this.look = look;
        this.model = model;
        this.table = new TableView<>(model.files());
        ToggleGroup choice = new ToggleGroup();
        RadioButton each = new RadioButton(look.text("study.add.each"));
        RadioButton all = new RadioButton(look.text("study.add.joined"));
        all.setId("join-files");
        each.setToggleGroup(choice);
        all.setToggleGroup(choice);
        each.setSelected(!model.joined().get());
        all.setSelected(model.joined().get());
        model.joined().bindBidirectional(all.selectedProperty());
        VBox order = new VBox(8, table, tools(), hint);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(order, Priority.ALWAYS);
        order.disableProperty().bind(model.joined().not());
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        getChildren().addAll(each, all, order);
        setPrefWidth(WIDTH);
        columns();
        tell();
        table.getSelectionModel().selectFirst();
    }

    private void columns() {
        table.setId("new-files");
        Tables.grow(table);
        table.setAccessibleText(look.text("study.add.file"));
        table.getStyleClass().addAll("dense", "kit-table");
        table.setPrefHeight(HEIGHT);
        table.getColumns()
                .add(column(
                        "study.add.number",
                        44,
                        file -> String.valueOf(model.files().indexOf(file) + 1)));
        table.getColumns()
                .add(column(
                        "study.add.file",
                        360,
                        file -> String.valueOf(file.path().getFileName())));
        table.getColumns().add(column("study.start", 160, model::start));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setOnKeyPressed(key -> {
            if (key.isAltDown() && (key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN)) {
                move(key.getCode() == KeyCode.UP ? -1 : 1);
                key.consume();
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            start.setText(now == null ? "" : model.start(now));
            start.pseudoClassStateChanged(WRONG, false);
        });
    }

    private TableColumn<NewFile, String> column(
            String key, double width, java.util.function.Function<NewFile, String> text) {
        TableColumn<NewFile, String> column = Tables.column(look.text(key), text);
        column.setSortable(false);
        column.setPrefWidth(Tables.width(column.getText(), width));
        return column;
    }

    private HBox tools() {
        FieldName name = new FieldName(look.text("study.add.start"), start);
        start.setId("new-start");
        start.setPromptText("2025-02-01 14:00:00");
        start.setOnAction(entered -> take());
        start.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                take();
            }
        });
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox tools = new HBox(
                8,
                name,
                start,
                air,
                button("study.add.up", Feather.ARROW_UP, -1),
                button("study.add.down", Feather.ARROW_DOWN, 1));
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private Button button(String key, Feather icon, int by) {
        Button button = new Button(look.text(key), new FontIcon(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(pressed -> move(by));
        return button;
    }

    private void move(int by) {
        table.getSelectionModel()
                .clearAndSelect(model.move(table.getSelectionModel().getSelectedIndex(), by));
        table.refresh();
    }

    private void take() {
        int selected = table.getSelectionModel().getSelectedIndex();
        boolean wrong = selected >= 0 && !model.setStart(selected, start.getText());
        start.pseudoClassStateChanged(WRONG, wrong);
        if (wrong) {
            hint.setText(look.text("study.start.refused"));
        } else {
            tell();
            table.getSelectionModel().select(selected);
        }
    }

    private void tell() {
        hint.setText(look.text("study.add.from." + model.source().name().toLowerCase(Locale.ROOT)));
    }
}
