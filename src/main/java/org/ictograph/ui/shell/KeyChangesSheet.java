package org.ictograph.ui.shell;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.ictograph.settings.Command;
import org.ictograph.settings.KeyChord;
import org.ictograph.ui.kit.Keys;
import org.ictograph.ui.kit.Look;
import org.ictograph.ui.kit.Sheet;
import org.ictograph.ui.kit.Tables;
import org.ictograph.ui.shell.KeyChangesViewModel.Line;

/** All commands with their keys, and below them the way to other keys for the one that is chosen. */
final class KeyChangesSheet {
    private static final double WIDTH = 940;
    private static final double HEIGHT = 300;
    private static final double SAID = 44;

    private final Look look;
    private final KeyChangesViewModel model;
    private final TableView<Line> table;
    private final Label name = new Label();
    private final FlowPane keys = new FlowPane(8, 8);
    private final Button usual;

    KeyChangesSheet(Look look, KeyChangesViewModel model) {
        this.look = look;
        this.model = model;
        this.table = Tables.over(model.lines());
        this.usual = button("usual", model::usual);
    }

    void show(Window owner) {
        TextField search = new TextField();
        search.setId("keychanges-search");
        search.setPromptText(look.text("keys.search"));
        search.setAccessibleText(look.text("keys.search"));
        model.search().bindBidirectional(search.textProperty());
        fillTable();
        VBox content = new VBox(8, search, table, choice(), said());
        content.setPrefWidth(WIDTH);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        table.getSelectionModel().selectFirst();
        new Sheet(look.text("keychanges.title"), content).show(owner);
        search.requestFocus();
    }

    private void fillTable() {
        table.setId("keychanges");
        table.setAccessibleText(look.text("keychanges.title"));
        table.setPrefHeight(HEIGHT);
        Tables.addText(
                table, look.text("keychanges.command"), 250, line -> line.row().what());
        Tables.addText(
                table, look.text("keychanges.keys"), 270, line -> line.row().keys());
        Tables.addText(table, look.text("keychanges.usual.keys"), 220, Line::usual);
        Tables.addText(
                table, look.text("keychanges.section"), 170, line -> line.row().group());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !model.chosen().get().equals(Optional.of(now.command()))) {
                model.choose(now.command());
            }
            showChoice();
        });
        table.getItems().addListener((ListChangeListener<Line>) changed -> follow());
        model.search()
                .addListener(
                        (property, before, now) -> table.getSelectionModel().clearAndSelect(0));
    }

    /** The table was filled anew: the chosen command stays chosen. */
    private void follow() {
        model.chosen()
                .get()
                .flatMap(command -> model.lines().stream()
                        .filter(line -> line.command() == command)
                        .findFirst())
                .ifPresent(table.getSelectionModel()::select);
        showChoice();
    }

    private VBox choice() {
        name.setId("keychanges-name");
        name.getStyleClass().add("panel-title");
        keys.setAlignment(Pos.CENTER_LEFT);
        Button add = button("add", model::listen);
        Button undo = button("undo", model::undo);
        undo.disableProperty().bind(model.undoable().map(can -> !can));
        Region air = new Region();
        HBox.setHgrow(air, Priority.ALWAYS);
        HBox buttons = new HBox(8, add, usual, air, undo, button("all", model::allUsual));
        return new VBox(8, name, keys, buttons);
    }

    private HBox said() {
        Label said = new Label();
        said.setId("keychanges-said");
        said.setWrapText(true);
        said.textProperty().bind(model.said());
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row =
                new HBox(8, said, whileTaken(button("take", model::take)), whileTaken(button("leave", model::leave)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(SAID);
        return row;
    }

    private Button whileTaken(Button button) {
        button.visibleProperty().bind(model.taken().map(Optional::isPresent));
        button.managedProperty().bind(button.visibleProperty());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Button button(String what, Runnable action) {
        Button button = new Button(look.text("keychanges." + what));
        button.setId("keychanges-" + what);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    private void showChoice() {
        Optional<Command> command = model.chosen().get();
        name.setText(command.map(chosen -> look.text(chosen.messageKey())).orElse(""));
        keys.getChildren().clear();
        for (KeyChord chord : model.chords()) {
            Button cap = new Button(look.text("keychanges.cap", look.messages().keys(chord)));
            cap.setAccessibleText(look.text("keychanges.remove", look.messages().keys(chord), name.getText()));
            cap.setOnAction(pressed -> model.remove(chord));
            keys.getChildren().add(cap);
        }
        if (model.chords().isEmpty()) {
            keys.getChildren().add(new Label(look.text("keychanges.none")));
        }
        usual.setDisable(command.filter(chosen -> !model.chords().equals(chosen.standard()))
                .isEmpty());
    }

    /** While a key is waited for, whatever is pressed is that key, but Esc, which leaves the keys as they are. */
    private void press(KeyEvent pressed) {
        if (!model.waiting().get()) {
            return;
        }
        pressed.consume();
        if (pressed.getCode() == KeyCode.ESCAPE) {
            model.leave();
        } else if (!pressed.getCode().isModifierKey()) {
            model.press(Keys.chord(pressed));
        }
    }
}
